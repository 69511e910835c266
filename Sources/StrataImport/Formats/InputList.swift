#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The inputs that paths name.
public enum InputList {
    /// What a list of paths comes to.
    public struct Found: Sendable, Equatable {
        public var inputs: [Input]
        /// Files in folders that were passed over: hidden, or of an extension that is not read.
        public var skipped: [String]
    }

    /// The files that paths name: folders are walked in sorted order, `-` is standard input.
    ///
    /// - throws: `InputError` for a path that does not exist, or a folder that may not be read.
    public static func files(at paths: [String]) throws -> [Input] { try find(at: paths).inputs }

    /// As `files(at:)`, with the files that were passed over.
    public static func find(at paths: [String]) throws -> Found {
        var found = Found(inputs: [], skipped: [])
        for path in paths {
            if path == "-" {
                found.inputs.append(.standardInput)
            } else if try isFolder(path) {
                try walk(path, depth: 0, into: &found)
            } else {
                // A file that is named counts, whatever its extension.
                found.inputs.append(.file(path: path))
            }
        }
        return found
    }

    private static func walk(_ folder: String, depth: Int, into found: inout Found) throws {
        guard depth < 64 else { return }
        for name in try names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if name.hasPrefix(".") {
                found.skipped.append(path)
            } else if try isFolder(path) {
                if !isLink(path) { try walk(path, depth: depth + 1, into: &found) }
            } else if InputFormat(path: path) != nil {
                found.inputs.append(.file(path: path))
            } else {
                found.skipped.append(path)
            }
        }
    }

    private static func names(in folder: String) throws -> [String] {
        guard let directory = opendir(folder) else { throw InputError.system(path: folder, code: errno) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func isFolder(_ path: String) throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw InputError.system(path: path, code: errno) }
        return status.st_mode & S_IFMT == S_IFDIR
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
