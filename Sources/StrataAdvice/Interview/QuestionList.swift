public import StrataModel

/// Questions of the bank as they are listed: by layer.
public struct QuestionList: Sendable {
    public let questions: [InterviewQuestion]
    /// What was asked for, in words; nil for all.
    public var words: String?

    public init(_ questions: [InterviewQuestion], words: String? = nil) {
        self.questions = questions
        self.words = words
    }

    /// What `interview` prints without a JD or a role.
    ///
    /// - parameter withAnswers: whether each stands with what its answers tell, else in a line of a table.
    public func document(withAnswers: Bool) -> Document {
        let layers = Layer.allCases.filter { layer in questions.contains { $0.layer == layer } }
        return Document(
            title: "Interview questions",
            subtitle: ([InterviewWords.counted(questions.count, "question")] + [words].compactMap { $0 })
                .joined(separator: " · "),
            blocks: layers.flatMap { layer in
                let own = questions.filter { $0.layer == layer }
                return [.heading("\(layer.name): \(InterviewWords.counted(own.count, "question"))")]
                    + (withAnswers ? own.flatMap(\.blocks) : [.table(Self.overview(own))])
            }, footer: [InterviewNotes.person])
    }

    private static func overview(_ questions: [InterviewQuestion]) -> Table {
        Table(
            columns: [
                .init("slug", "Slug"), .init("question", "Question", wraps: true), .init("kind", "Kind"),
                .init("level", "Level", wraps: true),
            ],
            rows: questions.map { [.text($0.slug), .text($0.question), .text($0.kind.rawValue), .text($0.levelText)] })
    }

    /// A row a question, with everything that is known of it: what CSV prints.
    public var table: Table { Self.table(questions) }

    static func table(_ questions: [InterviewQuestion]) -> Table {
        Table(
            columns: [
                .init("slug", "Slug"), .init("name", "Name"), .init("layer", "Layer"), .init("kind", "Kind"),
                .init("level", "Level"), .init("minutes", "Minutes", .trailing),
                .init("question", "Question", wraps: true), .init("good", "Good answers", wraps: true),
                .init("bad", "Bad answers reveal", wraps: true), .init("follow_up", "Then", wraps: true),
                .init("skills", "Skills", wraps: true),
            ],
            rows: questions.map { question in
                [
                    .text(question.slug), .text(question.name), .layer(question.layer),
                    .text(question.kind.rawValue), .text(question.levelText), .integer(question.minutes),
                    .text(question.question), .text(question.good.joined(separator: " | ")),
                    .text(question.bad.joined(separator: " | ")), .text(question.followUp),
                    .text(question.skills.joined(separator: "|")),
                ]
            })
    }
}

extension InterviewQuestion {
    fileprivate var blocks: [Block] {
        [
            .heading(name), .note("\(kind.rawValue) · level: \(levelText) · \(minutes) minutes · \(slug)"),
            .paragraph(question),
        ] + answerBlocks
    }
}
