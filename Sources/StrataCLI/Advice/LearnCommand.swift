internal import ArgumentParser
internal import StrataAdvice
internal import StrataCatalogue
internal import StrataImport
internal import StrataModel

struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "The path for somebody new to the field: lessons, exercises on this very tool, and a quiz.",
        discussion: """
            Three stages lead from the four layers to the diagnosis of an organisation. What lessons show is made of the \
            catalogue as it is now; exercises run on the sample JDs.

            Examples:
              strata learn                             # the path at a glance
              strata learn beginner                    # a stage; or a lesson or an exercise by its name, or all
              strata learn five-ml-engineers --answers
              strata learn all --format html -o course.html
              strata learn files practice              # what the exercises need
              strata learn quiz --stage beginner
            """,
        subcommands: [LearnReadCommand.self, LearnFilesCommand.self, QuizCommand.self],
        defaultSubcommand: LearnReadCommand.self)
}

struct LearnReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read the path, a stage, a lesson or an exercise; what 'learn' alone does.")

    @Argument(
        help: ArgumentHelp(
            "beginner, intermediate or advanced; a lesson or an exercise; or all. Without it, the path at a glance.",
            valueName: "topic"))
    var topic: String?

    @Flag(help: "Show with each exercise what Strata says; without a topic, of all exercises.")
    var answers = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let files = try rules.files()
        let course = try Course(files)
        guard topic != nil || answers else {
            return try output.write(document: course.document, json: course.json, table: course.table)
        }
        guard let part = topic.map(course.part) ?? .exercises(course) else {
            let stages = CourseStage.allCases.map(\.slug).joined(separator: ", ")
            throw CommandFailure(
                .nothingFound,
                "nothing to learn goes by the name '\(topic ?? "")'; there are \(stages), "
                    + "and the lessons and exercises that 'strata learn' lists")
        }
        let figures = CourseFigures(
            catalogue: try database.catalogue(), references: try Seeds.references(), firstRoles: course.firstRoles,
            files: files,
            samples: { try SampleJDs.read(by: database) },
            advise: { advice, name in
                let basis = try AdviceBasis(database, rules, output)
                defer { basis.close() }
                return try advice.blocks(try LearnFiles.request(name, words: advice.words), basis.knowledge)
            })
        switch output.format {
        case .table, .markdown, .html, .csv:
            let document = try course.document(of: part, figures, answers: answers)
            try output.write(document: document, json: .null, table: course.table(of: part))
        case .json, .jsonl:
            let items = try course.items(of: part, figures, answers: answers)
            try output.write(document: course.document, json: course.json(of: part, items: items), items: items)
        }
    }
}
