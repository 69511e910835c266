internal import GRDB
public import StrataModel
public import StrataStorage

/// Everything that is known of JDs, in a form that an import reads again: the same JDs come of it, with all their sightings.
public struct JDExport: Sendable {
    public var filter: JDFilter

    public init(_ filter: JDFilter = JDFilter()) { self.filter = filter }

    /// Hands over the JDs one by one, in the order of their ids: memory does not grow with their number.
    ///
    /// - throws: ``UnknownName``, `StoreError`, and what the body throws.
    public func forEach(_ store: Store, _ body: (ExportedJD) throws -> Void) throws {
        try store.read { db in
            let filter = try FilterSQL(filter, db)
            let request: SQLRequest<Row> = """
                SELECT \(sql: Self.columns) FROM jd_head h JOIN source ON source.id = h.source
                    LEFT JOIN jd_body ON jd_body.jd = h.id LEFT JOIN role ON role.id = h.role
                    LEFT JOIN jd_label ON jd_label.jd = h.id
                WHERE \(literal: FilterSQL.all(filter.whole)) ORDER BY h.id
                """
            let seen = try db.makeStatement(sql: Self.seen)
            let skills = try db.makeStatement(sql: Self.skills)
            let heads = try request.fetchCursor(db)
            while let row = try heads.next() {
                let id: Int64 = row["id"]
                try body(
                    ExportedJD(
                        row, seen: try Row.fetchAll(seen, arguments: [id]),
                        skills: try Row.fetchAll(skills, arguments: [id])))
            }
        }
    }

    private static let columns = """
        h.*, source.name AS source_name, role.slug AS role_slug, jd_label.label, jd_label.labelled_at,
        coalesce(jd_body.justification, '') AS justification, coalesce(jd_body.text, '') AS text
        """

    /// In an order that does not depend on a database's own numbers.
    private static let seen = """
        SELECT source.name, s.posted_on, s.content, s.counted
        FROM jd_sighting s JOIN source ON source.id = s.source WHERE s.jd = ?
        ORDER BY s.posted_on, source.name, s.content
        """

    private static let skills = """
        SELECT skill.slug, m.requirement FROM jd_mention m JOIN skill ON skill.id = m.skill
        WHERE m.jd = ? AND m.requirement < 2 ORDER BY skill.slug
        """
}

/// A JD with all that is known of it. The keys are those that an import knows an export by.
public struct ExportedJD: Sendable, Hashable {
    /// Its members in order: every key, whether it has a value or not.
    public var members: [Member]

    public struct Member: Sendable, Hashable {
        public var key: String
        public var value: JSONValue
    }

    /// As an object.
    public var json: JSONValue { .object(members.map { ($0.key, $0.value) }) }
}

extension ExportedJD {
    init(_ row: Row, seen: [Row], skills: [Row]) {
        let primary: Int? = row["primary_layer"]
        let layers = Outcome.allCases.map { outcome -> (key: String, value: JSONValue) in
            let column = outcome.layer?.shareColumn ?? "share_outside"
            return (outcome.layer?.slug ?? "outside", .number(row[column] as Double))
        }
        func text(_ key: String, _ column: String? = nil) -> Member {
            Member(key: key, value: .string(row[column ?? key] as String?))
        }
        func number(_ key: String) -> Member { Member(key: key, value: .number(row[key] as Double?)) }
        func slugs(_ requirement: Requirement) -> JSONValue {
            .array(skills.filter { Requirement(number: $0[1]) == requirement }.map { .string($0[0] as String) })
        }
        members = [
            text("source", "source_name"), text("external_id"), text("title"), text("company"), text("location"),
            text("city"), text("region"), text("country"), text("workplace"), text("posted_on"), text("posted_raw"),
            text("first_seen"), text("last_seen"),
            Member(key: "sightings", value: .integer(row["sightings"] as Int)),
            text("seniority"), number("salary_min"), number("salary_max"), text("salary_currency"),
            text("salary_period"), text("salary_raw"), text("employment_type"), text("url"), text("language"),
            Member(key: "truncated", value: .bool(row["is_truncated"] as Int? == 1)),
            Member(key: "masked", value: .integer(row["masked"] as Int? ?? 0)), text("label"), text("labelled_at"),
            text("role", "role_slug"),
            Member(key: "primary_layer", value: .string(primary.flatMap(Layer.init(index:))?.slug)),
            Member(
                key: "needs", value: .array(LayerSet(rawValue: row["needs"]).layers.map { .string($0.slug) })),
            Member(key: "layers", value: .object(layers)), text("justification"),
            Member(key: "required", value: slugs(.required)),
            Member(key: "preferred", value: slugs(.preferred)),
            Member(key: "sightings_seen", value: .array(seen.map(Self.sighting))), text("text"),
        ]
    }

    /// Every key has a value: in a table of paths a missing one would shift those behind it.
    private static func sighting(_ row: Row) -> JSONValue {
        let date: String = row[1]
        return .object([
            ("date", .string(date.isEmpty ? JDHistory.undated : date)), ("source", .string(row[0] as String)),
            ("content", .string(String(UInt64(bitPattern: row[2]), radix: 16))), ("counted", .bool(row[3])),
        ])
    }

    /// The keys, in order.
    public static let keys = [
        "source", "external_id", "title", "company", "location", "city", "region", "country", "workplace", "posted_on",
        "posted_raw", "first_seen", "last_seen",
        "sightings", "seniority", "salary_min", "salary_max", "salary_currency", "salary_period", "salary_raw",
        "employment_type", "url", "language", "truncated", "masked", "label", "labelled_at", "role", "primary_layer",
        "needs", "layers", "justification",
        "required", "preferred", "sightings_seen", "text",
    ]
}
