internal import GRDB
internal import StrataModel
public import StrataStorage

/// Which JDs are there: of a filter, in an order, a page of them.
public struct JDQuestion: Sendable {
    public var filter: JDFilter
    /// Nil: by the share of the layer asked for, else the newest first.
    public var sort: JDSort?
    public var page: Page

    public init(_ filter: JDFilter = JDFilter(), sort: JDSort? = nil, page: Page = Page()) {
        self.filter = filter
        self.sort = sort
        self.page = page
    }

    /// The page, with how many there are in all.
    ///
    /// - throws: ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> JDPage {
        try store.read { db in
            let sql = try FilterSQL(filter, db)
            let summaries = try SummaryReader(db)
            let jds = try Self.ids(listing(sql), db).compactMap(summaries.summary)
            return JDPage(total: try count(sql, db), jds: jds, layer: filter.needs.first, isDistinct: filter.isDistinct)
        }
    }

    /// Hands over the page's JDs one by one, so that a long list takes no room.
    ///
    /// - throws: ``UnknownName``, `StoreError`, and what the body throws.
    public func forEach(_ store: Store, _ body: (JDSummary) throws -> Void) throws {
        try store.read { db in
            let summaries = try SummaryReader(db)
            for id in try Self.ids(listing(try FilterSQL(filter, db)), db) {
                if let summary = try summaries.summary(id) { try body(summary) }
            }
        }
    }

    /// How many there are, whatever the page.
    ///
    /// - throws: ``UnknownName``, `StoreError`.
    public func count(_ store: Store) throws -> Int {
        try store.read { db in try count(try FilterSQL(filter, db), db) }
    }

    private func count(_ sql: FilterSQL, _ db: Database) throws -> Int {
        try SQLRequest<Int>(literal: counting(sql)).fetchOne(db) ?? 0
    }

    private static func ids(_ sql: SQL, _ db: Database) throws -> [Int64] {
        try SQLRequest<Int64>(literal: sql).fetchAll(db)
    }
}

extension JDQuestion {
    private var order: JDSort { sort ?? JDSort(filter.needs.isEmpty ? .date : .share) }

    /// SQL that gives the ids of the page, in order.
    func listing(_ filter: FilterSQL) -> SQL {
        let limit: SQL = "LIMIT \(page.sqlLimit) OFFSET \(page.offset)"
        if order.key == .share, let layer = self.filter.needs.first {
            return listing(filter, by: layer) + limit
        }
        return """
            SELECT h.id FROM jd_head h WHERE \(literal: FilterSQL.all(filter.whole))
            ORDER BY \(sql: orderTerms) h.id \(literal: limit)
            """
    }

    /// Reads the layer's JDs from the top of the table that keeps them in order.
    private func listing(_ filter: FilterSQL, by layer: Layer) -> SQL {
        let direction = order.isDescending ? "DESC" : "ASC"
        if filter.asksForNeedsOnly, self.filter.needs.count == 1 {
            return "SELECT n.jd FROM jd_need n WHERE n.layer = \(layer.index) ORDER BY n.share \(sql: direction), n.jd "
        }
        return """
            SELECT n.jd FROM jd_need n CROSS JOIN jd_head h ON h.id = n.jd
            WHERE n.layer = \(layer.index) AND \(literal: FilterSQL.all(filter.whole))
            ORDER BY n.share \(sql: direction), n.jd 
            """
    }

    /// SQL that gives their number.
    func counting(_ filter: FilterSQL) -> SQL {
        if filter.asksForNeedsOnly, self.filter.needs.count == 1, let layer = self.filter.needs.first {
            return "SELECT count(*) FROM jd_need WHERE layer = \(layer.index)"
        }
        return "SELECT count(*) FROM jd_head h WHERE \(literal: FilterSQL.all(filter.whole))"
    }

    /// What the list is ordered by, but for the id.
    private var orderTerms: String {
        let direction = order.isDescending ? "DESC" : "ASC"
        switch order.key {
        // NULL is the smallest: descending, it comes last by itself, and the index can be read as it is.
        case .date where order.isDescending: return "h.posted_on DESC,"
        case .date: return "h.posted_on IS NULL, h.posted_on ASC,"
        case .title: return "h.title COLLATE NOCASE \(direction),"
        case .company: return "h.company IS NULL, h.company COLLATE NOCASE \(direction),"
        case .share: return "\(share) \(direction),"
        case .salary: return "\(Self.yearlySalary) IS NULL, \(Self.yearlySalary) \(direction),"
        }
    }

    private var share: String {
        if case .layer(let layer) = filter.primary { return "h.\(layer.shareColumn)" }
        if let layer = filter.needs.first { return "h.\(layer.shareColumn)" }
        return "max(\(Layer.allCases.map { "h.\($0.shareColumn)" }.joined(separator: ", ")))"
    }

    private static let yearlySalary = """
        coalesce(h.salary_max, h.salary_min) * CASE h.salary_period
            WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12 ELSE 1 END
        """
}

extension Layer {
    /// Its column in jd_head.
    var shareColumn: String {
        switch self {
        case .dataEngineering: "share_data_engineering"
        case .appliedML: "share_applied_ml"
        case .mlops: "share_mlops"
        case .promptEngineering: "share_prompt_engineering"
        }
    }
}
