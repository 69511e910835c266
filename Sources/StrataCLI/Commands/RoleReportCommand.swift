internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct RoleReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "What a role is in the JDs that ask for it, and how it differs from the one most like it.",
        discussion: """
            Examples:
              strata report role "ML Engineer"
              strata report role mlops-engineer --since 2025-01-01 --format html -o mlops.html
            """)

    @Argument(help: "A role, by name, slug or a title that it goes by.")
    var name: String

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard filters.role == nil else {
            throw ValidationError("--role is not for 'report role': the role is its argument.")
        }
    }

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let report = try RoleReportQuestion(role: name, filter: filters.filter).answer(store)
        try output.write(report: report.document, json: report.json)
        if report.sample.texts == 0 { throw CommandFailure.nothingFound }
    }
}
