internal import StrataModel

/// What is known of a team and of what it wants: the ground that a diagnosis and a hiring plan stand on.
struct Assessment: Sendable {
    /// A complaint with what it says of a layer.
    struct Symptom: Sendable, Hashable {
        var text: String
        var finding: SymptomReader.Finding
    }

    var team: TeamReading
    var symptoms: [Symptom]
    /// What may point to a layer, and is no ground by itself: nothing else speaks of that layer.
    var doubts: [Symptom]
    /// Complaints that point to no layer.
    var others: [String]
    var goals: [GoalReader.Reading]
    var readiness: ReadinessReader.Reading?
    /// How ready the data is, in the user's words.
    var data: String?
    var answers: [TeamAnswer]
    /// Layers that somebody says are well, with the words.
    var praise: [Layer: String]
    var facts: Facts
    /// By layer, the rules by which it is needed, in their order.
    var needs: [Layer: [NeedRules.Rule]]

    /// Layers that are needed and in which nobody works.
    var missing: [Layer] { Layer.allCases.filter { needs[$0] != nil && team.people(in: $0) == 0 } }

    /// Leaves as symptoms what is sure, or what two complaints or more say of a layer.
    fileprivate mutating func partDoubts() {
        let texts = Dictionary(grouping: symptoms, by: \.finding.layer).mapValues { Set($0.map(\.text)).count }
        let sure = Set(symptoms.filter(\.finding.isSure).map(\.finding.layer))
        let isGround = { (symptom: Symptom) in
            sure.contains(symptom.finding.layer) || texts[symptom.finding.layer] ?? 0 > 1
        }
        doubts = symptoms.filter { !isGround($0) }
        symptoms = symptoms.filter(isGround)
    }

    /// Layers in which somebody works and of which complaints or answers speak nonetheless.
    var strained: [Layer] {
        Layer.allCases.filter { layer in
            team.people(in: layer) > 0
                && (symptoms.contains { $0.finding.layer == layer }
                    || answers.contains { $0.question.layer == layer && $0.verdict == .bad })
        }
    }
}

/// Makes assessments.
struct Assessor: Sendable {
    let symptoms: SymptomReader
    let goals: GoalReader
    let answers: AnswerReader
    private let readiness: ReadinessReader
    private let needs: NeedRules

    init(_ knowledge: Knowledge) throws {
        symptoms = try SymptomReader(knowledge)
        goals = try GoalReader(knowledge)
        answers = try AnswerReader(knowledge)
        readiness = try ReadinessReader(knowledge)
        needs = try NeedRules(knowledge)
    }

    /// - throws: ``RequestError`` for an answer to a question that nobody asked.
    func assess(_ request: Request, _ team: TeamReading) throws(RequestError) -> Assessment {
        let complaints = request.symptoms.sorted()
        var assessment = Assessment(
            team: team, symptoms: [], doubts: [], others: [],
            goals: goals.read(request.goals + (request.brief.map { [$0] } ?? [])),
            readiness: request.data.map(readiness.read), data: request.data, answers: try read(request.answers),
            praise: [:], facts: Facts(), needs: [:])
        for complaint in complaints {
            let findings = symptoms.read(complaint)
            if findings.isEmpty { assessment.others.append(complaint.trimmed) }
            assessment.symptoms += findings.map { Assessment.Symptom(text: complaint.trimmed, finding: $0) }
        }
        // Goals and words on the data complain too, at times.
        for text in request.goals.sorted() + (request.data.map { [$0] } ?? []) {
            let findings = symptoms.read(text, needsRule: true)
            assessment.symptoms += findings.map { Assessment.Symptom(text: text.trimmed, finding: $0) }
        }
        assessment.partDoubts()
        assessment.symptoms.sort { left, right in
            (left.finding.layer.index, right.finding.weight, left.finding.rule, left.text)
                < (right.finding.layer.index, left.finding.weight, right.finding.rule, right.text)
        }
        var praising: Set<String> = []
        for text in complaints + request.team.map(\.text).sorted() where !text.isEmpty && !symptoms.isAsking(text) {
            let praised = needs.praised(in: text)
            for (layer, quote) in praised { assessment.praise[layer] = quote }
            let alike = symptoms.praised(in: text)
            for layer in alike where assessment.praise[layer] == nil { assessment.praise[layer] = text.trimmed }
            if !praised.isEmpty || !alike.isEmpty { praising.insert(text.trimmed) }
        }
        assessment.others.removeAll(where: praising.contains)
        assessment.facts = facts(assessment)
        for rule in needs.holding(of: assessment.facts) { assessment.needs[rule.layer, default: []].append(rule) }
        return assessment
    }

    private func read(_ given: [Request.Answer]) throws(RequestError) -> [TeamAnswer] {
        var read: [TeamAnswer] = []
        for answer in given {
            guard let question = answers.question(answer.question) else {
                let known = answers.questions.map(\.slug).joined(separator: ", ")
                throw RequestError(
                    line: answer.line, description: "no question '\(answer.question)'; the answers are to \(known)")
            }
            read.append(answers.read(answer.text, to: question))
        }
        return read.sorted { ($0.question.slug, $0.text) < ($1.question.slug, $1.text) }
    }

    private func facts(_ assessment: Assessment) -> Facts {
        var facts = Facts()
        let team = assessment.team
        facts["people"] = team.count
        for layer in Layer.allCases {
            facts["people.\(layer.slug)"] = team.people(in: layer)
            facts["symptom.\(layer.slug)"] = assessment.symptoms.filter { $0.finding.layer == layer }.count
            facts["goal.\(layer.slug)"] = assessment.goals.contains { $0.layers.contains(layer) } ? 1 : 0
            let answers = assessment.answers.filter { $0.question.layer == layer }
            facts["bad.\(layer.slug)"] = answers.filter { $0.verdict == .bad }.count
            let isWell = assessment.praise[layer] != nil || answers.contains { $0.verdict == .good }
            facts["fine.\(layer.slug)"] = isWell ? 1 : 0
        }
        facts["builders"] = team.members.reduce(0) { $0 + ($1.parts.values.contains(.works) ? $1.count : 0) }
        if let level = assessment.readiness?.level {
            facts["data.\(level.rawValue)"] = 1
            if level == .reliable { facts["fine.\(Layer.dataEngineering.slug)"] = 1 }
        }
        for goal in assessment.goals {
            if goal.isFineTuning { facts["goal.fine-tuning"] = 1 }
            if goal.isSecondModel { facts["goal.second-model"] = 1 }
            if let archetype = goal.archetype { facts["archetype.\(archetype)"] = 1 }
        }
        return facts
    }
}
