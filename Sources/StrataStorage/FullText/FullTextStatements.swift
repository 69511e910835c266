internal import GRDB

/// The statements that read and write the tables in which FTS5 keeps its index.
struct FullTextStatements {
    let insertPage: RawStatement
    let insertFirst: RawStatement
    private let selectRecord: RawStatement
    private let replaceRecord: RawStatement
    private let insertSizes: RawStatement
    private let deleteSizes: RawStatement

    /// Whether the index is written as it is here, not as some later FTS5 writes it.
    ///
    /// - throws: `DatabaseError`.
    static func isKnownFormat(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT v FROM jd_fts_config WHERE k = 'version'") == 4
    }

    init(_ db: Database) throws {
        insertPage = try RawStatement("INSERT INTO jd_fts_data (id, block) VALUES (?, ?)", db)
        insertFirst = try RawStatement("INSERT INTO jd_fts_idx (segid, term, pgno) VALUES (?, ?, ?)", db)
        selectRecord = try RawStatement("SELECT block FROM jd_fts_data WHERE id = ?", db)
        replaceRecord = try RawStatement("UPDATE jd_fts_data SET block = ?2 WHERE id = ?1", db)
        insertSizes = try RawStatement("INSERT INTO jd_fts_docsize (id, sz) VALUES (?, ?)", db)
        deleteSizes = try RawStatement("DELETE FROM jd_fts_docsize WHERE id = ?", db)
    }

    /// Where a page lies in `jd_fts_data`: a leaf of a segment, or one of the index over a long list.
    static func page(_ number: Int, of segment: Int, listLevel: Int? = nil) -> Int64 {
        let place = Int64(segment) << 37 | Int64(number)
        return listLevel.map { place | 1 << 36 | Int64($0) << 31 } ?? place
    }

    /// A row of `jd_fts_data` that is no page.
    enum Record: Int64 {
        /// How many JDs, and how many words each column has in all.
        case averages = 1
        case structure = 10
    }

    func record(_ record: Record) throws -> [UInt8] {
        selectRecord.bind(1, record.rawValue)
        return try selectRecord.first { Array($0.bytes(0)) } ?? []
    }

    func write(_ record: Record, _ bytes: [UInt8]) throws {
        replaceRecord.bind(1, record.rawValue)
        replaceRecord.bind(2, bytes)
        try replaceRecord.run()
    }

    func insertSizes(_ sizes: [Int], of id: Int64) throws {
        var bytes: [UInt8] = []
        for size in sizes { bytes.appendVarint(UInt64(size)) }
        insertSizes.bind(1, id)
        insertSizes.bind(2, bytes)
        try insertSizes.run()
    }

    func deleteSizes(of id: Int64) throws {
        deleteSizes.bind(1, id)
        try deleteSizes.run()
    }
}
