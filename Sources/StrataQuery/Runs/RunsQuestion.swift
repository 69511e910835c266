internal import GRDB
public import StrataStorage

/// What was imported, when, and what became of it?
public struct RunsQuestion: Sendable {
    public var page: Page

    public init(page: Page = Page()) { self.page = page }

    /// The latest runs first.
    ///
    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> RunList {
        try store.read { db in
            let sql = "\(RunSummary.sql) GROUP BY import_run.id ORDER BY import_run.id DESC LIMIT ? OFFSET ?"
            let rows = try Row.fetchAll(db, sql: sql, arguments: [page.sqlLimit, page.offset])
            return RunList(
                total: try Int.fetchOne(db, sql: "SELECT count(*) FROM import_run") ?? 0,
                runs: rows.map(RunSummary.init))
        }
    }
}

/// One run: its files and the records that could not be read?
public struct RunQuestion: Sendable {
    public var run: Int64
    /// Which of its rejects are wanted.
    public var rejects: Page

    public init(run: Int64, rejects: Page = Page()) {
        self.run = run
        self.rejects = rejects
    }

    /// - returns: nil when there is no such run.
    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> RunDetail? {
        try store.read { db in
            let sql = "\(RunSummary.sql) WHERE import_run.id = ? GROUP BY import_run.id"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [run]) else { return nil }
            return RunDetail(
                summary: RunSummary(row), files: try files(db), rejects: try Self.rejects(of: run, rejects, db))
        }
    }

    private func files(_ db: Database) throws -> [RunFile] {
        try Row.fetchAll(db, sql: "SELECT * FROM import_file WHERE run = ? ORDER BY id", arguments: [run]).map { row in
            RunFile(
                path: row["path"], format: row["format"], counts: RunCounts(row), seconds: row["seconds"],
                isFinished: row["finished"], error: row["error"])
        }
    }

    private static func rejects(of run: Int64, _ page: Page, _ db: Database) throws -> [RejectedRecord] {
        let sql = """
            SELECT import_file.path, reject.row, reject.line, reject.reason, reject.raw
            FROM import_file JOIN reject ON reject.file = import_file.id
            WHERE import_file.run = ? ORDER BY reject.file, reject.row LIMIT ? OFFSET ?
            """
        return try Row.fetchAll(db, sql: sql, arguments: [run, page.sqlLimit, page.offset]).map {
            RejectedRecord(path: $0[0], row: $0[1], line: $0[2], reason: $0[3], raw: $0[4])
        }
    }
}

extension RunSummary {
    static let sql = """
        SELECT import_run.id, started_at, finished_at, undone_at, count(import_file.id) AS files,
            coalesce(sum(rows), 0) AS rows, coalesce(sum(imported), 0) AS imported,
            coalesce(sum(updated), 0) AS updated, coalesce(sum(duplicates), 0) AS duplicates,
            coalesce(sum(import_file.sightings), 0) AS sightings, coalesce(sum(rejected), 0) AS rejected,
            coalesce(sum(seconds), 0.0) AS seconds
        FROM import_run LEFT JOIN import_file ON import_file.run = import_run.id
        """

    init(_ row: Row) {
        self.init(
            id: row["id"], startedAt: row["started_at"], finishedAt: row["finished_at"], undoneAt: row["undone_at"],
            files: row["files"], counts: RunCounts(row), seconds: row["seconds"])
    }
}

extension RunCounts {
    init(_ row: Row) {
        self.init(
            rows: row["rows"], imported: row["imported"], updated: row["updated"], duplicates: row["duplicates"],
            sightings: row["sightings"], rejected: row["rejected"])
    }
}
