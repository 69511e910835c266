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
        let expression = try SearchParser.expression(query)
        return try store.read { db in
            let limit = page.limit.map { $0 <= 0 ? 0 : min($0, .max - page.offset) + page.offset }
            let matches = try SearchScope(filter, db).matches(expression, limit: limit, db)
            let shown = matches.best.dropFirst(page.offset)
            let passages = try Passages(
                of: shown.map(\.id), expression.match, opening: String(Snippet.opening),
                closing: String(Snippet.closing), db)
            let summaries = try SummaryReader(db)
            let hits: [SearchHit] = try shown.compactMap { found in
                guard let summary = try summaries.summary(found.id) else { return nil }
                return SearchHit(
                    jd: summary, score: found.score, snippet: Snippet.marked(passages.texts[found.id] ?? ""))
            }
            return SearchPage(query: query, total: matches.total, hits: hits, isDistinct: filter.isDistinct)
        }
    }

    /// How many there are, whatever the page.
    ///
    /// - throws: ``SearchSyntaxError``, ``UnknownName``, `StoreError`.
    public func count(_ store: Store) throws -> Int {
        let expression = try SearchParser.expression(query)
        return try store.read { db in try SearchScope(filter, db).matches(expression, limit: 0, db).total }
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
