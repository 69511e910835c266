internal import GRDB

extension StoreError {
    /// What an SQLite error means to a user. Values and SQL are left out: they may hold private text.
    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, path: path, "another process is writing to it; wait until it has finished and try again")
        case .SQLITE_NOTADB:
            self.init(.notADatabase, path: path, "not an SQLite database; name another file with --db")
        case .SQLITE_CORRUPT:
            self.init(
                .notADatabase, path: path,
                "the database is damaged; restore a copy of it, or move it away and import again")
        case .SQLITE_CANTOPEN:
            self.init(.cannotCreate, path: path, "cannot be opened; check that its folder exists and is yours to use")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self.init(.cannotCreate, path: path, "cannot be written; check the permissions of the file and its folder")
        case .SQLITE_FULL:
            self.init(.inputOutput, path: path, "the disk is full; free some space and run the same command again")
        case .SQLITE_IOERR:
            self.init(
                .inputOutput, path: path,
                "reading or writing failed: the disk may be full or faulty, or a quota or a limit on file sizes reached; "
                    + "free some space, or raise the limit, and run the same command again")
        default:
            self.init(.inputOutput, path: path, "SQLite: \(error.message ?? "error \(error.resultCode.rawValue)")")
        }
    }
}

/// Runs the body and turns SQLite's errors into ``StoreError``; other errors pass.
func withStoreErrors<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw StoreError(error, path: path)
    }
}
