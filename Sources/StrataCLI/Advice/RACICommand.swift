internal import ArgumentParser
internal import StrataAdvice
internal import StrataImport
internal import StrataModel

struct RACICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raci", abstract: "Who does what in a project: a RACI of its workflow, with the hand-overs.",
        discussion: """
            FILE is a brief in prose, or a list of steps: one a line, bullets of Markdown, or YAML or JSON with 'brief' or
            'steps'. From a brief Strata proposes the workflow; write it out, change it, and give it back.

            Examples:
              strata raci brief.txt
              strata raci brief.txt --steps -o steps.yaml
              strata raci steps.yaml --team team.yaml --format html -o raci.html
            """)

    @Argument(help: ArgumentHelp("A file, '-' for standard input.", valueName: "file"))
    var file = "-"

    @Flag(help: "Write the steps as YAML, to be changed and given back.")
    var steps = false

    @Option(help: ArgumentHelp("The sort of project, whatever the brief says.", valueName: "name"))
    var archetype: String?

    @Option(help: ArgumentHelp("A file with the team, to mark the roles that it lacks.", valueName: "file"))
    var team: String?

    @Flag(help: "Say for each step why it went to its layer.")
    var why = false

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let given = try RequestFile.read(file, words: .brief, output: output)
        let basis = try AdviceBasis(database, rules, output)
        let request = TeamWords(basis.knowledge).reading(given)
        defer { basis.close() }
        let crew = try team.map { try TeamFile.read($0, basis.knowledge, output: output) }
        let own =
            crew == nil && !request.team.isEmpty
            ? try TeamFile.reading(request, path: file, basis.knowledge) : crew
        let builder = try RACIBuilder(basis.knowledge)
        let raci = try AdviceFailure.naming(file) {
            let plain = try builder.raci(request, archetype: archetype, team: own)
            guard let market = try basis.market(plain.columns.map(\.role)) else { return plain }
            return builder.adding(market, to: plain)
        }
        if steps { return try output.write(raci.stepsFile) }
        try output.write(
            document: raci.document(withReasons: why), json: raci.json, items: raci.items, table: raci.matrix)
    }
}
