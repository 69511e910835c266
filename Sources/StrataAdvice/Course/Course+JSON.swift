public import StrataModel

extension Course {
    /// The path at a glance: `{"stages":[{"stage","name","reader","able":[],"lessons":[{"name","title","aim"}],
    /// "exercises":[{"name","title","lessons":[]}]}]}`.
    public var json: JSONValue {
        .object([
            (
                "stages",
                .array(
                    stages.map { guide in
                        let lessons = self.lessons.filter { $0.stage == guide.stage }
                        let exercises = self.exercises.filter { $0.stage == guide.stage }
                        return .object(
                            guide.members + [
                                ("lessons", .array(lessons.map { .object($0.members) })),
                                ("exercises", .array(exercises.map { .object($0.members) })),
                            ])
                    })
            )
        ])
    }

    /// A part of the path in full: `{"stages":[...],"lessons":[...],"exercises":[...]}`, the stages as in ``json`` but without
    /// their contents.
    ///
    /// - parameter items: what ``items(of:_:answers:)`` gives.
    public func json(of part: Part, items: [JSONValue]) -> JSONValue {
        .object([
            ("stages", .array(stages.filter { part.stages.contains($0.stage) }.map { .object($0.members) })),
            ("lessons", .array(items.filter { $0["kind"] == .string("lesson") })),
            ("exercises", .array(items.filter { $0["kind"] == .string("exercise") })),
        ])
    }

    /// A lesson or an exercise each, lessons first.
    ///
    /// A lesson is `{"kind":"lesson","stage","name","title","aim","text":[block]}`; an exercise `{"kind":"exercise","stage",
    /// "name","title","lessons":[],"task":[block],"steps":[{"command","look","shows":[]}],"questions":[{"question"}]}`, with
    /// `answer` in each question and `answer:[block]` at the end where answers are asked for. A block is `{"heading"}`,
    /// `{"paragraph"}`, `{"note"}`, `{"list":[]}`, `{"commands":[]}` or `{"table":{"columns":[],"rows":[[]]}}`.
    ///
    /// - throws: what reading the samples throws.
    public func items(of part: Part, _ figures: CourseFigures, answers: Bool) throws -> [JSONValue] {
        try part.lessons.map { try item($0, figures) }
            + part.exercises.map { try item($0, figures, answers: answers) }
    }

    private func item(_ lesson: Lesson, _ figures: CourseFigures) throws -> JSONValue {
        .object(
            [("kind", .string("lesson")), ("stage", .string(lesson.stage.slug))] + lesson.members
                + [("text", .array(try figures.blocks(lesson.text).map(\.json)))])
    }

    private func item(_ exercise: Exercise, _ figures: CourseFigures, answers: Bool) throws -> JSONValue {
        let steps = exercise.steps.map { step -> JSONValue in
            .object([
                ("command", .string(step.command)), ("look", .string(step.look)),
                ("shows", .array(step.shows.map { .string($0) })),
            ])
        }
        let questions = exercise.questions.map { question -> JSONValue in
            .object(
                [("question", .string(question.question))] + (answers ? [("answer", .string(question.answer))] : []))
        }
        var members: [(key: String, value: JSONValue)] = [
            ("kind", .string("exercise")), ("stage", .string(exercise.stage.slug)),
        ]
        members += exercise.members
        members.append(("task", .array(try figures.blocks(exercise.task).map(\.json))))
        members += [("steps", .array(steps)), ("questions", .array(questions))]
        if answers { members.append(("answer", .array(try figures.blocks(exercise.answer).map(\.json)))) }
        return .object(members)
    }
}

extension StageGuide {
    fileprivate var members: [(key: String, value: JSONValue)] {
        [
            ("stage", .string(stage.slug)), ("name", .string(stage.name)), ("reader", .string(reader)),
            ("able", .array(able.map { .string($0) })),
        ]
    }
}

extension Course.Lesson {
    fileprivate var members: [(key: String, value: JSONValue)] {
        [("name", .string(slug)), ("title", .string(title)), ("aim", .string(aim))]
    }
}

extension Course.Exercise {
    fileprivate var members: [(key: String, value: JSONValue)] {
        [("name", .string(slug)), ("title", .string(title)), ("lessons", .array(lessons.map { .string($0) }))]
    }
}

extension Block {
    /// The blocks that lessons are made of.
    fileprivate var json: JSONValue {
        switch self {
        case .heading(let text): .object([("heading", .string(text))])
        case .paragraph(let text): .object([("paragraph", .string(text))])
        case .note(let text): .object([("note", .string(text))])
        case .list(let items): .object([("list", .array(items.map { .string($0) }))])
        case .facts(let facts): .object(facts.map { ($0.name.lowercased(), .string($0.value)) })
        case .table(let table): .object([("table", table.json)])
        case .preformatted(let text):
            .object([
                (
                    "commands",
                    .array(
                        text.split(separator: "\n").map { .string(String($0.hasPrefix("$ ") ? $0.dropFirst(2) : $0)) })
                )
            ])
        case .bars, .chart, .markedText, .lists, .writing: .null
        }
    }
}

extension Table {
    fileprivate var json: JSONValue {
        .object([
            ("columns", .array(columns.map { .string($0.key) })),
            ("rows", .array(rows.map { .array($0.map(\.json)) })),
        ])
    }
}

extension Table.Cell {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .number(let number, _), .percent(let number), .change(let number): .number(number)
        case .layer(let layer): .string(layer.slug)
        case .trend(let values): .array(values.map { .number($0) })
        case .missing: .null
        }
    }
}
