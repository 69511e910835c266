internal import GRDB
internal import StrataModel

/// Reads summaries one by one, by id: a list is found by its index first, then read.
struct SummaryReader {
    private let statement: Statement

    private static let sql = """
        SELECT h.id, h.title, h.company, h.location, h.posted_on, role.slug, role.name, h.seniority, h.primary_layer,
            h.needs, h.share_data_engineering, h.share_applied_ml, h.share_mlops, h.share_prompt_engineering,
            h.share_outside, h.salary_min, h.salary_max, h.salary_currency, h.salary_period, h.salary_raw, h.sightings,
            source.name, h.first_seen, h.last_seen, h.url, h.is_thin, label.labelled_at,
            h.city, h.region, h.country, h.workplace, coalesce(h.is_truncated, 0), h.language,
            coalesce(h.duplicate_group, h.id),
            (SELECT count(*) FROM jd_head o WHERE o.duplicate_group = h.duplicate_group AND o.id <> h.id)
        FROM jd_head h JOIN source ON source.id = h.source LEFT JOIN role ON role.id = h.role
            LEFT JOIN label ON label.jd = h.id
        WHERE h.id = ?
        """

    init(_ db: Database) throws { statement = try db.cachedStatement(sql: Self.sql) }

    /// - returns: nil when there is no JD of that id.
    func summary(_ id: Int64) throws -> JDSummary? {
        try Row.fetchOne(statement, arguments: [id]).map(Self.summary)
    }

    private static func summary(_ row: Row) -> JDSummary {
        let primary: Int? = row[8]
        var shares = OutcomeValues()
        for (index, outcome) in Outcome.allCases.enumerated() { shares[outcome] = row[10 + index] }
        return JDSummary(
            id: row[0], title: row[1], company: row[2], location: row[3], place: place(row), postedOn: row[4],
            role: row[5],
            roleName: row[6], seniority: row[7], primaryLayer: primary.flatMap(Layer.init(index:)),
            needs: LayerSet(rawValue: row[9]).layers, shares: shares, salary: salary(row), salaryRaw: row[19],
            sightings: row[20], source: row[21], firstSeen: row[22], lastSeen: row[23], url: row[24],
            isThin: row[25], isTruncated: row[31], language: row[32], labelledAt: row[26],
            duplicateGroup: row[33], alike: row[34])
    }

    private static func place(_ row: Row) -> Place {
        let workplace: String? = row[30]
        return Place(
            city: row[27], region: row[28], country: row[29], workplace: workplace.flatMap(Workplace.init(rawValue:)))
    }

    private static func salary(_ row: Row) -> Salary? {
        let (low, high): (Double?, Double?) = (row[15], row[16])
        guard low != nil || high != nil else { return nil }
        let period: String? = row[18]
        return Salary(min: low, max: high, currency: row[17], period: period.flatMap(Salary.Period.init(rawValue:)))
    }
}

extension Layer {
    /// The layer at a place of the stack.
    init?(index: Int) {
        guard let layer = Layer.allCases.first(where: { $0.index == index }) else { return nil }
        self = layer
    }
}
