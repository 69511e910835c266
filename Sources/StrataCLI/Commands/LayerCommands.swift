internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct LayerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layer", _superCommandName: StrataCommand.name,
        abstract: "Which layer does this tool or skill belong to?",
        discussion: """
            Knows names and aliases in any case (k8s, sklearn, "OpenAI's API"). Exits 1 when a name is unknown, and then
            suggests the nearest.

            Example:  strata layer Kubernetes LangChain dbt
            """)

    @Argument(help: ArgumentHelp("Names of tools or skills.", valueName: "name"))
    var names: [String]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let question = SkillQuestion(names)
        let answers: [SkillAnswer]
        if let store = try database.openIfPresent() {
            answers = try question.answers(store)
            try store.close()
        } else {
            answers = try Self.answersOfSeeds(question)
        }
        let items = answers.map(\.json)
        try output.write(
            document: SkillAnswer.document(answers), json: .array(items), items: items,
            table: SkillAnswer.table(answers))
        guard answers.allSatisfy(\.found) else { throw CommandFailure.nothingFound }
    }
}

extension LayerCommand {
    /// The command for names and nothing else but `--db FILE` and `--quiet`; nil for any other arguments.
    ///
    /// The question that scripts ask most answers in the time that a process needs to start, and the parser, which finds out
    /// at each start what options there are, takes a third of that.
    static func plain(_ arguments: [String]) -> LayerCommand? {
        guard arguments.first == configuration.commandName else { return nil }
        var (names, database, isQuiet): ([String], String?, Bool) = ([], nil, false)
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            switch argument {
            case "--quiet": isQuiet = true
            case "--db":
                guard database == nil, let file = rest.popFirst(), !file.hasPrefix("-") else { return nil }
                database = file
            case _ where argument.hasPrefix("-") || argument.isEmpty: return nil
            default: names.append(argument)
            }
        }
        if names.isEmpty { return nil }
        var command = LayerCommand()
        command.names = names
        command.database = .named(database)
        command.output = .plain(quiet: isQuiet)
        return command
    }

    /// The answers of the built-in catalogue: of the skills that go by the names, and of all only where that misses one.
    private static func answersOfSeeds(_ question: SkillQuestion) throws -> [SkillAnswer] {
        let keys = question.names.map(TermKey.fold).flatMap { [$0, $0.replacing(" ", with: "-")] }
        let references = try Seeds.references()
        let few = Catalogue(
            version: Seeds.version, layers: [], skills: try Seeds.skills(named: Set(keys)), roles: [], headings: [],
            cues: [], scoring: Scoring(version: Seeds.version))
        let answers = question.answers(in: few, references: references)
        // What is read loosely may be another skill's name, which these few do not hold.
        guard !answers.allSatisfy({ $0.found && $0.readAs == nil }) else { return answers }
        return question.answers(in: try Seeds.catalogue(), references: references)
    }
}

struct LayersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layers", _superCommandName: StrataCommand.name,
        abstract: "The four layers of the AI/ML stack, their goals and signature tools.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let answer = LayersAnswer(catalogue: try database.catalogue())
        try output.write(document: answer.document, json: .array(answer.items), items: answer.items)
    }
}
