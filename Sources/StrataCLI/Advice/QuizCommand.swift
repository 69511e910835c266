internal import ArgumentParser
internal import StrataAdvice
internal import StrataCatalogue

struct QuizCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quiz", abstract: "Questions on the path, one at a time, each with its why; nothing is kept.",
        discussion: """
            At a terminal it asks. Answers may also come from a pipe or a file, one a line: a letter, a number or the \
            option's words; an empty line passes, q or the end of the input ends it. With --format, -o or --answers, or where \
            no answer comes from a pipe within a second, all questions are printed instead. Without --seed the draw is the \
            same each time.

            Examples:
              strata learn quiz
              strata learn quiz --stage advanced --questions 20 --seed 7
              strata learn quiz --format html --answers -o quiz.html
              printf 'a\\nc\\nb\\n' | strata learn quiz --questions 3
            """)

    @Option(help: ArgumentHelp("Only questions of this stage.", valueName: "stage"))
    var stage: CourseStage?

    @Option(
        name: .customLong("questions"),
        help: ArgumentHelp("How many; else 12 when asked, all when printed.", valueName: "n"))
    var count: Int?

    @Option(help: ArgumentHelp("Another draw for another number.", valueName: "n"))
    var seed: UInt64 = 0

    @Flag(help: "Print all questions with their answers.")
    var answers = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    /// Questions that are asked where nothing is said.
    private static let usual = 12
    /// Seconds within which a pipe must bring the first answer.
    private static let patience = 1.0

    func validate() throws {
        guard (count ?? 1) > 0 else { throw ValidationError("--questions is 1 or more.") }
    }

    func run() throws {
        let files = try rules.files()
        let bank = try QuizBank(files, catalogue: try database.catalogue(), references: try Seeds.references())
        let draw = QuizDraw(seed: seed)
        let input = Console.current.input
        let isSheet = answers || output.chosenFormat != nil || output.file != nil
        let first = isSheet || input.isTerminal ? nil : input.line(within: Self.patience)
        guard !isSheet, input.isTerminal || first != nil else {
            let sheet = QuizSheet(
                draw.questions(of: bank, stage: stage, count: count), withAnswers: answers)
            return try output.write(
                document: sheet.document, json: sheet.json, items: sheet.items, table: sheet.table)
        }
        var dialogue = QuizDialogue(
            questions: draw.questions(of: bank, stage: stage, count: count ?? Self.usual), course: try Course(files),
            style: output.style, first: first)
        try dialogue.run()
    }
}
