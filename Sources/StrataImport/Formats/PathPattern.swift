#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Patterns such as `exports/*.csv`, where no shell has followed them: schedulers run commands without one.
enum PathPattern {
    /// The paths that a pattern matches, sorted; the path itself where it is none, or where a file has that very name.
    ///
    /// - throws: `InputError` when nothing matches.
    static func expanded(_ path: String) throws(InputError) -> [String] {
        var status = stat()
        guard path.contains(where: { "*?[".contains($0) }), lstat(path, &status) != 0 else { return [path] }
        var matches = glob_t()
        defer { globfree(&matches) }
        guard glob(path, 0, nil, &matches) == 0 else {
            throw InputError(.notFound, path: path, "no file matches this pattern: check it with ls")
        }
        var paths: [String] = []
        for index in 0..<Int(matches.gl_pathc) {
            if let match = matches.gl_pathv[index] { paths.append(String(cString: match)) }
        }
        // glob sorts by the user's language; the order is to be the same for all.
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
