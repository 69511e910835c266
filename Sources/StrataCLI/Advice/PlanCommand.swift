internal import ArgumentParser
internal import StrataAdvice
internal import StrataImport
internal import StrataModel
internal import StrataQuery

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Whom to hire, in which order and why, with what the market says of each.",
        discussion: """
            FILE is YAML or JSON with 'goals', and maybe 'team', 'data' (how ready the data is, in words) and 'symptoms'; or
            plain words, taken as goals, one a line.

            Examples:
              strata plan goals.yaml
              echo "recommend products in our new shop" | strata plan -
              strata plan --draft "MLOps Engineer" --format markdown -o mlops-engineer.md
            """)

    @Argument(help: ArgumentHelp("A file, '-' for standard input.", valueName: "file"))
    var file: String?

    @Option(help: ArgumentHelp("Draft a JD for a role instead, out of what such JDs require.", valueName: "role"))
    var draft: String?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard draft == nil || file == nil else {
            throw ValidationError("--draft drafts a JD for a role and reads no file: leave one of the two out.")
        }
    }

    func run() throws {
        let basis = try AdviceBasis(database, rules, output)
        defer { basis.close() }
        if let draft { return try write(draft: draft, basis) }
        let file = file ?? "-"
        let given = try RequestFile.read(file, words: .goals, output: output)
        let request = TeamWords(basis.knowledge).reading(given)
        let team = try TeamFile.reading(request, path: file, basis.knowledge)
        let planner = try Planner(basis.knowledge)
        let plan = try AdviceFailure.naming(file) {
            let plain = try planner.plan(request, team)
            guard let market = try basis.market(plain.hires.map(\.role), hasDetails: true) else { return plain }
            return try planner.plan(request, team, market: market)
        }
        try output.write(
            document: plan.document(naming: basis.knowledge.name(ofSkill:)), json: plan.json, items: plan.items,
            table: plan.orderTable)
    }

    private func write(draft name: String, _ basis: AdviceBasis) throws {
        let role = try basis.knowledge.role(named: name)
        let draft = try JDDraft(role, basis.knowledge, market: basis.market([role.slug], hasDetails: true))
        try output.write(document: draft.document, json: draft.json)
    }
}
