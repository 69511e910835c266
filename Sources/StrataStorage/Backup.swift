internal import GRDB

#if canImport(Glibc)
internal import Glibc
#endif

/// Copies of a whole database, and their return.
extension Store {
    /// Writes the database as it stands at this moment to a file of its own; others may go on reading and writing it.
    ///
    /// The copy appears under its name whole, or not at all, for the owner's eyes only.
    ///
    /// - parameter replacing: whether a file of that name may be replaced.
    /// - throws: ``StoreError``; the file of that name is as it was then.
    public func backUp(to path: String, replacing: Bool) throws {
        guard replacing || access(path, F_OK) != 0 else {
            throw StoreError(.cannotCreate, path: path, "exists; choose another name, or replace it with --force")
        }
        guard !Self.isSameFile(path, self.path) else {
            throw StoreError(.cannotCreate, path: path, "is the database itself; choose another name")
        }
        try Self.copy(queue, to: path)
    }

    /// What ``restore(from:to:replacing:)`` has done.
    public struct Restoration: Sendable {
        /// Where what stood at the path before is kept; nil when nothing did.
        public var previous: String?
        /// Whether that was no sound database any more.
        public var wasDamaged: Bool
    }

    /// Puts a copy in the place of a database, damaged or not, and keeps what stood there beside it.
    ///
    /// The copy is brought up to date and checked first. Those who read the database meanwhile see it before or after.
    ///
    /// - parameter backup: what ``backUp(to:replacing:)`` wrote; it stays as it is.
    /// - parameter replacing: whether what an earlier restoration kept may be replaced.
    /// - throws: ``StoreError``; the database is as it was then.
    public static func restore(from backup: String, to path: String, replacing: Bool) throws -> Restoration {
        guard !isSameFile(backup, path) else {
            throw StoreError(.notADatabase, path: backup, "is the database itself; name a backup of it")
        }
        let fresh = "\(path).\(getpid()).part"
        defer { unlink(fresh) }
        try prepare(backup, as: fresh)
        guard access(path, F_OK) == 0 else {
            try move(fresh, to: path)
            return Restoration(previous: nil, wasDamaged: false)
        }
        let previous = path + ".before-restore"
        guard replacing || access(previous, F_OK) != 0 else {
            throw StoreError(
                .cannotCreate, path: previous,
                "was kept by an earlier restore; move it away, or replace it with --force")
        }
        if try exchange(path, with: fresh, keeping: previous) {
            return Restoration(previous: previous, wasDamaged: false)
        }
        try setAside(path, as: previous)
        try move(fresh, to: path)
        return Restoration(previous: previous, wasDamaged: true)
    }

    // MARK: Steps

    /// Copies the backup, brings the copy up to date and checks it.
    private static func prepare(_ backup: String, as fresh: String) throws {
        guard access(backup, F_OK) == 0 else {
            throw StoreError(.notFound, path: backup, "no such file; name one that 'strata db backup' wrote")
        }
        try FileState(backup).checkReadable()
        _ = try FileState(fresh).prepareForWriting()
        let version: Int
        do {
            version = try copyChecked(backup, to: fresh)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw StoreError(.notADatabase, path: backup, "is damaged; use another backup")
        } catch let error as DatabaseError {
            throw StoreError(error, path: backup)
        }
        // Brings it up to date. The copy that is kept of an older schema then is the backup itself.
        defer { unlink(Migrations.copyPath(of: fresh, schema: version)) }
        let store = try Store(path: fresh, access: .write)
        try store.close()
    }

    /// - returns: the backup's schema version.
    private static func copyChecked(_ backup: String, to fresh: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: backup, configuration: configuration)
        defer { try? source.close() }
        let version = try source.read { db in try SchemaVersion(db, path: backup).number }
        guard version > 0 else {
            throw StoreError(.notADatabase, path: backup, "empty: it holds no Strata database")
        }
        let copy = try DatabaseQueue(path: fresh)
        defer { try? copy.close() }
        try source.backup(to: copy)
        let fault = try copy.read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
        guard fault == "ok" else {
            throw StoreError(.notADatabase, path: backup, "is damaged (\(fault ?? "no answer")); use another backup")
        }
        return version
    }

    /// Writes the fresh copy over a database that can be read and written, in one transaction.
    ///
    /// - returns: false where the database is too damaged for that.
    /// - throws: ``StoreError`` when another process holds it, or what it holds cannot be kept.
    private static func exchange(_ path: String, with fresh: String, keeping previous: String) throws -> Bool {
        do {
            return try withStoreErrors(path: path) {
                var configuration = Configuration()
                configuration.busyMode = .timeout(5)
                let present = try DatabaseQueue(path: path, configuration: configuration)
                defer { try? present.close() }
                guard try present.read({ db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }) == "ok",
                    try present.read({ db in try SchemaVersion(db, path: path).number }) > 0
                else { return false }
                try copy(present, to: previous)
                try DatabaseQueue(path: fresh).backup(to: present)
                return true
            }
        } catch let error as StoreError where error.kind == .notADatabase || error.kind == .newer {
            return false
        }
    }

    /// Moves a damaged database away, with the journals that belong to it and to no other.
    private static func setAside(_ path: String, as previous: String) throws {
        for ending in journals { unlink(previous + ending) }
        try move(path, to: previous)
        for ending in journals where access(path + ending, F_OK) == 0 {
            try move(path + ending, to: previous + ending)
        }
    }

    /// What SQLite keeps beside a database that is in use.
    private static let journals = ["-wal", "-shm", "-journal"]

    private static func copy(_ queue: DatabaseQueue, to path: String) throws {
        // Played back into another database, what stands in a journal would ruin it.
        if let journal = journals.first(where: { access(path + $0, F_OK) == 0 }) {
            throw StoreError(
                .busy, path: path, "another process uses it, or left \(path + journal) behind; choose another name")
        }
        let beside = "\(path).\(getpid()).part"
        defer { unlink(beside) }
        _ = try FileState(beside).prepareForWriting()
        try withStoreErrors(path: path) {
            let copy = try DatabaseQueue(path: beside)
            try queue.backup(to: copy)
            // One file, whatever the original was just doing.
            try copy.inDatabase { db in _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        }
        try move(beside, to: path)
    }

    private static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else {
            throw StoreError(
                .cannotCreate, path: target, "cannot be written (\(String(cString: strerror(errno))))")
        }
    }

    private static func isSameFile(_ left: String, _ right: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
