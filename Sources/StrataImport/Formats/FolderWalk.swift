#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Walks folders and gathers the files that can hold JDs.
struct FolderWalk {
    /// Deeper than folders are; what lies below is passed over.
    private static let depthLimit = 100

    var found = InputList.Found(inputs: [], skipped: [])
    /// The folders that were read: links may lead to one twice, or round in a circle.
    private var visited: Set<Place> = []

    private struct Place: Hashable {
        var device: UInt64
        var number: UInt64

        init(_ status: stat) {
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// Adds a path that was named: a file, or all that a folder holds.
    ///
    /// - throws: `InputError` when it does not exist, or a folder may not be read.
    mutating func add(_ path: String) throws(InputError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw InputError.system(path: path, code: errno) }
        if status.st_mode & S_IFMT == S_IFDIR {
            try walk(path, Place(status), depth: 0)
        } else {
            found.inputs.append(.file(path: path))
        }
    }

    private mutating func walk(_ folder: String, _ place: Place, depth: Int) throws(InputError) {
        guard depth < Self.depthLimit, visited.insert(place).inserted else {
            found.skipped.append(folder)
            return
        }
        for name in try Self.names(in: folder) {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var status = stat()
            // A link may lead nowhere.
            guard !name.hasPrefix("."), stat(path, &status) == 0 else {
                found.skipped.append(path)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try walk(path, Place(status), depth: depth + 1)
            case S_IFREG where InputFormat(path: path) != nil: found.inputs.append(.file(path: path))
            default: found.skipped.append(path)
            }
        }
    }

    private static func names(in folder: String) throws(InputError) -> [String] {
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
}
