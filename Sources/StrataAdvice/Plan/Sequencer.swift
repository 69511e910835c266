internal import StrataModel

/// Puts the hires that a team needs into an order.
struct Sequencer: Sendable {
    private let knowledge: Knowledge
    private let rules: [PrecedenceRule]
    private let profiles: [String: HireProfile]
    private let symptomRules: [String: SymptomRule]

    init(_ knowledge: Knowledge, symptoms: [SymptomRule]) throws {
        self.knowledge = knowledge
        rules = try PrecedenceRule.all(knowledge.files)
        profiles = try HireProfile.all(knowledge.files)
        symptomRules = Dictionary(symptoms.map { ($0.slug, $0) }) { first, _ in first }
    }

    /// A hire before it has a place.
    private struct Candidate {
        /// Slug of the layer, or of the purpose.
        var key: String
        var layer: Layer
        var role: String
        var purpose: String?
        var why: [String]
    }

    /// One hire for each layer that is missing, and for what the goals ask of it besides, in the order of the rules; of what no
    /// rule orders first what is complained of, then by the stack.
    ///
    /// - parameter roles: by layer, the role that the goals' sort of project takes.
    func hires(_ assessment: Assessment, roles: [Layer: String]) -> [Hire] {
        let candidates = candidates(assessment, roles)
        let edges = edges(candidates, assessment.facts)
        var placed: [Int] = []
        while placed.count < candidates.count {
            let free = candidates.indices.first { index in
                !placed.contains(index)
                    && edges.allSatisfy { $0.after != index || placed.contains($0.before) }
            }
            // Rules of a company's own that run in a circle hold nobody up: the first in the stack's order goes.
            guard let next = free ?? candidates.indices.first(where: { !placed.contains($0) }) else { break }
            placed.append(next)
        }
        return placed.enumerated().map { place, index in
            let before = edges.filter { $0.after == index }.compactMap { edge in
                placed.firstIndex(of: edge.before).map {
                    Hire.Predecessor(order: $0 + 1, rule: edge.rule.slug, why: edge.rule.why)
                }
            }
            return hire(candidates[index], order: place + 1, before.filter { $0.order <= place }, assessment)
        }
    }

    // MARK: Who

    private func candidates(_ assessment: Assessment, _ roles: [Layer: String]) -> [Candidate] {
        var candidates: [Candidate] = []
        let facts = assessment.facts
        // Where no rule orders, what is complained of comes first.
        let complained = assessment.missing.filter { facts["symptom.\($0.slug)"] + facts["bad.\($0.slug)"] > 0 }
        for layer in complained + assessment.missing.filter({ !complained.contains($0) }) {
            let role = roles[layer] ?? Crew.usual[layer] ?? ""
            let why = assessment.needs[layer]?.map(\.why) ?? []
            let isTuned = layer == .appliedML && facts["goal.fine-tuning"] > 0
            candidates.append(
                Candidate(
                    key: layer.slug, layer: layer, role: isTuned ? "applied-scientist" : role,
                    purpose: isTuned ? "evaluation" : nil, why: why))
        }
        guard let first = candidates.first(where: { $0.layer == .appliedML }) else { return candidates }
        if facts["goal.fine-tuning"] > 0 {
            candidates.append(
                Candidate(
                    key: "fine-tuning", layer: .appliedML, role: "machine-learning-engineer", purpose: "fine-tuning",
                    why: ["The goals ask to fine-tune a model."]))
        } else if facts["goal.second-model"] > 0 {
            candidates.append(
                Candidate(
                    key: "second-model", layer: .appliedML, role: first.role, purpose: "second-model",
                    why: ["The goals ask for a second model."]))
        }
        return candidates
    }

    // MARK: Order

    private func edges(
        _ candidates: [Candidate], _ facts: Facts
    ) -> [(before: Int, after: Int, rule: PrecedenceRule)] {
        func place(_ key: String) -> Int? {
            candidates.firstIndex { $0.key == key || $0.purpose == key }
        }
        return rules.filter { $0.when.holds(of: facts) }.compactMap { rule in
            guard let before = place(rule.before), let after = place(rule.after), before != after else { return nil }
            return (before, after, rule)
        }
    }

    // MARK: What for

    /// So many skills are asked for at most: a longer list finds nobody.
    private static let mostSkills = 8

    private func hire(
        _ candidate: Candidate, order: Int, _ after: [Hire.Predecessor], _ assessment: Assessment
    ) -> Hire {
        let rules = assessment.symptoms.filter { $0.finding.layer == candidate.layer }
            .compactMap { symptomRules[$0.finding.rule] }
        let profile = profiles[candidate.role]
        var ask: [String] = []
        // By turns, so that each complaint has its say.
        let lists = candidate.purpose == "fine-tuning" ? [] : rules.map { Array($0.skills.prefix(3)) }
        for skill in lists.joined() + (profile?.ask ?? []) where !ask.contains(skill) { ask.append(skill) }
        let isFirst = candidate.purpose == nil || candidate.purpose == "evaluation"
        var why = candidate.why
        for rule in rules where isFirst && !why.contains(rule.meaning) { why.append(rule.meaning) }
        return Hire(
            order: order, role: candidate.role, name: knowledge.roleName(candidate.role), layer: candidate.layer,
            purpose: candidate.purpose, why: why, after: after, conditions: conditions(candidate, assessment),
            couldGrow: isFirst ? growers(candidate.layer, assessment.team) : [],
            goal: profile?.goal ?? rules.first.map { "\($0.remedy)." } ?? "",
            ask: Array(ask.filter { knowledge.skill($0) != nil }.prefix(Self.mostSkills)),
            leaveOut: (profile?.leaveOut ?? []).filter { knowledge.skill($0) != nil && !ask.contains($0) })
    }

    /// Who could help in a layer, and only where nobody could who touches it.
    private func growers(_ layer: Layer, _ team: TeamReading) -> [Hire.Grower] {
        let helpers = team.members.filter { $0.parts[layer] == .helps }
        let near = helpers.isEmpty ? team.members.filter { $0.parts[layer] == .touches } : helpers
        return near.map { Hire.Grower(label: $0.label, evidence: $0.evidence[layer] ?? []) }
    }

    /// Rules of precedence whose first part the present team has to fulfil.
    private func conditions(_ candidate: Candidate, _ assessment: Assessment) -> [String] {
        let team = assessment.team
        return rules.filter { rule in
            guard rule.after == candidate.key || rule.after == candidate.purpose else { return false }
            guard rule.when.holds(of: assessment.facts), let layer = Layer(rawValue: rule.before) else { return false }
            let isWell = assessment.facts["fine.\(layer.slug)"] > 0
            let isUntold =
                layer == .dataEngineering && assessment.readiness == nil
                && assessment.facts["symptom.\(layer.slug)"] == 0
            return team.people(in: layer) > 0 && !isWell && !isUntold && assessment.strained.contains(layer)
                || layer == .dataEngineering && team.people(in: layer) > 0 && assessment.facts["data.unreliable"] > 0
        }.map(\.why)
    }
}
