internal import StrataModel

/// Diagnoses teams.
public struct Diagnostician: Sendable {
    private let knowledge: Knowledge
    private let assessor: Assessor
    private let sequencer: Sequencer
    private let restructuring: [RestructuringRule]

    /// - throws: `SeedTable.Malformed`.
    public init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        assessor = try Assessor(knowledge)
        sequencer = try Sequencer(knowledge, symptoms: assessor.symptoms.rules)
        restructuring = try RestructuringRule.all(knowledge.files)
    }

    /// The questions that a diagnosis asks of a team.
    public var questions: [TeamQuestion] { assessor.answers.questions }

    /// - throws: ``RequestError`` for an answer to a question that nobody asked.
    public func diagnose(_ request: Request, _ team: TeamReading) throws(RequestError) -> Diagnosis {
        let assessment = try assessor.assess(request, team)
        let roles = assessor.goals.roles(of: assessment.goals)
        let hires = sequencer.hires(assessment, roles: roles)
        var facts = assessment.facts
        for layer in assessment.missing { facts["missing.\(layer.slug)"] = 1 }
        return Diagnosis(
            people: team.count, coverage: coverage(assessment), missing: assessment.missing,
            missingRoles: missingRoles(assessment, hires), bottleneck: bottleneck(assessment),
            rules: assessment.symptoms.compactMap(fired) + badAnswers(assessment),
            doubts: assessment.doubts.compactMap(fired), others: assessment.others,
            strained: assessment.strained.map { strain($0, assessment) },
            praise: Layer.allCases.compactMap { layer in
                assessment.praise[layer].map { Diagnosis.Bottleneck(layer: layer, why: $0) }
            },
            restructuring: restructuring.filter { $0.when.holds(of: facts) }.map { $0.proposal(team, hires) },
            hires: hires, interview: interview(assessment), payback: nil, jds: nil)
    }

    // MARK: Layers

    private func coverage(_ assessment: Assessment) -> [Diagnosis.Coverage] {
        let team = assessment.team
        return Layer.allCases.map { layer in
            let coverage = team.coverage(of: layer)
            let evidence = team.members.filter { $0.parts[layer] != nil }
                .sorted { ($1.parts[layer] ?? .touches, $0.label) < ($0.parts[layer] ?? .touches, $1.label) }
                .map { "\($0.label): \(($0.evidence[layer] ?? []).joined(separator: "; "))" }
            var needed: [String] = []
            for rule in assessment.needs[layer] ?? [] where !needed.contains(rule.why) { needed.append(rule.why) }
            return Diagnosis.Coverage(
                layer: layer, coverage: coverage, level: CoverageLevel(coverage), evidence: evidence, needed: needed)
        }
    }

    /// Of the layers that complaints speak of the one with the most weight, a missing one before one that is covered; else
    /// the first that is missing.
    private func bottleneck(_ assessment: Assessment) -> Diagnosis.Bottleneck? {
        let weights = Layer.allCases.map { layer in
            let symptoms = assessment.symptoms.filter { $0.finding.layer == layer }
            let texts = Dictionary(symptoms.map { ($0.text, $0.finding.weight) }, uniquingKeysWith: max)
            let answers = assessment.answers.filter { $0.question.layer == layer && $0.verdict == .bad }.count
            let isMissing = assessment.missing.contains(layer)
            return (
                layer: layer, weight: texts.sorted { $0.key < $1.key }.reduce(Double(answers)) { $0 + $1.value },
                isMissing: isMissing
            )
        }
        let told = weights.filter { $0.weight > 0 }
        let worst = told.max { left, right in
            (left.isMissing ? 1 : 0, left.weight, -left.layer.index) < (
                right.isMissing ? 1 : 0, right.weight, -right.layer.index
            )
        }
        if let worst {
            let quote = assessment.symptoms.first { $0.finding.layer == worst.layer }?.text
            let answer = assessment.answers.first { $0.question.layer == worst.layer && $0.verdict == .bad }?.text
            let said = (quote ?? answer).map { "\u{201C}\($0)\u{201D}" } ?? ""
            let state =
                !worst.isMissing
                ? "; somebody works in it, so the work or its way is the matter"
                : assessment.team.count > 0 ? "; nobody works in it" : ""
            return Diagnosis.Bottleneck(
                layer: worst.layer, why: "\(part(of: worst.layer, assessment)), such as \(said)\(state).")
        }
        guard let first = assessment.missing.first else { return nil }
        return Diagnosis.Bottleneck(
            layer: first, why: "no complaint tells, and of the missing layers it is the first in the stack.")
    }

    /// How many of the complaints and answers speak of a layer.
    private func part(of layer: Layer, _ assessment: Assessment) -> String {
        let texts = Set(assessment.symptoms.filter { $0.finding.layer == layer }.map(\.text))
        let answers = assessment.answers.filter { $0.verdict == .bad }
        let own = texts.count + answers.filter { $0.question.layer == layer }.count
        let told = Set(assessment.symptoms.map(\.text) + assessment.doubts.map(\.text) + assessment.others)
        let all = told.count + answers.count
        return "\(own) of \(all) complaint\(all == 1 ? "" : "s") \(own == 1 ? "speaks" : "speak") of it"
    }

    /// So many people are named.
    private static let mostNames = 6

    private func strain(_ layer: Layer, _ assessment: Assessment) -> Diagnosis.Bottleneck {
        let members = assessment.team.members.filter { $0.parts[layer] == .works }
        let isOne = members.reduce(0) { $0 + $1.count } == 1
        let shown = members.prefix(Self.mostNames).map(\.label) + (members.count > Self.mostNames ? ["others"] : [])
        return Diagnosis.Bottleneck(
            layer: layer,
            why:
                "\(Prose.list(shown)) work\(isOne ? "s" : "") in it, and still it is complained of. Before anybody is hired "
                + "ask whose task it is, what keeps them from it, and whether time, access or skill is short.")
    }

    // MARK: Rules and roles

    private func fired(_ symptom: Assessment.Symptom) -> Diagnosis.Fired? {
        let finding = symptom.finding
        guard let rule = assessor.symptoms.rules.first(where: { $0.slug == finding.rule }) else { return nil }
        return Diagnosis.Fired(
            rule: rule.slug, name: rule.name, layer: rule.layer, quote: finding.quote, words: finding.words,
            example: finding.example, why: rule.meaning, remedy: rule.remedy, weight: finding.weight,
            isGuess: finding.example != nil)
    }

    private func badAnswers(_ assessment: Assessment) -> [Diagnosis.Fired] {
        assessment.answers.filter { $0.verdict == .bad }.map { answer in
            Diagnosis.Fired(
                rule: "answer-\(answer.question.slug)", name: answer.question.question, layer: answer.question.layer,
                quote: answer.text, words: answer.words, example: nil,
                why: "A good answer would be: \(answer.question.good).", remedy: answer.question.good, weight: 1,
                isGuess: false)
        }
    }

    private func missingRoles(_ assessment: Assessment, _ hires: [Hire]) -> [Diagnosis.MissingRole] {
        var roles: [Diagnosis.MissingRole] = []
        for layer in assessment.missing {
            guard let hire = hires.first(where: { $0.layer == layer }) else { continue }
            let rule = assessment.symptoms.first { $0.finding.layer == layer }?.finding.rule
            let meaning = assessor.symptoms.rules.first { $0.slug == rule }?.meaning
            roles.append(
                Diagnosis.MissingRole(
                    role: hire.role, name: hire.name, layer: layer, why: meaning ?? hire.why.first ?? "",
                    jds: nil))
        }
        return roles
    }

    // MARK: Interview

    /// So many questions are asked of a layer that is covered and that nobody complains of.
    private static let fewQuestions = 2

    /// The questions about layers that are needed, and about all where nothing is; few where all seems well.
    private func interview(_ assessment: Assessment) -> [Diagnosis.Asked] {
        let questions = Layer.allCases.flatMap { layer -> [TeamQuestion] in
            let own = assessor.answers.questions.filter { $0.layer == layer }
            let answered = own.filter { question in assessment.answers.contains { $0.question == question } }
            guard assessment.needs[layer] != nil || assessment.needs.isEmpty else { return answered }
            let isTroubled = assessment.missing.contains(layer) || assessment.strained.contains(layer)
            let asked = isTroubled || assessment.needs.isEmpty ? own : Array(own.prefix(Self.fewQuestions))
            return own.filter { asked.contains($0) || answered.contains($0) }
        }
        return questions.map { question in
            let people = assessment.team.members.filter { $0.parts[question.layer] == .works }.map(\.label)
            let isComplained = assessment.symptoms.contains { $0.finding.layer == question.layer }
            let names = people.joined(separator: ", ")
            let expected =
                if assessment.praise[question.layer] != nil {
                    "good: it is said to be well"
                } else if isComplained, people.isEmpty {
                    "bad: complained of, and nobody works in it"
                } else if isComplained {
                    "unclear: \(names) should know, and it is complained of"
                } else if people.isEmpty {
                    "bad: nobody works in it"
                } else {
                    "good: \(names) should know"
                }
            return Diagnosis.Asked(
                question: question, expected: expected,
                answer: assessment.answers.first { $0.question == question })
        }
    }
}
