public import GRDB

/// The passages of a few JDs' texts that hold what was searched for, as FTS5's `snippet()` cuts them out.
///
/// To look one JD up in the index of all goes through as many parts as the index has, for each word. An index of these JDs
/// alone, in memory, is made sooner.
public struct Passages {
    /// By id, with marks around the words found.
    public private(set) var texts: [Int64: String] = [:]

    /// JDs that are held in memory at a time.
    private static let batch = 200

    /// - parameters:
    ///   - match: in FTS5's syntax.
    ///   - opening: stands before a word found.
    ///   - closing: stands behind it.
    /// - throws: `DatabaseError`.
    public init(of ids: [Int64], _ match: String, opening: String, closing: String, _ db: Database) throws {
        let select = try RawStatement("SELECT title, company, location, text FROM jd WHERE id = ?", db)
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let few = ids[start..<min(start + Self.batch, ids.count)]
            let memory = try DatabaseQueue()
            try memory.inDatabase { index in
                try index.execute(
                    sql: "CREATE VIRTUAL TABLE hit USING fts5 (title, company, location, text, \(Tokenizer.option))")
                try index.inTransaction {
                    try Self.copy(few, select, index)
                    return .commit
                }
                let rows = try Row.fetchCursor(
                    index, sql: "SELECT rowid, snippet(hit, 3, ?, ?, '…', 24) FROM hit WHERE hit MATCH ?",
                    arguments: [opening, closing, match])
                while let row = try rows.next() { texts[row[0]] = row[1] }
            }
        }
    }

    private static func copy(_ ids: ArraySlice<Int64>, _ select: RawStatement, _ index: Database) throws {
        let insert = try RawStatement(
            "INSERT INTO hit (rowid, title, company, location, text) VALUES (?, ?, ?, ?, ?)", index)
        for id in ids {
            select.bind(1, id)
            try select.forEach { row in
                insert.bind(1, id)
                for column in 0..<Int32(4) { insert.bind(column + 2, row.text(column)) }
                try insert.run()
            }
        }
    }
}
