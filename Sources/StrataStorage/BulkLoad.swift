internal import GRDB

/// The first load of JDs into an empty file, which can do without what protects later ones.
///
/// Nobody reads the file yet, so pages need no log: each is written once, and the system may choose when, until the load
/// ends: a power cut before that can damage a file that holds nothing yet but seeds (a killed process cannot). Indexes that only questions use are left out and
/// built at the end, sorted, which costs a third. A load that is killed leaves them out; whoever opens the file to write
/// next builds them, and until then questions are answered, only slower.
enum BulkLoad {
    /// Indexes that only questions use: those of JDs that are no constraint.
    private static let indexes = ["jd_newest", "jd_by_role", "jd_mention_by_skill"]

    /// Prepares an empty file for its first load; does nothing to one that holds JDs.
    ///
    /// - throws: `DatabaseError`.
    static func begin(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM jd_head LIMIT 1") == nil else { return }
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = TRUNCATE")
        if try !holdsUserRows(db) { try db.execute(sql: "PRAGMA synchronous = OFF") }
        try db.inTransaction(.immediate) {
            try Meta.set(.verdictsRevision, Meta.integer(.revision, db) ?? 0, db)
            for index in indexes { try db.execute(sql: "DROP INDEX IF EXISTS \(index)") }
            return .commit
        }
    }

    /// Has the next commit, and all before it, reach the disk; to be called between transactions.
    ///
    /// - throws: `DatabaseError`.
    static func makeDurable(_ db: Database) throws {
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }

    private static func holdsUserRows(_ db: Database) throws -> Bool {
        try Int.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM catalogue_edit) OR EXISTS (SELECT 1 FROM gap_dismissal)
                """) == 1
    }

    /// Builds the indexes that are missing, from the schema's own words.
    ///
    /// - throws: `DatabaseError`.
    static func finish(_ db: Database) throws {
        for index in indexes where try !db.indexExists(index) {
            // The sorter takes as much memory as the page cache may, beside it.
            try db.execute(sql: "PRAGMA cache_size = -16384; PRAGMA shrink_memory")
            guard let sql = Migrations.statement(creatingIndex: index) else { continue }
            try db.execute(sql: sql)
        }
    }
}

extension Database {
    fileprivate func indexExists(_ name: String) throws -> Bool {
        try Int.fetchOne(
            self, sql: "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", arguments: [name]) != nil
    }
}
