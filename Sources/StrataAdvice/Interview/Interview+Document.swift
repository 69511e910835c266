public import StrataModel

extension InterviewPlan {
    /// What `interview --jd` and `--role` print: an agenda, then each question with what to listen for and room for notes.
    public var document: Document {
        Document(
            title: "Interview plan: \(subject.title)", subtitle: subtitle,
            blocks: items.isEmpty
                ? [.paragraph(emptyReason)] : agenda + items.enumerated().flatMap(blocks) + openBlocks,
            footer: remarks + (items.isEmpty ? [] : [InterviewNotes.structured]) + [InterviewNotes.person])
    }

    private var subtitle: String {
        let name: String? =
            switch subject.target {
            case .jd(let id): "JD \(id)"
            case .role: nil
            }
        return ([name].compactMap { $0 } + subject.details + ["level: \(subject.levelNote)"]).joined(separator: " · ")
    }

    private var emptyReason: String {
        guard !subject.isInStack else {
            return "The bank has no question for this level in the layers that are asked for."
        }
        let what = subject.isJD ? "This JD" : "This role"
        guard !subject.needs.isEmpty else {
            return "\(what) has no layer of the stack: there is nothing that these questions could ask of it."
        }
        let needs = InterviewWords.listed(subject.needs.map(\.name))
        return
            "\(what) has no primary layer: \(Figures.percent(subject.shares[.outside])) of it lies outside the stack. It needs \(needs) besides; --layer \(subject.needs[0].slug) asks for that part."
    }

    /// How the answer came about, and how far it goes.
    var remarks: [String] {
        var remarks = subject.remarks
        if missing > 0, !items.isEmpty {
            let layers = parts.map(\.layer.name)
            remarks.append(
                "\(InterviewWords.counted(missing, "question")) fewer than asked for: the bank has no more for this level in \(InterviewWords.listed(layers))."
            )
        }
        let outside = subject.shares[.outside]
        if outside >= 0.1, !items.isEmpty {
            remarks.append(
                "\(Figures.percent(outside)) of what \(subject.isJD ? "the JD" : "the role") is about lies outside the four layers; no question here asks for that."
            )
        }
        return remarks
    }

    private var summary: String {
        let parts = parts.map { "\($0.questions) of \($0.layer.name)" }
        let required = subject.wanted.filter { $0.isRequired && $0.layer != nil }.count
        let open = uncovered.filter { $0.skill.layer != nil }.count
        let what = subject.isJD ? "that the JD requires" : "that the role is asked for"
        let covered =
            required == 0 ? "" : " They probe \(required - open) of the \(required) skills of the stack \(what)."
        return
            "\(InterviewWords.counted(items.count, "question")) in \(minutes) minutes, and \(Self.frame) for the welcome and what the candidate wants to know: \(InterviewWords.listed(parts)).\(covered)"
    }

    private var agenda: [Block] {
        [
            .paragraph(summary),
            .writing([WritingSpace("Candidate", lines: 1), WritingSpace("Interviewer and date", lines: 1)]),
            .bars(
                parts.map {
                    Bar(
                        label: $0.layer.name, fraction: $0.share,
                        value: "\(Figures.percent($0.share)): \(InterviewWords.counted($0.questions, "question"))",
                        layer: $0.layer)
                }),
            .table(
                Table(
                    columns: [
                        .init("number", "#", .trailing), .init("name", "Question", wraps: true),
                        .init("layer", "Layer"), .init("kind", "Kind"), .init("minutes", "Minutes", .trailing),
                    ],
                    rows: items.enumerated().map { index, item in
                        [
                            .integer(index + 1), .text(item.question.name), .layer(item.question.layer),
                            .text(item.question.kind.rawValue), .integer(item.minutes),
                        ]
                    })),
            .list(Self.rules),
        ]
    }

    /// What makes an interview a structured one.
    private static let rules = [
        "Ask every candidate for the job the same questions in the same order; follow up where an answer stays general.",
        "Write down what was said, in the candidate's words, before you judge it.",
        "Compare it with the points below. A good answer need not hold them all, and may hold others.",
        "Judge on your own before you talk with the other interviewers.",
    ]

    private func blocks(_ index: Int, _ item: Item) -> [Block] {
        let question = item.question
        return [
            .heading("\(index + 1). \(question.name)"),
            .note("\(question.layer.name) · \(question.kind.rawValue) · \(item.minutes) minutes · \(question.slug)"),
            .paragraph(question.question), .note("Why: \(item.why)"),
        ] + question.answerBlocks + [
            .writing([WritingSpace("What was said and shown", lines: 3), WritingSpace("Notes", lines: 3)])
        ]
    }

    /// What is required and not asked, by what would help.
    private var openBlocks: [Block] {
        guard !uncovered.isEmpty else { return [] }
        let own = uncovered.filter { $0.skill.layer != nil }
        func names(_ isMeant: (Uncovered) -> Bool) -> String? {
            let names = own.filter(isMeant).map(\.skill.name)
            return names.isEmpty ? nil : InterviewWords.listed(names, most: 20)
        }
        let lines: [String?] = [
            names { $0.reason == .noQuestion }.map { "No question of the bank probes \($0)." },
            names { if case .noRoom = $0.reason { true } else { false } }
                .map { "There was no room for \($0). More questions would reach them, or another interviewer's plan." },
            names { if case .otherLayer = $0.reason { true } else { false } }
                .map { "Questions of layers that have none here probe \($0)." },
            names { if case .otherLevel = $0.reason { true } else { false } }
                .map { "Only questions for other levels probe \($0)." },
        ]
        let outside = uncovered.filter { $0.skill.layer == nil }.map(\.skill.name)
        let others =
            outside.isEmpty
            ? nil : "Outside the four layers, for others to ask: \(InterviewWords.listed(outside, most: 20))."
        return [.heading("Required, and not asked here"), .list((lines + [others]).compactMap { $0 })]
    }

    /// A row a question: what CSV prints.
    public var table: Table {
        var table = QuestionList.table(items.map(\.question))
        table.columns.insert(.init("number", "#", .trailing), at: 0)
        table.columns.append(.init("why", "Why", wraps: true))
        let minutes = table.columns.firstIndex { $0.key == "minutes" } ?? 0
        for (index, item) in items.enumerated() {
            table.rows[index].insert(.integer(index + 1), at: 0)
            table.rows[index].append(.text(item.why))
            table.rows[index][minutes] = .integer(item.minutes)
        }
        return table
    }
}

extension InterviewPlan.Uncovered {
    /// Why it is not probed, and what would help.
    var words: String {
        switch reason {
        case .noQuestion: "no question of the bank probes it"
        case .noRoom(let question): "'\(question)' probes it; more questions would reach it"
        case .otherLayer(let question, let layer):
            "'\(question)' of \(layer.name) probes it, a layer without a question here"
        case .otherLevel(let question): "only '\(question)' probes it, which is for other levels"
        }
    }
}

extension InterviewQuestion {
    /// What to listen for, and what to ask next.
    var answerBlocks: [Block] {
        var blocks: [Block] = [.lists([TitledList("Good answers", good), TitledList("Bad answers reveal", bad)])]
        if !followUp.isEmpty { blocks.append(.note("Then: \(followUp)")) }
        return blocks
    }
}
