public import StrataModel

/// Questions to print: for a class, or to be asked by another program.
public struct QuizSheet: Sendable {
    public var questions: [QuizQuestion]
    /// Whether the answers stand there too.
    public var withAnswers: Bool

    public init(_ questions: [QuizQuestion], withAnswers: Bool) {
        self.questions = questions
        self.withAnswers = withAnswers
    }

    public var document: Document {
        var blocks: [Block] = []
        var stage: CourseStage?
        for (number, question) in questions.enumerated() {
            if question.stage != stage { blocks.append(.heading(question.stage.name)) }
            stage = question.stage
            blocks.append(.paragraph("\(number + 1). \(question.question)"))
            blocks.append(.list(question.options.enumerated().map { "\(QuizQuestion.letter($0))) \($1)" }))
            if withAnswers { blocks.append(.note(question.told)) }
        }
        let foot = withAnswers ? [] : ["With --answers the right ones stand there too."]
        return Document(
            title: "Quiz: \(InterviewWords.counted(questions.count, "question"))", blocks: blocks, footer: foot)
    }

    /// A row a question; `layer`, `answer` and `why` only with the answers, since the layer gives many away.
    public var table: Table {
        var columns: [Table.Column] = [
            .init("slug", "Name"), .init("stage", "Stage"), .init("question", "Question"), .init("options", "Options"),
        ]
        if withAnswers {
            columns += [
                .init("layer", "Layer"), .init("lesson", "Lesson"), .init("answer", "Answer"), .init("why", "Why"),
            ]
        }
        let rows = questions.map { question -> [Table.Cell] in
            let asked: [Table.Cell] = [
                .text(question.slug), .text(question.stage.slug), .text(question.question),
                .text(question.options.joined(separator: "|")),
            ]
            guard withAnswers else { return asked }
            return asked + [
                question.layer.map { .layer($0) } ?? .missing, .text(question.lesson),
                .text(question.options[question.answer]), .text(question.why),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    /// A question each: `{"slug","stage","question","options":[]}`, with the answers also `{"layer":slug|null,"lesson",
    /// "answer","why"}`, the answer in the words of its option.
    public var items: [JSONValue] {
        questions.map { question in
            var members: [(key: String, value: JSONValue)] = [
                ("slug", .string(question.slug)), ("stage", .string(question.stage.slug)),
                ("question", .string(question.question)), ("options", .array(question.options.map { .string($0) })),
            ]
            if withAnswers {
                members += [
                    ("layer", .string(question.layer?.slug)), ("lesson", .string(question.lesson)),
                    ("answer", .string(question.options[question.answer])), ("why", .string(question.why)),
                ]
            }
            return .object(members)
        }
    }

    /// `{"questions":[...]}` of ``items``.
    public var json: JSONValue { .object([("questions", .array(items))]) }
}

extension QuizQuestion {
    /// The options with their letters.
    public var choices: Block {
        .facts(options.enumerated().map { Fact(Self.letter($0), $1) })
    }

    /// The right answer and why it is.
    public var told: String { "Answer: \(Self.letter(answer))) \(options[answer]). \(why)" }
}
