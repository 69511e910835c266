import StrataModel
import StrataStorage
import StrataTestSupport

/// A JD of a test: what goes into the database, and what an answer must agree with.
struct SampleJD {
    struct Seen: Hashable {
        var source = "board"
        var on: String?
    }

    struct Asked: Hashable {
        var skill: String
        var requirement: Requirement
    }

    /// The source's own id for it.
    var id: String?
    var title: String
    var company: String?
    var location: String?
    var place = Place()
    var language: String?
    var text = "We look for somebody."
    var role: String?
    var seniority: Seniority?
    var primary: Layer?
    var needs: [Layer] = []
    /// Of the four layers; what they leave is outside's.
    var shares: [Layer: Double] = [:]
    var asked: [Asked] = []
    var salary: Salary?
    /// At least one; the first is how it came in.
    var seen: [Seen] = [Seen()]

    /// Records to import, one a sighting.
    var prepared: [PreparedRow] {
        seen.map { seen in
            .jd(PreparedJD(jd: jobDescription(seen), verdict: verdict))
        }
    }

    private func jobDescription(_ seen: Seen) -> JobDescription {
        JobDescription(
            externalID: id, source: seen.source, title: title, company: company, location: location, place: place,
            postedOn: seen.on.flatMap { CalendarDate(iso: $0) }, salary: salary, text: text, language: language)
    }

    var allShares: OutcomeValues {
        var values = OutcomeValues(shares.map { (.layer($0), $1) })
        values[.outside] = 1 - shares.values.reduce(0, +)
        return values
    }

    private var verdict: Verdict {
        let mentions = asked.map { item in
            Evidence(
                skill: item.skill, name: item.skill, kind: .tool, requirement: item.requirement, count: 1,
                spans: [Span(start: 0, end: 2)], contributions: OutcomeValues())
        }
        return Verdict(
            role: role, seniority: seniority, primary: primary, needs: needs, bias: OutcomeValues(),
            scores: OutcomeValues(), shares: allShares, evidence: mentions, justification: "Because \(title).")
    }
}

extension SampleJD {
    /// Random in everything that a question can ask about; the number keeps it apart from others.
    static func random(_ number: Int, _ generator: inout RepeatableGenerator) -> SampleJD {
        var jd = SampleJD(title: "\(generator.pick(["Engineer", "Scientist", "analyst"])) \(number)")
        jd.company = generator.pick([nil, "Acme", "ACME Labs", "Müller GmbH", "50% Off", "Under_score", "Zoë & Co"])
        jd.location = generator.pick([nil, "Berlin", "berlin, DE", "São Paulo", "Remote [EU]"])
        jd.place = Place(
            country: generator.pick([nil, "DE", "US"]), workplace: generator.pick([nil] + Workplace.allCases))
        jd.language = generator.pick([nil, "en", "de"])
        jd.role = generator.pick([nil, "data-engineer", "ml-engineer", "prompt-engineer"])
        jd.seniority = generator.pick([nil, .junior, .senior])
        let parts = Layer.allCases.map { ($0, Double(generator.upTo(20)) / 100) }
        jd.shares = Dictionary(uniqueKeysWithValues: parts)
        jd.needs = generator.some(of: Layer.allCases)
        jd.primary = generator.pick(jd.needs.map { $0 } + [nil])
        jd.asked = Fixture.skills.map(\.slug).flatMap { skill in
            generator.some(of: Requirement.allCases).map { Asked(skill: skill, requirement: $0) }
        }
        if generator.oneIn(3) { jd.asked = [] }
        if generator.oneIn(2) {
            jd.salary = Salary(
                min: generator.pick([nil, 50]), max: generator.pick([nil, Double(generator.upTo(100))]),
                currency: "EUR", period: generator.pick([nil, .hour, .month, .year]))
        }
        let times = (0...generator.upTo(3)).map { _ in
            Seen(source: generator.pick(["a", "b", "c"]), on: date(&generator))
        }
        jd.seen = Array(Set(times)).sorted { ($0.source, $0.on ?? "") < ($1.source, $1.on ?? "") }
        return jd
    }

    private static func date(_ generator: inout RepeatableGenerator) -> String? {
        if generator.oneIn(4) { return nil }
        return CalendarDate(year: 2024 + generator.upTo(1), month: 1 + generator.upTo(11), day: 1 + generator.upTo(27))?
            .description
    }

    /// Whether it asks for the skill.
    func asks(for skill: String) -> Bool { asked.contains { $0.skill == skill && $0.requirement != .context } }

    /// The latest of its dates.
    var newest: String? { seen.compactMap(\.on).max() }
}
