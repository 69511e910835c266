public import StrataCatalogue
internal import StrataClassify
internal import StrataModel

/// Raises questions for what a profile leaves unclear, in the words of `candidate-questions.tsv`.
public struct CandidateQuestions: Sendable {
    /// What raises a question, most urgent first.
    enum Rule: String, CaseIterable {
        case gapDenied = "gap-denied"
        case gapFamiliar = "gap-familiar"
        case gapRelated = "gap-related"
        case gapNotShown = "gap-not-shown"
        case yearsDiffer = "years-differ"
        case noDates = "no-dates"
        case listedOnly = "listed-only"
        case led, built
        case familiarOnly = "familiar-only"
        case twoLayers = "two-layers"
        case duty
    }

    private let wordings: [Rule: (question: String, why: String)]

    /// More would be no interview.
    private static let most = 12
    /// By so much stated years may exceed those of dated jobs before it is asked about.
    private static let tolerance = 1.5
    /// Layers with shares as near as this are both worth asking about.
    private static let nearness = 0.2

    /// - throws: `SeedTable.Malformed`, which names file and line.
    public init(_ files: RuleFiles) throws {
        wordings = try files.read("candidate-questions") { table in
            let (slug, question, why) = try (table.column("slug"), table.column("question"), table.column("why"))
            let rows = try table.map { row in
                guard let rule = Rule(rawValue: row[slug].string) else {
                    throw row.malformed(
                        "no question '\(row[slug].string)'; there are "
                            + Rule.allCases.map(\.rawValue).joined(separator: ", "))
                }
                return (rule, (question: row[question].string, why: row[why].string))
            }
            return Dictionary(rows, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What to ask, most urgent first; a skill is asked about once, and a rule that has no wording raises nothing.
    public func questions(for profile: CandidateProfile) -> [CandidateQuestion] {
        var asked: Set<String> = []
        let all = gaps(profile) + years(profile) + depths(profile) + layers(profile) + duties(profile)
        return all.filter { question in question.skill.map { asked.insert($0).inserted } ?? true }
            .prefix(Self.most).map { $0 }
    }

    private func question(_ rule: Rule, skill: String? = nil, _ values: [String: String]) -> [CandidateQuestion] {
        guard let wording = wordings[rule] else { return [] }
        func filled(_ text: String) -> String {
            values.sorted { $0.key < $1.key }.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
        return [
            CandidateQuestion(
                rule: rule.rawValue, skill: skill, question: filled(wording.question), why: filled(wording.why))
        ]
    }

    private func gaps(_ profile: CandidateProfile) -> [CandidateQuestion] {
        guard let gaps = profile.gaps else { return [] }
        let target =
            switch gaps.target {
            case .jd(let id, _): "JD \(id)"
            case .role(_, let name): "The role \(name)"
            }
        func raise(_ rule: Rule, where isMeant: (CandidateGaps.Item) -> Bool) -> [CandidateQuestion] {
            gaps.items.filter { $0.requirement == .required && isMeant($0) }.prefix(3).flatMap {
                question(
                    rule, skill: $0.skill,
                    ["target": target, "skill": $0.name, "related": $0.related.joined(separator: ", ")])
            }
        }
        return raise(.gapDenied, where: \.isDenied) + raise(.gapFamiliar) { $0.depth == .familiar }
            + raise(.listedOnly) { $0.depth == .listed && $0.kind == .tool }
            + raise(.gapRelated) { $0.hint == .kind && $0.standing == .related && $0.kind == .tool }
            + raise(.gapNotShown) { $0.standing == .notShown && !$0.isDenied && $0.kind != .concept }
    }

    private func years(_ profile: CandidateProfile) -> [CandidateQuestion] {
        let differing = profile.items.flatMap { item -> [CandidateQuestion] in
            guard let stated = item.years.stated, let inJobs = item.years.inJobs, stated > inJobs + Self.tolerance,
                item.years.ongoingSince == nil
            else { return [] }
            return question(
                .yearsDiffer, skill: item.skill,
                ["skill": item.name, "years": Self.text(stated), "jobs": "\(Self.text(inJobs)) years"])
        }
        let isUndated = profile.jobs == 0 && profile.items.contains { $0.isShown && $0.home != nil }
        return differing + (isUndated ? question(.noDates, [:]) : [])
    }

    private func depths(_ profile: CandidateProfile) -> [CandidateQuestion] {
        let items = profile.items.filter { $0.home != nil && $0.home == profile.background.primary }
        func raise(_ rule: Rule, _ depth: Depth, most: Int) -> [CandidateQuestion] {
            // Of a sentence that names several tools one is asked about.
            var quoted: Set<String> = []
            let tools = items.filter { item in
                item.depth == depth && item.kind == .tool
                    && (depth == .listed || quoted.insert(item.best?.quote ?? item.name).inserted)
            }
            return tools.prefix(most).flatMap { item in
                question(rule, skill: item.skill, ["skill": item.name, "quote": item.best?.quote ?? item.name])
            }
        }
        let led = profile.led.prefix(2).flatMap { question(.led, ["quote": $0.quote]) }
        return raise(.listedOnly, .listed, most: 2) + led + raise(.built, .built, most: 2)
            + raise(.familiarOnly, .familiar, most: 1)
    }

    private func layers(_ profile: CandidateProfile) -> [CandidateQuestion] {
        let shares = profile.background.shares
        let order = Layer.allCases.sorted { shares[$0] > shares[$1] }
        guard let first = profile.background.primary, let second = order.first(where: { $0 != first }),
            shares[first] - shares[second] <= Self.nearness
        else { return [] }
        return question(.twoLayers, ["layer": first.name, "other": second.name])
    }

    /// What a role's duties ask that no skill of the document answers.
    private func duties(_ profile: CandidateProfile) -> [CandidateQuestion] {
        (profile.gaps?.duties ?? []).filter { $0.shown.isEmpty && !$0.isCapability }.prefix(3).flatMap {
            question(.duty, ["duty": $0.text])
        }
    }

    /// `5`, `2.5`.
    static func text(_ years: Double) -> String {
        let tenths = (years * 10).rounded() / 10
        return tenths == tenths.rounded() ? Figures.fixed(tenths, digits: 0) : Figures.fixed(tenths, digits: 1)
    }
}
