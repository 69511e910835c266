internal import GRDB
public import StrataModel
public import StrataStorage

/// Which JDs hold these words?
public struct SearchQuestion: Sendable {
    /// See ``SearchParser`` for what it may hold.
    public var query: String
    public var filter: JDFilter
    public var page: Page

    public init(_ query: String, filter: JDFilter = JDFilter(), page: Page = Page()) {
        self.query = query
        self.filter = filter
        self.page = page
    }

    /// The best hits first: words in the title count most, then company, place and text.
    ///
    /// - throws: ``SearchSyntaxError``, ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> SearchPage {
        let match = try SearchParser.expression(query).match
        return try store.read { db in
            let conditions = try Self.conditions(filter, match, db)
            let summaries = try SummaryReader(db)
            let hits: [SearchHit] = try ranked(match, conditions, db).compactMap { id, score in
                guard let summary = try summaries.summary(id) else { return nil }
                return SearchHit(jd: summary, score: score, snippet: try snippet(match, id, db))
            }
            return SearchPage(
                query: query, total: try Self.count(match, conditions, db), hits: hits, isDistinct: filter.isDistinct)
        }
    }

    /// How many there are, whatever the page.
    ///
    /// - throws: ``SearchSyntaxError``, ``UnknownName``, `StoreError`.
    public func count(_ store: Store) throws -> Int {
        let match = try SearchParser.expression(query).match
        return try store.read { db in try Self.count(match, try Self.conditions(filter, match, db), db) }
    }

    /// Of JDs that are alike, the newest of those that match is meant.
    private static func conditions(_ filter: JDFilter, _ match: String, _ db: Database) throws -> [SQL] {
        let matches: SQL = "h.id IN (SELECT rowid FROM jd_fts WHERE jd_fts MATCH \(match))"
        return try FilterSQL(filter, db).whole(besides: filter.isDistinct ? [matches] : [])
    }

    private func ranked(_ match: String, _ conditions: [SQL], _ db: Database) throws -> [(Int64, Double)] {
        let join: SQL = conditions.isEmpty ? "" : "JOIN jd_head h ON h.id = jd_fts.rowid"
        let sql: SQL = """
            SELECT jd_fts.rowid, bm25(jd_fts, 10, 4, 2, 1) AS score FROM jd_fts \(literal: join)
            WHERE jd_fts MATCH \(match) AND \(literal: FilterSQL.all(conditions))
            ORDER BY score, jd_fts.rowid LIMIT \(page.sqlLimit) OFFSET \(page.offset)
            """
        return try SQLRequest<Row>(literal: sql).fetchAll(db).map { ($0[0], -($0[1] as Double)) }
    }

    private static func count(_ match: String, _ conditions: [SQL], _ db: Database) throws -> Int {
        let join: SQL = conditions.isEmpty ? "" : "JOIN jd_head h ON h.id = jd_fts.rowid"
        let sql: SQL = """
            SELECT count(*) FROM jd_fts \(literal: join)
            WHERE jd_fts MATCH \(match) AND \(literal: FilterSQL.all(conditions))
            """
        return try SQLRequest<Int>(literal: sql).fetchOne(db) ?? 0
    }

    /// Out of the text; its beginning where the words stand elsewhere.
    private func snippet(_ match: String, _ id: Int64, _ db: Database) throws -> MarkedText {
        let sql = "SELECT snippet(jd_fts, 3, ?, ?, '…', 24) FROM jd_fts WHERE jd_fts MATCH ? AND rowid = ?"
        let raw = try String.fetchOne(
            db.cachedStatement(sql: sql),
            arguments: [String(Snippet.opening), String(Snippet.closing), match, id])
        return Snippet.marked(raw ?? "")
    }
}

/// A JD that a search found.
public struct SearchHit: Sendable, Hashable {
    public var jd: JDSummary
    /// How well it matches: larger is better; comparable within one search only.
    public var score: Double
    /// A passage of the text with the words found marked.
    public var snippet: MarkedText
}

/// Part of what a search found.
public struct SearchPage: Sendable, Hashable {
    public var query: String
    /// How many there are in all.
    public var total: Int
    /// The best first.
    public var hits: [SearchHit]
    /// Whether each stands for those that are alike to it.
    public var isDistinct = false
}
