internal import GRDB
internal import StrataModel
public import StrataStorage

/// What is stored of a JD?
public struct ShowQuestion: Sendable {
    public var id: Int64

    public init(id: Int64) { self.id = id }

    /// - returns: nil when there is no JD of that id.
    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> JDDetail? {
        try store.read { db in
            guard let summary = try SummaryReader(db).summary(id),
                let row = try Row.fetchOne(db, sql: Self.sql, arguments: [id])
            else { return nil }
            return JDDetail(
                summary: summary, externalID: row[0], postedRaw: row[1], employmentType: row[2], file: row[3],
                text: row[4], justification: row[5], mentions: try mentions(db), seen: try seen(db),
                isStale: row[6], siblings: try Siblings(db: db).newest(of: summary))
        }
    }

    private static let sql = """
        SELECT h.external_id, h.posted_raw, h.employment_type, coalesce(import_file.path, ''),
            coalesce(jd_body.text, ''), coalesce(jd_body.justification, ''),
            h.revision < coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'revision'), 0)
        FROM jd_head h LEFT JOIN jd_body ON jd_body.jd = h.id LEFT JOIN import_file ON import_file.id = h.file
        WHERE h.id = ?
        """

    private func mentions(_ db: Database) throws -> [JDDetail.FoundSkill] {
        let sql = """
            SELECT skill.slug, skill.name, skill.kind, m.requirement, m.count, m.spans, skill.primary_layer
            FROM jd_mention m JOIN skill ON skill.id = m.skill WHERE m.jd = ?
            ORDER BY m.requirement, skill.name COLLATE NOCASE, skill.slug
            """
        return try Row.fetchAll(db, sql: sql, arguments: [id]).map { row in
            let layer: String? = row[6]
            return JDDetail.FoundSkill(
                skill: row[0], name: row[1], kind: row[2], requirement: Requirement(number: row[3]), count: row[4],
                spans: Span.list(row[5]), layer: layer.flatMap(Layer.init(rawValue:)))
        }
    }

    private func seen(_ db: Database) throws -> [JDDetail.Seen] {
        let sql = """
            SELECT source.name, nullif(s.posted_on, ''), s.counted
            FROM jd_sighting s JOIN source ON source.id = s.source WHERE s.jd = ? ORDER BY s.posted_on, source.name
            """
        return try Row.fetchAll(db, sql: sql, arguments: [id]).map {
            JDDetail.Seen(source: $0[0], postedOn: $0[1], isCounted: $0[2])
        }
    }
}

extension Requirement {
    /// From the number that the database keeps.
    init(number: Int) {
        switch number {
        case 0: self = .required
        case 1: self = .preferred
        default: self = .context
        }
    }
}

extension Span {
    /// Reads `[[12,18],[40,46]]`.
    static func list(_ json: String) -> [Span] {
        let numbers = json.split { !$0.isNumber }.compactMap { Int($0) }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { Span(start: numbers[$0], end: numbers[$0 + 1]) }
    }
}
