internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct SkillReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skill",
        abstract: "What a tool or another skill is asked for: roles, layers, companions, demand from 0 to 10.",
        discussion: """
            Examples:
              strata report skill Kubernetes
              strata report skill "feature store" --since 2025-01-01 --format html -o feature-store.html
            """)

    @Argument(help: "A skill, by name, alias or slug.")
    var name: String

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard filters.skill.isEmpty else {
            throw ValidationError("--skill is not for 'report skill': the skill is its argument.")
        }
    }

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let report = try SkillReportQuestion(skill: name, filter: filters.filter).answer(store)
        try output.write(report: report.document, json: report.json)
        if report.sample.texts == 0 { throw CommandFailure.nothingFound }
    }
}
