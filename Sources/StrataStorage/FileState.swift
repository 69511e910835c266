#if canImport(Glibc)
internal import Glibc
#endif

/// What stands at the path of a database, before SQLite is asked.
struct FileState {
    private let path: String

    init(_ path: String) { self.path = path }

    /// - throws: ``StoreError`` when there is no file, or it may not be read.
    func checkReadable() throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == EACCES { throw unreadable }
            throw StoreError(
                .notFound, path: path, "no such database; import JDs to make it, or name another with --db")
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw isFolder }
        guard access(path, R_OK) == 0 else { throw unreadable }
    }

    /// Creates the folder and an empty file for the owner's eyes only, where there is none.
    ///
    /// - returns: whether the file is new.
    /// - throws: ``StoreError`` when that is not allowed.
    func prepareForWriting() throws -> Bool {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw isFolder }
            guard access(path, R_OK | W_OK) == 0 else {
                throw StoreError(
                    .cannotCreate, path: path, "may not be written; check its permissions or use another --db")
            }
            return false
        }
        createFolder()
        // JDs and salaries are private.
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw StoreError(
                .cannotCreate, path: path,
                "cannot be created (\(String(cString: strerror(errno)))); choose a folder that you may write to")
        }
        Glibc.close(file)
        return true
    }

    /// The path with what a URI gives a meaning escaped.
    static func uriPath(_ path: String) -> String {
        path.utf8.reduce(into: "") { uri, byte in
            switch byte {
            case UInt8(ascii: "%"): uri += "%25"
            case UInt8(ascii: "?"): uri += "%3f"
            case UInt8(ascii: "#"): uri += "%23"
            default: uri.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    /// Creates the folder of the path where there is none.
    func createFolder() {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var folder = ""
        for part in parts {
            folder += part + "/"
            // What fails here shows when the file itself cannot be created.
            mkdir(folder, 0o700)
        }
    }

    private var isFolder: StoreError {
        StoreError(.notADatabase, path: path, "is a folder; name a file with --db")
    }

    private var unreadable: StoreError {
        StoreError(.notReadable, path: path, "may not be read; check its permissions")
    }
}
