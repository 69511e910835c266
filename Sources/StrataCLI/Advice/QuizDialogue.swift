internal import StrataAdvice
internal import StrataModel
internal import StrataReport

/// Asks questions one at a time, says right or wrong and why, and sums up.
struct QuizDialogue {
    private let questions: [QuizQuestion]
    private let style: TextStyle
    private let console = Console.current
    private var score: QuizScore
    /// The first answer, where it has been read already.
    private var first: String?

    init(questions: [QuizQuestion], course: Course, style: TextStyle, first: String?) {
        self.questions = questions
        self.style = style
        self.first = first
        score = QuizScore(course: course)
    }

    private enum Reply {
        case option(Int), pass, end
    }

    mutating func run() throws {
        try say(
            Document(
                title: "Quiz",
                blocks: [
                    .note("\(questions.count) questions. Type a letter; Enter alone passes, q ends.")
                ]))
        for (number, question) in questions.enumerated() {
            try say(
                Document(
                    title: "\(number + 1) of \(questions.count)", subtitle: question.stage.name,
                    blocks: [.paragraph(question.question), question.choices]))
            switch try reply(to: question) {
            case .end:
                try console.write("\n")
                return try say(score.document)
            case .pass:
                _ = score.take(nil, to: question)
                try tell("Passed.", question)
            case .option(let option):
                try tell(score.take(option, to: question) ? "Right." : "Wrong.", question)
            }
        }
        try say(score.document)
    }

    private func tell(_ word: String, _ question: QuizQuestion) throws {
        let text = word == "Right." ? question.why : question.told
        try say(Document(title: word, blocks: [.paragraph(text)]))
    }

    /// Asks until the reply means something.
    private mutating func reply(to question: QuizQuestion) throws -> Reply {
        while true {
            try console.write("> ")
            guard let line = next() else { return .end }
            // Nobody has seen what a pipe brings.
            if !console.input.isTerminal { try console.write(TerminalText.sanitised(line) + "\n") }
            let typed = line.filter { !$0.isWhitespace }
            if typed.isEmpty { return .pass }
            if ["q", "quit", "exit"].contains(typed.lowercased()) { return .end }
            if let option = question.choice(line) { return .option(option) }
            let letters = question.options.indices.map(QuizQuestion.letter)
            try console.write(
                "Type \(letters.dropLast().joined(separator: ", ")) or \(letters.last ?? "a"); Enter passes, q ends.\n")
        }
    }

    private mutating func next() -> String? {
        if let line = first {
            first = nil
            return line
        }
        return console.input.line()
    }

    private func say(_ document: Document) throws {
        try console.write(TextRenderer.render(document, style: style) + "\n")
    }
}
