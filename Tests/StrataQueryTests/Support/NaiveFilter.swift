import StrataModel
import StrataQuery
import StrataTestSupport

extension JDFilter {
    /// Whether a JD passes, as the words of the contract say it.
    func accepts(_ jd: SampleJD) -> Bool {
        acceptsWithoutDates(jd) && (!needsSighting || jd.seen.contains(where: accepts))
    }

    private var needsSighting: Bool { isBounded || source != nil }

    /// Whether a sighting is of the source and within the dates.
    func accepts(_ seen: SampleJD.Seen) -> Bool {
        if let source, seen.source != source { return false }
        guard isBounded else { return true }
        guard let on = seen.on else { return false }
        if let since, on < since.description { return false }
        if let until, on >= until.description { return false }
        return true
    }

    func acceptsWithoutDates(_ jd: SampleJD) -> Bool {
        guard needs.allSatisfy(jd.needs.contains), seniority == nil || jd.seniority == seniority else { return false }
        switch primary {
        case .layer(let layer) where jd.primary != layer: return false
        case .some(.none) where jd.primary != nil: return false
        default: break
        }
        guard country == nil || jd.place.country == country, workplace == nil || jd.place.workplace == workplace,
            language == nil || jd.language == language
        else { return false }
        if let skill, !jd.asks(for: skill) { return false }
        if let role, jd.role != (role == "none" ? nil : role) { return false }
        return Self.holds(jd.company, company) && Self.holds(jd.location, location)
    }

    private static func holds(_ text: String?, _ part: String?) -> Bool {
        guard let part else { return true }
        return text.map { part.isEmpty || $0.lowercased().contains(part.lowercased()) } ?? false
    }

    /// Random conditions, few at a time.
    static func random(_ generator: inout RepeatableGenerator) -> JDFilter {
        var filter = JDFilter()
        if generator.oneIn(3) { filter.needs = generator.some(of: Layer.allCases).shuffled(using: &generator) }
        if generator.oneIn(4) { filter.primary = generator.pick([Primary.none, .layer(.mlops), .layer(.appliedML)]) }
        if generator.oneIn(4) { filter.skill = generator.pick(Fixture.skills.map(\.slug)) }
        if generator.oneIn(4) { filter.role = generator.pick(["data-engineer", "ml-engineer", "none"]) }
        if generator.oneIn(5) { filter.seniority = generator.pick([.junior, .senior]) }
        if generator.oneIn(5) { filter.company = generator.pick(["acme", "MÜLLER", "%", "_", "zoË", "", "nobody"]) }
        if generator.oneIn(5) { filter.location = generator.pick(["BERLIN", "são", "[EU]", "e*", "?"]) }
        if generator.oneIn(6) { filter.country = generator.pick(["DE", "US", "FR"]) }
        if generator.oneIn(6) { filter.workplace = generator.pick([.remote, .hybrid, .onsite]) }
        if generator.oneIn(6) { filter.language = generator.pick(["en", "de", "fr"]) }
        if generator.oneIn(3) { filter.since = CalendarDate(year: 2024, month: 1 + generator.upTo(11), day: 15) }
        if generator.oneIn(3) { filter.until = CalendarDate(year: 2025, month: 1 + generator.upTo(11), day: 3) }
        if generator.oneIn(4) { filter.source = generator.pick(["a", "b", "c"]) }
        return filter
    }
}
