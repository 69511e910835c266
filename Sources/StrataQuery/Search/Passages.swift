internal import GRDB
internal import StrataModel

/// The passages of a few JDs that hold what was searched for.
///
/// FTS5's own, out of a small index of these JDs alone: to go to one JD in that of all takes longer than to read its text.
struct Passages {
    private var passages: [Int64: MarkedText] = [:]

    /// - throws: `DatabaseError`.
    init(of ids: [Int64], _ match: String, _ db: Database) throws {
        guard !ids.isEmpty else { return }
        try db.execute(sql: "DROP TABLE IF EXISTS temp.hit")
        let schema = try String.fetchOne(db, sql: "SELECT sql FROM main.sqlite_schema WHERE name = 'jd_fts'") ?? ""
        // The same words, but for the texts, which lie in the table itself.
        let tokenize = schema.range(of: "tokenize = ")?.upperBound
        _ = tokenize
    }

    subscript(id: Int64) -> MarkedText { passages[id] ?? MarkedText(text: "", marks: []) }
}
