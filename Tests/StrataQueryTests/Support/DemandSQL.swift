import GRDB
import StrataModel
import Testing

@testable import StrataQuery

/// A demand question as SQL over the rows of JDs: slow, and what the answer from their columns has to agree with.
///
/// First the JDs in question with how often each was seen (and when, and where, if that is asked for), one row each;
/// then what they need and ask for is joined, so that each row of a group is a distinct JD.
struct DemandSQL {
    var dimensions: [Dimension]
    var filter: FilterSQL
    /// Conditions on a row `s` of jd_sighting.
    var dates: [SQL]

    /// Whether the sightings have to be read; the head knows how many a JD has in all.
    private var readsSightings: Bool {
        !dates.isEmpty || !filter.source.isEmpty || dimensions.contains { $0.sightingColumn != nil }
    }

    /// Rows: a key for each dimension, JDs, sightings.
    var rows: SQL {
        let keys = dimensions.indices.map { "d\($0)" }.joined(separator: ", ")
        let selected = dimensions.enumerated().map { $1.keyColumn($0) }.joined(separator: ", ")
        let joins = dimensions.enumerated().compactMap { $1.join($0) }.joined(separator: " ")
        return """
            SELECT \(sql: selected), count(*) AS jds, sum(scope.n) AS sightings
            FROM (\(literal: scope)) AS scope \(sql: joins)
            GROUP BY \(sql: keys)
            """
    }

    /// One row: JDs, sightings, those without a primary layer, of these the undecided.
    var totals: SQL {
        let sightings = DemandSQL(dimensions: [], filter: filter, dates: dates)
        let largest = Layer.allCases.map { "h.\($0.shareColumn)" }.joined(separator: ", ")
        return """
            SELECT count(*), coalesce(sum(n), 0), coalesce(sum(is_outside), 0), coalesce(sum(is_undecided), 0)
            FROM (\(literal: sightings.scope(extra: [
                "h.primary_layer IS NULL AS is_outside",
                "h.primary_layer IS NULL AND max(\(largest)) > h.share_outside AS is_undecided",
            ])))
            """
    }

    /// Rows: a key for each dimension, how many of its JDs repeat the text of another one in it; those that repeat none are
    /// left out.
    ///
    /// JDs that are in groups are few, so that they are counted apart rather than all JDs being counted by their texts.
    var repeats: SQL {
        let keys = dimensions.indices.map { "d\($0)" }.joined(separator: ", ")
        let selected = dimensions.enumerated().map { $1.keyColumn($0) }.joined(separator: ", ")
        let joins = dimensions.enumerated().compactMap { $1.join($0) }.joined(separator: " ")
        let columns = dimensions.enumerated().compactMap { $1.scopeColumn($0) }
        return """
            SELECT \(sql: selected), count(*) - count(DISTINCT scope.duplicate_group) AS repeats
            FROM (\(literal: grouped.scope(extra: columns + ["h.duplicate_group"]))) AS scope \(sql: joins)
            GROUP BY \(sql: keys) HAVING repeats > 0
            """
    }

    /// One row: how many JDs repeat the text of another one.
    var totalRepeats: SQL {
        var all = grouped
        all.dimensions = []
        return """
            SELECT count(*) - count(DISTINCT duplicate_group) FROM (\(literal: all.scope(extra: ["h.duplicate_group"])))
            """
    }

    /// The same of JDs only that are alike to others.
    private var grouped: DemandSQL {
        var grouped = self
        grouped.filter.head.append("h.duplicate_group IS NOT NULL")
        return grouped
    }

    /// One row: JDs under the filters of which no sighting has a date.
    var undated: SQL {
        guard !filter.source.isEmpty else {
            return "SELECT count(*) FROM jd_head h WHERE h.posted_on IS NULL AND \(literal: FilterSQL.all(filter.head))"
        }
        let seen = FilterSQL.all(["s.jd = h.id", "s.counted"] + filter.source)
        return """
            SELECT count(*) FROM jd_head h WHERE \(literal: FilterSQL.all(filter.head))
            AND EXISTS (SELECT 1 FROM jd_sighting s WHERE \(literal: seen))
            AND NOT EXISTS (SELECT 1 FROM jd_sighting s WHERE \(literal: seen) AND s.posted_on <> '')
            """
    }

    /// One row: the latest date of a sighting under the filters.
    var latest: SQL {
        let conditions = ["s.counted", "s.posted_on <> ''"] + filter.source + filter.head
        return """
            SELECT max(s.posted_on) FROM jd_head h CROSS JOIN jd_sighting s ON s.jd = h.id
            WHERE \(literal: FilterSQL.all(conditions))
            """
    }

    private var scope: SQL {
        scope(extra: dimensions.enumerated().compactMap { $1.scopeColumn($0) })
    }

    /// A row a JD, or a JD and when or where it was seen: its id, the columns asked for, and `n` sightings.
    private func scope(extra columns: [String]) -> SQL {
        let selected = (["h.id AS jd"] + columns).joined(separator: ", ")
        guard readsSightings else {
            return
                "SELECT \(sql: selected), h.sightings AS n FROM jd_head h WHERE \(literal: FilterSQL.all(filter.head))"
        }
        let dated: [SQL] = dimensions.contains(where: \.isTime) ? ["s.posted_on <> ''"] : []
        let conditions = filter.head + ["s.counted"] + filter.source + dates + dated
        let groups = ["h.id"] + dimensions.compactMap(\.sightingColumn)
        return """
            SELECT \(sql: selected), count(*) AS n FROM jd_head h CROSS JOIN jd_sighting s ON s.jd = h.id
            WHERE \(literal: FilterSQL.all(conditions)) GROUP BY \(sql: groups.joined(separator: ", "))
            """
    }
}

extension DemandSQL {
    /// All that a report counts.
    func figures(_ db: Database) throws -> DemandFigures {
        var figures = DemandFigures()
        let count = dimensions.count
        let row = try #require(try SQLRequest<Row>(literal: totals).fetchOne(db))
        figures.total = DemandFigures.Cell(
            jds: row[0], sightings: row[1], repeats: try SQLRequest<Int>(literal: totalRepeats).fetchOne(db) ?? 0)
        (figures.outsideStack, figures.undecided) = (row[2], row[3])
        figures.undated = try SQLRequest<Int>(literal: undated).fetchOne(db) ?? 0
        let date = try SQLRequest<String?>(literal: latest).fetchOne(db) ?? nil
        figures.latest = UInt32(date?.replacing("-", with: "") ?? "0") ?? 0
        if dimensions.isEmpty { return figures }
        for row in try SQLRequest<Row>(literal: rows).fetchAll(db) {
            figures.cells[Self.keys(row, count)] = DemandFigures.Cell(jds: row[count], sightings: row[count + 1])
        }
        for row in try SQLRequest<Row>(literal: repeats).fetchAll(db) {
            figures.cells[Self.keys(row, count)]?.repeats = row[count]
        }
        return figures
    }

    private static func keys(_ row: Row, _ count: Int) -> [DemandKey] {
        (0..<count).map { place in
            let value: DatabaseValue = row[place]
            if let text = String.fromDatabaseValue(value) { return .text(text) }
            return Int.fromDatabaseValue(value).map(DemandKey.number) ?? .none
        }
    }
}

extension Dimension {
    /// What it reads of a sighting, a row `s`.
    fileprivate var sightingColumn: String? {
        switch self {
        case .month: "substr(s.posted_on, 1, 7)"
        case .quarter: "substr(s.posted_on, 1, 5) || 'Q' || ((substr(s.posted_on, 6, 2) + 2) / 3)"
        case .year: "substr(s.posted_on, 1, 4)"
        case .source: "s.source"
        default: nil
        }
    }

    /// What it reads of a JD, a row `h` of jd_head.
    private var headColumn: String? {
        switch self {
        case .layer: "h.needs"
        case .primary: "h.primary_layer"
        case .role: "h.role"
        case .seniority: "h.seniority"
        case .company: "nullif(h.company, '')"
        case .location: "nullif(h.location, '')"
        case .country: "h.country"
        case .workplace: "h.workplace"
        case .language: "h.language"
        default: nil
        }
    }

    /// What the scope has to bring, under the name `c` and the dimension's place.
    fileprivate func scopeColumn(_ place: Int) -> String? {
        (headColumn ?? sightingColumn).map { "\($0) AS c\(place)" }
    }

    /// The key to group by, under the name `d` and the dimension's place.
    fileprivate func keyColumn(_ place: Int) -> String {
        switch self {
        case .layer: "layer\(place).id AS d\(place)"
        case .skill, .tool: "asked\(place).skill AS d\(place)"
        default: "scope.c\(place) AS d\(place)"
        }
    }

    /// What is joined to the scope: a row for each value that a JD has.
    fileprivate func join(_ place: Int) -> String? {
        switch self {
        case .layer: "CROSS JOIN layer AS layer\(place) ON scope.c\(place) & (1 << layer\(place).id)"
        case .skill, .tool: Self.asked(place, toolsOnly: self == .tool)
        default: nil
        }
    }

    /// A skill that is both required and preferred counts once.
    ///
    /// JDs come first (CROSS JOIN keeps the order): the mentions of one lie side by side. The plus keeps IN from being
    /// looked up through the key: SQLite 3.40 then lets mentions pass that are only context.
    private static func asked(_ place: Int, toolsOnly: Bool) -> String {
        let m = "asked\(place)"
        let kind = toolsOnly ? " AND +\(m).skill IN (SELECT id FROM skill WHERE kind = 'tool')" : ""
        return """
            CROSS JOIN jd_mention AS \(m) ON \(m).jd = scope.jd AND \(m).requirement < 2\(kind)
                AND (\(m).requirement = 0 OR NOT EXISTS (SELECT 1 FROM jd_mention AS other
                    WHERE other.jd = \(m).jd AND other.skill = \(m).skill AND other.requirement = 0))
            """
    }
}
