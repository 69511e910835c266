internal import GRDB
public import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

/// What a database holds.
public struct DatabaseInfo: Sendable, Hashable {
    /// A table and its rows.
    public struct Count: Sendable, Hashable {
        public var name: String
        public var count: Int
    }

    public var path: String
    /// Size of the file in bytes.
    public var bytes: Int
    /// How many migrations it has seen.
    public var schema: Int
    public var catalogue: Int
    public var weights: Int
    /// Whether JDs are weighed by numbers that the user has learnt.
    public var hasOwnWeights: Bool
    /// Raised with every change of catalogue or weights, the user's too.
    public var revision: Int
    /// JDs, sightings, mentions, ... by plain names.
    public var counts: [Count]
    /// How many distinct JDs it holds.
    public var jds: Int { counts.first { $0.name == "jds" }?.count ?? 0 }
    /// JDs whose verdict comes from an older revision.
    public var staleVerdicts: Int
    /// Groups of JDs of almost the same text.
    public var duplicateGroups: Int
    /// JDs that are in such a group, but for one of each.
    public var repeats: Int
    /// JDs that an import which was broken off has left to be compared with the others.
    public var ungrouped: Int
    /// Blocks of columns that reports and searches read, and how many of them are made anew for each until somebody writes.
    public var columnBlocks: Int
    public var missingColumnBlocks: Int
    /// JDs whose texts differ.
    public var distinctTexts: Int { jds - repeats }
    /// Dates of the earliest and the latest sighting; nil when none is dated.
    public var firstDate: String?
    public var lastDate: String?
    /// Sources with how many JDs came from each first, the largest first.
    public var sources: [Count]

    /// - throws: `StoreError`.
    public init(_ store: Store) throws {
        self = try store.read { db in try DatabaseInfo(store.path, db) }
    }

    private init(_ path: String, _ db: Database) throws {
        self.path = path
        bytes = Self.size(of: path)
        schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        catalogue = try Self.meta("catalogue_version", db)
        weights = try Self.meta("weights_version", db)
        hasOwnWeights = try Int.fetchOne(db, sql: "SELECT 1 FROM own_parameter LIMIT 1") != nil
        revision = try Self.meta("revision", db)
        counts = try Self.tables.map { name, sql in
            Count(name: name, count: try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0)
        }
        staleVerdicts =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_head WHERE revision < ?", arguments: [revision]) ?? 0
        duplicateGroups = try Self.integer("SELECT count(DISTINCT duplicate_group) FROM jd_head", db)
        repeats = try Self.integer("SELECT count(duplicate_group) FROM jd_head", db) - duplicateGroups
        ungrouped = try Self.integer("SELECT count(*) FROM jd_ungrouped", db)
        let columns = try Columns(db)
        (columnBlocks, missingColumnBlocks) = (columns.blockCount, columns.missingBlocks)
        firstDate = try String.fetchOne(db, sql: "SELECT min(first_seen) FROM jd_head")
        lastDate = try String.fetchOne(db, sql: "SELECT max(last_seen) FROM jd_head")
        sources = try Self.sources(db)
    }

    private static let tables = [
        ("jds", "jd_head"), ("sightings", "jd_sighting WHERE counted"), ("mentions", "jd_mention"),
        ("needs", "jd_need"), ("skills", "skill WHERE NOT retired"),
        ("tools", "skill WHERE kind = 'tool' AND NOT retired"),
        ("terms", "term"), ("roles", "role WHERE NOT retired"), ("runs", "import_run"), ("files", "import_file"),
        ("rejects", "reject"), ("labels", "label"),
    ]

    private static func integer(_ sql: String, _ db: Database) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }

    private static func meta(_ name: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", arguments: [name]) ?? 0
    }

    private static func sources(_ db: Database) throws -> [Count] {
        let sql = """
            SELECT source.name, count(h.id) FROM source LEFT JOIN jd_head h ON h.source = source.id
            GROUP BY source.id ORDER BY 2 DESC, 1
            """
        return try Row.fetchAll(db, sql: sql).map { Count(name: $0[0], count: $0[1]) }
    }

    private static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
