internal import GRDB
internal import StrataModel

#if canImport(Glibc)
internal import Glibc
#endif

/// Writes an import run: batches of rows, each committed together with how far its file has been read.
///
/// A killed run leaves whole batches behind; begun again with the same options it goes on after the last of them.
public final class RunWriter {
    /// Number of the run.
    public let run: Int64
    /// Whether it goes on with a run that was killed.
    public let isResumed: Bool
    private let store: Store
    let rows: JDRows
    let sightings: Sightings
    let images: BeforeImages
    private let checkpoint: RawStatement
    private let reject: RawStatement
    private var pendingBytes = 0

    /// Begins a run, or takes up the killed run that had the same options.
    ///
    /// - parameter options: the command in a form that is equal for equal commands.
    /// - throws: ``StoreError``.
    public init(store: Store, options: String, startedAt: String) throws {
        self.store = store
        let process = Int64(getpid())
        (run, isResumed, rows, sightings, images, checkpoint, reject) = try withStoreErrors(path: store.path) {
            try store.queue.inDatabase { db in
                // The writer keeps the references itself, row by row; `db check` proves it afterwards. A check against a
                // list makes a table of the list for every row.
                try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
                try BulkLoad.begin(db)
                let (run, isResumed) = try Self.begin(options, startedAt, process, store.holdsLock, db)
                return (
                    run, isResumed, try JDRows(db, fullText: FullText(db)), try Sightings(db),
                    try BeforeImages(run: run, db),
                    try RawStatement(
                        """
                        UPDATE import_file SET rows = ?1, imported = ?2, updated = ?3, duplicates = ?4, sightings = ?5,
                            rejected = ?6, seconds = ?7 WHERE id = ?8
                        """, db),
                    try RawStatement(
                        "INSERT INTO reject (file, row, line, reason, raw) VALUES (?, ?, ?, ?, ?)", db)
                )
            }
        }
    }

    private static func begin(
        _ options: String, _ startedAt: String, _ process: Int64, _ isAlone: Bool, _ db: Database
    ) throws -> (Int64, Bool) {
        try db.execute(sql: "BEGIN IMMEDIATE")
        defer { try? db.execute(sql: "COMMIT") }
        let killed = try Row.fetchOne(
            db,
            sql: """
                SELECT id, process FROM import_run
                WHERE finished_at IS NULL AND undone_at IS NULL AND options = ? ORDER BY id DESC
                """,
            arguments: [options])
        if let killed, isAlone || !isRunning(killed["process"]) {
            let id: Int64 = killed["id"]
            try db.execute(sql: "UPDATE import_run SET process = ? WHERE id = ?", arguments: [process, id])
            return (id, true)
        }
        try db.execute(
            sql: "INSERT INTO import_run (started_at, options, process) VALUES (?, ?, ?)",
            arguments: [startedAt, options, process])
        return (db.lastInsertedRowID, false)
    }

    static func isRunning(_ process: Int64) -> Bool {
        process == Int64(getpid()) ? false : kill(pid_t(truncatingIfNeeded: process), 0) == 0 || errno == EPERM
    }

    /// Opens a file of the run.
    ///
    /// - parameter fingerprint: tells whether it is the file that a killed run had begun.
    /// - parameter table: how it is laid out, where it is a table of text.
    /// - returns: how far it has been read already.
    /// - throws: ``StoreError``.
    public func begin(
        path: String, format: String, fingerprint: String, table: TableLayout? = nil
    ) throws -> FileProgress {
        try store.write { db in
            let known = try Row.fetchOne(
                db, sql: "SELECT * FROM import_file WHERE run = ? AND path = ? AND fingerprint = ?",
                arguments: [run, path, fingerprint])
            if let known { return FileProgress(known) }
            try db.execute(
                sql: """
                    INSERT INTO import_file (run, path, format, fingerprint, columns, delimiter)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [run, path, format, fingerprint, table?.columnsJSON, table?.delimiter])
            images.add(file: db.lastInsertedRowID)
            return FileProgress(id: db.lastInsertedRowID)
        }
    }

    /// Stores rows of a file; every ``batchBytes`` of text they are committed with how far the file has been read.
    ///
    /// - parameters:
    ///   - words: the run of these rows that ``textIndexer`` made; without it their words are turned over here.
    ///   - progress: of the file; brought up to date.
    /// - throws: ``StoreError``; the database is then as it was after the last commit.
    public func store(
        _ rows: [PreparedRow], words: TextRun? = nil, of progress: inout FileProgress, seconds: Double
    ) throws {
        progress.seconds += seconds
        try transaction { db in
            if let words { self.rows.begin(words) }
            for (index, row) in rows.enumerated() {
                try write(row, at: words == nil ? nil : index, &progress, db)
                pendingBytes += row.textSize
            }
            if pendingBytes >= Self.batchBytes { try commit(progress, db) }
        }
    }

    /// Commits what is stored so far.
    ///
    /// - throws: ``StoreError``; the database is then as it was after the last commit.
    public func commit(_ progress: FileProgress) throws {
        try transaction { db in try commit(progress, db) }
    }

    /// Text that one transaction holds, in bytes; its words, turned over in memory, take about as much again.
    static let batchBytes = 16 << 20

    private func commit(_ progress: FileProgress, _ db: Database) throws {
        try rows.flush()
        try save(progress)
        try db.execute(sql: "COMMIT")
        pendingBytes = 0
    }

    /// Goes on with the open transaction, or begins one; takes it back when the body throws.
    private func transaction(_ body: (Database) throws -> Void) throws {
        try withStoreErrors(path: store.path) {
            try store.queue.inDatabase { db in
                if !db.isInsideTransaction { try db.execute(sql: "BEGIN IMMEDIATE") }
                do {
                    try body(db)
                } catch {
                    try? db.execute(sql: "ROLLBACK")
                    sightings.forget()
                    rows.forget()
                    pendingBytes = 0
                    throw error
                }
            }
        }
    }

    /// Turns over the words of rows on other threads; nil where the index is written JD by JD.
    public var textIndexer: TextIndexer? { rows.textIndexer }

    /// - parameter index: in the run of words; nil where there is none.
    private func write(
        _ row: PreparedRow, at index: Int?, _ progress: inout FileProgress, _ db: Database
    ) throws {
        progress.counts.rows += 1
        switch row {
        case .rejected(let row):
            progress.counts.rejected += 1
            reject.bind(1, progress.id)
            reject.bind(2, progress.counts.rows)
            reject.bind(3, row.line.map(Int64.init))
            reject.bind(4, row.reason)
            reject.bind(5, row.raw)
            try reject.run()
        case .jd(let prepared):
            try write(prepared, at: index, &progress, db)
        }
    }

    private func write(
        _ prepared: PreparedJD, at index: Int?, _ progress: inout FileProgress, _ db: Database
    ) throws {
        if let history = prepared.jd.history { return try write(prepared, history, at: index, &progress, db) }
        let source = try sightings.number(ofSource: prepared.jd.source, db)
        let sighting = Sighting(prepared, source: source, file: progress.id)
        guard let known = try sightings.find(prepared.identity) else {
            let id = try rows.insert(prepared, source: source, file: progress.id, row: index)
            try sightings.add(sighting, jd: id)
            progress.counts.imported += 1
            return
        }
        if try sightings.isKnown(sighting, jd: known.id) {
            progress.counts.duplicates += 1
        } else if known.content == prepared.content {
            try sightings.add(sighting, jd: known.id)
            try sightings.summarise(jd: known.id)
            progress.counts.duplicates += 1
            progress.counts.sightings += 1
        } else {
            let isSameFile = known.file == progress.id
            // Within a file the last row of an id wins: the earlier one was no sighting of its own.
            if isSameFile { try sightings.uncount(file: progress.id, jd: known.id) }
            try images.keep(jd: known.id, givenBy: known.file)
            try rows.replace(id: known.id, prepared, source: known.source, file: progress.id)
            try sightings.add(sighting, jd: known.id)
            try sightings.summarise(jd: known.id)
            if isSameFile { progress.counts.duplicates += 1 } else { progress.counts.updated += 1 }
        }
    }

    private func save(_ progress: FileProgress) throws {
        let counts = progress.counts
        for (index, count) in [
            counts.rows, counts.imported, counts.updated, counts.duplicates, counts.sightings, counts.rejected,
        ].enumerated() { checkpoint.bind(Int32(index + 1), count) }
        checkpoint.bind(7, progress.seconds)
        checkpoint.bind(8, progress.id)
        try checkpoint.run()
    }

    /// Notes that a file has been read to its end, or why it could not be.
    ///
    /// - throws: ``StoreError``.
    public func finish(_ progress: FileProgress, error: String?) throws {
        try store.write { db in
            try db.execute(
                sql: "UPDATE import_file SET finished = 1, seconds = ?, error = ? WHERE id = ?",
                arguments: [progress.seconds, error, progress.id])
        }
    }

    /// Notes a file that could not be opened, and why.
    ///
    /// - throws: ``StoreError``.
    public func note(path: String, error: String) throws {
        try finish(try begin(path: path, format: "unreadable", fingerprint: error), error: error)
    }

    /// Notes that the run has ended.
    ///
    /// - throws: ``StoreError``.
    public func finish(at time: String) throws {
        try withStoreErrors(path: store.path) {
            try store.queue.inDatabase { db in
                try BulkLoad.makeDurable(db)
                try db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
            }
        }
        try store.write { db in
            try BulkLoad.finish(db)
            try Columns.refresh(db)
            try db.execute(sql: "UPDATE import_run SET finished_at = ? WHERE id = ?", arguments: [time, run])
        }
    }
}
