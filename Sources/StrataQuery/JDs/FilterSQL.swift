internal import GRDB
internal import StrataModel

/// A filter as SQL with bound values: the one place where conditions are written.
struct FilterSQL {
    /// Conditions on a row `h` of jd_head, but for dates and source.
    var head: [SQL] = []
    /// The source, as a condition on a row `s` of jd_sighting.
    var source: [SQL] = []
    /// The dates, as conditions on a row `s` of jd_sighting.
    var dates: [SQL] = []
    /// Whether of JDs that are alike only the newest is meant.
    private let isDistinct: Bool
    /// Follows from the dates, and lets an index be read in part.
    private var newest: [SQL] = []
    /// Whether the layers needed are the only condition.
    let asksForNeedsOnly: Bool

    /// - throws: ``UnknownName`` for a skill, role or source that the database doesn't know.
    init(_ filter: JDFilter, _ db: Database) throws {
        var others = filter
        others.needs = []
        asksForNeedsOnly = others == JDFilter()
        isDistinct = filter.isDistinct
        let names = Names(db: db)
        head = Self.layers(filter) + Self.texts(filter)
        if let skill = filter.skill { head.append(Self.asks(for: try names.skill(skill))) }
        if let role = filter.role {
            head.append(try names.role(role).map { "h.role = \($0)" } ?? "h.role IS NULL")
        }
        if let id = filter.alike { head.append(DistinctSQL.alike(to: id)) }
        if let name = filter.source { source.append("s.source = \(try names.source(name))") }
        dates = Self.dates(since: filter.since, until: filter.until)
        if let since = filter.since { newest.append("h.posted_on >= \(since.description)") }
    }

    /// All of it, as conditions on a row `h` of jd_head.
    var whole: [SQL] { whole(besides: []) }

    /// All of it and the conditions given, which decide too which of the JDs that are alike is meant.
    func whole(besides others: [SQL]) -> [SQL] {
        let conditions = each + others
        return isDistinct ? conditions + [DistinctSQL.newest(of: conditions)] : conditions
    }

    /// All that can be said of a JD by itself.
    private var each: [SQL] {
        guard !source.isEmpty || !dates.isEmpty else { return head }
        let sighting = Self.all(["s.jd = h.id", "s.counted"] + source + dates)
        return head + newest + ["EXISTS (SELECT 1 FROM jd_sighting s WHERE \(literal: sighting))"]
    }

    /// The conditions joined by AND; true where there are none.
    static func all(_ conditions: [SQL]) -> SQL {
        conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    }

    /// Dates as conditions on a row `s` of jd_sighting; no sighting without a date passes.
    static func dates(since: CalendarDate?, until: CalendarDate?) -> [SQL] {
        var conditions: [SQL] = []
        if let since { conditions.append("s.posted_on >= \(since.description)") }
        if let until { conditions.append("s.posted_on < \(until.description) AND s.posted_on <> ''") }
        return conditions
    }

    private static func layers(_ filter: JDFilter) -> [SQL] {
        var conditions: [SQL] = []
        if !filter.needs.isEmpty {
            let mask = LayerSet(filter.needs).rawValue
            conditions.append("h.needs & \(mask) = \(mask)")
        }
        switch filter.primary {
        case .layer(let layer): conditions.append("h.primary_layer = \(layer.index)")
        case .some(.none): conditions.append("h.primary_layer IS NULL")
        case nil: break
        }
        return conditions
    }

    private static func texts(_ filter: JDFilter) -> [SQL] {
        var conditions: [SQL] = []
        if let seniority = filter.seniority { conditions.append("h.seniority = \(seniority.rawValue)") }
        if let company = filter.company { conditions.append("h.company GLOB \(Glob.holding(company))") }
        if let location = filter.location { conditions.append("h.location GLOB \(Glob.holding(location))") }
        if let country = filter.country { conditions.append("h.country = \(country)") }
        if let workplace = filter.workplace { conditions.append("h.workplace = \(workplace.rawValue)") }
        if let language = filter.language { conditions.append("h.language = \(language)") }
        return conditions
    }

    private static func asks(for skill: Int64) -> SQL {
        "h.id IN (SELECT jd FROM jd_mention WHERE skill = \(skill) AND requirement < 2)"
    }
}

/// Patterns for SQLite's GLOB, which, unlike LIKE, can disregard case beyond ASCII.
enum Glob {
    /// Matches what holds the text, in any case.
    ///
    /// Letters whose other case is more than one letter (ß) match only themselves.
    static func holding(_ text: String) -> String {
        var pattern = "*"
        for scalar in text.unicodeScalars where scalar != "\0" {
            let cases = Set([
                String(scalar), scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping,
                scalar.properties.titlecaseMapping,
            ]).filter { $0.unicodeScalars.count == 1 }
            let isSpecial = "*?[".unicodeScalars.contains(scalar)
            pattern += isSpecial || cases.count > 1 ? "[\(cases.sorted().joined())]" : String(scalar)
        }
        return pattern + "*"
    }
}
