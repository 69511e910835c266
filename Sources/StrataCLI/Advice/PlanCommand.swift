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
              strata plan goals.yaml --draft "Data Engineer"
              strata plan --draft "MLOps Engineer" --format markdown -o mlops-engineer.md
            """)

    @Argument(help: ArgumentHelp("A file, '-' for standard input.", valueName: "file"))
    var file: String?

    @Option(
        help: ArgumentHelp(
            "Draft a JD for a role: with FILE for the plan's hire of it, else for a first hire of it.",
            valueName: "role"))
    var draft: String?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let basis = try AdviceBasis(database, rules, output)
        defer { basis.close() }
        if let draft { return try write(draft: draft, basis) }
        let plan = try made(basis, hasMarket: true)
        try output.write(
            document: plan.document(naming: basis.knowledge.name(ofSkill:)), json: plan.json, items: plan.items,
            table: plan.orderTable)
    }

    private func made(_ basis: AdviceBasis, hasMarket: Bool) throws -> HiringPlan {
        let file = file ?? "-"
        let given = try RequestFile.read(file, words: .goals, output: output)
        let request = TeamWords(basis.knowledge).reading(given)
        let team = try TeamFile.reading(request, path: file, basis.knowledge)
        let planner = try Planner(basis.knowledge)
        return try AdviceFailure.naming(file) {
            let plain = try planner.plan(request, team)
            guard hasMarket, let market = try basis.market(plain.hires.map(\.role), hasDetails: true) else {
                return plain
            }
            return planner.adding(market, to: plain)
        }
    }

    private func write(draft name: String, _ basis: AdviceBasis) throws {
        let role = try basis.knowledge.role(named: name)
        var hire: Hire?
        if let file {
            hire = try found(role.slug, named: role.name, in: made(basis, hasMarket: false), file)
        }
        let draft = try JDDraft(
            role, for: hire, basis.knowledge, market: basis.market([role.slug], hasDetails: true))
        try output.write(document: draft.document, json: draft.json)
    }

    /// The first hire of a role in a plan.
    ///
    /// - throws: ``CommandFailure`` where the plan has none.
    private func found(_ role: String, named name: String, in plan: HiringPlan, _ file: String) throws -> Hire {
        if let found = plan.hires.first(where: { $0.role == role }) { return found }
        let hires = plan.hires.isEmpty ? "nobody" : plan.hires.map(\.name).joined(separator: ", ")
        throw CommandFailure(
            .nothingFound,
            "\(file): its plan hires no \(name), but \(hires); for a draft without a plan leave FILE out")
    }
}
