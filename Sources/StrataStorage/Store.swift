public import GRDB
internal import StrataCatalogue

#if canImport(Glibc)
internal import Glibc
#endif

/// An open Strata database.
public final class Store: Sendable {
    /// How a database is opened.
    public enum Access: Sendable {
        /// To ask: creates nothing, changes nothing, migrates nothing.
        case read
        /// To write: creates the file with its seeds where there is none, migrates an older one.
        case write
    }

    /// The file.
    public let path: String
    /// Its one connection.
    public let queue: DatabaseQueue
    private let access: Access
    /// Keeps other writers waiting, where this one came by it.
    private let lock: WriterLock?

    /// Whether no other command of Strata's writes as long as this is open.
    var holdsLock: Bool { lock != nil }

    /// Whether it was opened to write.
    public var isWritable: Bool { access == .write }

    /// "STRA": tells a database of Strata's from any other SQLite file.
    static let applicationID: Int32 = 0x5354_5241

    /// Opens a database.
    ///
    /// - parameter path: the file; its folder is created for ``Access/write``.
    /// - parameter busySeconds: how long to wait for another process that writes.
    /// - parameter lock: kept until the file is closed.
    /// - throws: ``StoreError``.
    public init(path: String, access: Access, busySeconds: Double = 5, lock: WriterLock? = nil) throws {
        self.path = path
        self.access = access
        self.lock = lock
        queue = try withStoreErrors(path: path) {
            switch access {
            case .read: try Self.openForReading(path, busySeconds)
            case .write: try Self.openForWriting(path, busySeconds)
            }
        }
    }

    /// Runs a block of reads in one snapshot.
    ///
    /// - throws: ``StoreError``, and what the block throws.
    public func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try withStoreErrors(path: path) { try queue.read(body) }
    }

    /// Runs a block of writes in one transaction.
    ///
    /// - throws: ``StoreError``, and what the block throws.
    public func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try withStoreErrors(path: path) { try queue.write(body) }
    }

    // MARK: A transaction that stays open

    /// Begins to write and keeps others from it, until ``commitWriting()`` or ``rollBack()``.
    ///
    /// - throws: ``StoreError``, `.busy` after waiting for another process.
    func beginWriting() throws {
        try withStoreErrors(path: path) { try queue.inDatabase { db in try db.beginTransaction(.immediate) } }
    }

    /// Runs a block in the transaction that ``beginWriting()`` began.
    ///
    /// - throws: ``StoreError``, and what the block throws.
    func inTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try withStoreErrors(path: path) { try queue.inDatabase(body) }
    }

    /// - throws: ``StoreError``; nothing is stored then.
    func commitWriting() throws {
        try withStoreErrors(path: path) { try queue.inDatabase { db in try db.commit() } }
    }

    func rollBack() { queue.inDatabase { db in try? db.rollback() } }

    /// Closes the file; after writing, what is left is one file in rollback mode, readable from a read-only folder.
    ///
    /// - throws: ``StoreError`` when the last pages cannot be written.
    public func close() throws {
        try withStoreErrors(path: path) {
            if access == .write {
                // What else has changed JDs; without it answers are right all the same.
                try? queue.write(Columns.refresh)
                queue.inDatabase { db in
                    try? db.execute(sql: "PRAGMA optimize")
                    // Fails while others read, and then the log stays for them: no harm.
                    _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
                }
            }
            try queue.close()
        }
        lock?.release()
    }

    // MARK: Opening

    private static func configuration(_ busySeconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        // An import's transaction stays open from chunk to chunk.
        configuration.allowsUnsafeTransactions = true
        return configuration
    }

    private static func openForReading(_ path: String, _ busySeconds: Double) throws -> DatabaseQueue {
        try FileState(path).checkReadable()
        try rollBackKilledLoad(path, busySeconds)
        let (queue, age) = try openWhenMade(path, busySeconds)
        if age == .current { return queue }
        // Bring it up to date first, where we may; older seeds still answer where we may not.
        try queue.close()
        do {
            try Store(path: path, access: .write, busySeconds: busySeconds).close()
        } catch let error as StoreError where error.kind == .cannotCreate || error.kind == .busy {
            guard age == .olderSeeds else { throw error }
        }
        return try openReadOnly(path, busySeconds).queue
    }

    /// A first load that was killed leaves its rollback journal, which only a connection that may write can play back.
    private static func rollBackKilledLoad(_ path: String, _ busySeconds: Double) throws {
        guard Glibc.access(path + "-journal", F_OK) == 0 else { return }
        let queue = try DatabaseQueue(path: path, configuration: configuration(busySeconds))
        try queue.inDatabase { db in _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
        try queue.close()
    }

    /// Waits while another command still makes the file, or brings it up to date.
    private static func openWhenMade(
        _ path: String, _ busySeconds: Double
    ) throws -> (queue: DatabaseQueue, age: Age) {
        let end = ContinuousClock.now + .seconds(busySeconds)
        while true {
            do {
                let opened = try openReadOnly(path, busySeconds)
                guard opened.age != .current, WriterLock.isHeld(path: path) else { return opened }
                try opened.queue.close()
            } catch let error as StoreError where error.kind == .notADatabase && WriterLock.isHeld(path: path) {}
            guard ContinuousClock.now < end else {
                throw StoreError(
                    .busy, path: path, "another command is still making it or bringing it up to date; ask again later")
            }
            usleep(50_000)
        }
    }

    /// How a file compares with what this binary would make.
    private enum Age { case current, olderSeeds, olderSchema }

    private static func openReadOnly(
        _ path: String, _ busySeconds: Double
    ) throws -> (queue: DatabaseQueue, age: Age) {
        var configuration = configuration(busySeconds)
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return (queue, try queue.inDatabase { db in try age(db, path: path) })
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            // A file in WAL mode, cleanly closed, in a folder that is not ours to write: nothing changes it.
            guard Glibc.access(path + "-wal", F_OK) != 0 else { throw error }
            let uri = "file:\(FileState.uriPath(path))?immutable=1"
            let queue = try DatabaseQueue(path: uri, configuration: configuration)
            return (queue, try queue.inDatabase { db in try age(db, path: path) })
        }
    }

    private static func age(_ db: Database, path: String) throws -> Age {
        let version = try SchemaVersion(db, path: path).number
        guard version > 0 else {
            throw StoreError(
                .notADatabase, path: path, "empty: it holds no Strata database yet; import JDs into it first")
        }
        guard version == Migrations.latest else { return .olderSchema }
        return try (Meta.integer(.catalogueVersion, db) ?? 0) < Seeds.version ? .olderSeeds : .current
    }

    private static func openForWriting(_ path: String, _ busySeconds: Double) throws -> DatabaseQueue {
        let isNew = try FileState(path).prepareForWriting()
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(busySeconds))
            try Migrations.bringUpToDate(queue, path: path)
            try queue.inDatabase { db in
                // SQLite counts the cache in pages of the size that it knows when it is told: here that is the file's.
                try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
                // Fails at once while another process is at work, waits for nobody: then the mode stays as it is.
                _ = try? String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            }
            try Seeding.refresh(queue)
            try queue.write(BulkLoad.finish)
            try queue.write(Columns.fill)
            return queue
        } catch {
            // A file that we made and could not fill would stand in the way of the next try.
            if isNew { unlink(path) }
            throw error
        }
    }
}
