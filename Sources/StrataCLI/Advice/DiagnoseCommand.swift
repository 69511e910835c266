internal import ArgumentParser
internal import StrataAdvice
internal import StrataImport
internal import StrataModel

struct DiagnoseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "What a team lacks: its layers, the bottleneck, missing roles, hiring goals.",
        discussion: """
            FILE is YAML or JSON with 'team' (title, count, skills, text, resume), 'symptoms', and maybe 'goals', 'data' and
            'answers'; a CSV of the team; or plain words, taken as complaints, one a line.

            Examples:
              strata diagnose team.yaml
              strata diagnose team.yaml --interview
              strata diagnose team.yaml --salary 90000 --months-to-production 9 --value-per-month 40000
              echo "nobody notices when the model degrades" | strata diagnose -
            """)

    @Argument(help: ArgumentHelp("A file, '-' for standard input.", valueName: "file"))
    var file = "-"

    @Flag(help: "Ask the team's questions here, one at a time; an empty line leaves one out.")
    var interview = false

    @Option(help: ArgumentHelp("What one hire costs a year, all told.", valueName: "amount"))
    var salary: Double?

    @Option(help: ArgumentHelp("How many months a model takes to production now.", valueName: "months"))
    var monthsToProduction: Double?

    @Option(help: ArgumentHelp("What a model in production is worth a month.", valueName: "amount"))
    var valuePerMonth: Double?

    @Option(help: ArgumentHelp("How many months it is to take with the hires.", valueName: "months"))
    var monthsAfter: Double?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let given = [salary, monthsToProduction, valuePerMonth].compactMap { $0 }
        guard given.isEmpty || given.count == 3 else {
            throw ValidationError("The return needs --salary, --months-to-production and --value-per-month, all three.")
        }
        guard monthsAfter == nil || given.count == 3 else {
            throw ValidationError("--months-after goes with --salary, --months-to-production and --value-per-month.")
        }
        guard (given + [monthsAfter ?? 0]).allSatisfy({ $0.isFinite && $0 >= 0 && $0 < 1e12 }) else {
            throw ValidationError("Amounts and months are numbers from 0 on, without commas: --salary 90000.")
        }
        if let monthsAfter, let monthsToProduction, monthsAfter > monthsToProduction {
            throw ValidationError(
                "--months-after \(monthsAfter) is longer than --months-to-production \(monthsToProduction): hires are to shorten it."
            )
        }
        if interview, file == "-" {
            throw ValidationError("--interview reads answers here: name a file with the team.")
        }
    }

    func run() throws {
        let given = try RequestFile.read(file, words: .symptoms, output: output)
        let basis = try AdviceBasis(database, rules, output)
        var request = TeamWords(basis.knowledge).reading(given)
        defer { basis.close() }
        let team = try TeamFile.reading(request, path: file, basis.knowledge)
        let diagnostician = try Diagnostician(basis.knowledge)
        let diagnosis = try AdviceFailure.naming(file) {
            if interview {
                request.answers += TeamInterview.ask(try diagnostician.diagnose(request, team).interview)
            }
            var diagnosis = try diagnostician.diagnose(request, team)
            if let market = try basis.market(diagnosis.hires.map(\.role)) { diagnosis.add(market) }
            if let salary, let monthsToProduction, let valuePerMonth {
                diagnosis.payback = Payback(
                    salary: salary, monthsToProduction: monthsToProduction, valuePerMonth: valuePerMonth,
                    monthsAfter: monthsAfter, hires: diagnosis.hires.count)
                if diagnosis.payback == nil {
                    output.hint("strata: nobody is to be hired, so there is no return to reckon")
                }
            }
            return diagnosis
        }
        try output.write(
            document: diagnosis.document(naming: basis.knowledge.name(ofSkill:)), json: diagnosis.json,
            table: diagnosis.coverageTable)
    }
}

/// Asks a team's questions at the terminal.
enum TeamInterview {
    /// - returns: the answers that were given; the end of input ends it.
    static func ask(_ questions: [Diagnosis.Asked]) -> [Request.Answer] {
        let console = Console.current
        let open = questions.filter { $0.answer == nil }
        var answers: [Request.Answer] = []
        console.say("\(open.count) questions to the team; an empty line leaves one out, the end of input ends it.")
        for (index, asked) in open.enumerated() {
            console.say("\n\(index + 1) of \(open.count), \(asked.question.layer.name): \(asked.question.question)")
            guard let line = console.input.line() else { break }
            if line.contains(where: { !$0.isWhitespace }) {
                answers.append(Request.Answer(question: asked.question.slug, text: line))
            }
        }
        return answers
    }
}
