public import StrataModel

/// What somebody has answered, and what follows: nothing of it is kept.
public struct QuizScore: Sendable {
    /// A question that was asked.
    public struct Answered: Sendable {
        public var question: QuizQuestion
        /// Nil where it was passed.
        public var given: Int?

        public var isRight: Bool { given == question.answer }
    }

    public private(set) var answered: [Answered] = []
    private let course: Course

    /// - parameter course: knows the titles of the lessons.
    public init(course: Course) { self.course = course }

    /// Takes an answer down.
    ///
    /// - parameter given: the option chosen; nil for a question that is passed.
    /// - returns: whether it is right.
    public mutating func take(_ given: Int?, to question: QuizQuestion) -> Bool {
        let answer = Answered(question: question, given: given)
        answered.append(answer)
        return answer.isRight
    }

    /// The lessons of the questions that were not answered right, in the order in which they are read.
    public var toReadAgain: [Course.Lesson] {
        let missed = Set(answered.filter { !$0.isRight }.map(\.question.lesson))
        return course.lessons.filter { missed.contains($0.slug) }
    }

    /// What is said at the end.
    public var document: Document {
        guard !answered.isEmpty else {
            return Document(title: "No question was answered", blocks: [.note("Nothing is kept of a quiz.")])
        }
        let right = answered.count(where: \.isRight)
        var blocks: [Block] = [.table(table(named: "Stage", by: stages)), .table(table(named: "Layer", by: layers))]
        if !toReadAgain.isEmpty {
            blocks += [
                .heading("To read again"), .list(toReadAgain.map { "\($0.title): strata learn \($0.slug)" }),
            ]
        }
        return Document(
            title: "\(right) of \(answered.count) right", blocks: blocks, footer: ["Nothing is kept of a quiz."])
    }

    private typealias Group = (name: Table.Cell, answers: [Answered])

    private var stages: [Group] {
        CourseStage.allCases.map { stage in (.text(stage.name), answered.filter { $0.question.stage == stage }) }
    }

    private var layers: [Group] {
        Layer.allCases.map { layer in (.layer(layer), answered.filter { $0.question.layer == layer }) }
            + [(.text("The whole stack"), answered.filter { $0.question.layer == nil })]
    }

    private func table(named name: String, by groups: [Group]) -> Table {
        Table(
            columns: [
                .init("group", name), .init("asked", "Asked", .trailing), .init("right", "Right", .trailing),
                .init("passed", "Passed", .trailing),
            ],
            rows: groups.filter { !$0.answers.isEmpty }.map { group in
                [
                    group.name, .integer(group.answers.count), .integer(group.answers.count(where: \.isRight)),
                    .integer(group.answers.count { $0.given == nil }),
                ]
            })
    }
}
