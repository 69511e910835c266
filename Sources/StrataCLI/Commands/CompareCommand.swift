internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Two windows, sources, companies or places side by side.",
        discussion: """
            A side is 2025, 2025-Q2, 2025-03 or 2025-01-15..2025-03-01 (up to the second day, without it), or source=NAME,
            company=TEXT, location=TEXT, country=CODE; several with commas between.

            Examples:
              strata report compare 2025 2024
              strata report compare company=Acme company=Globex --role "Data Engineer"
              strata report compare 2026-Q1,country=DE 2026-Q1,country=US --format html -o de-us.html
            """)

    @Argument(help: "The first side.")
    var a: String

    @Argument(help: "The second side.")
    var b: String

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let sides = (try ComparedSide(spelled: a), try ComparedSide(spelled: b))
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let report = try CompareQuestion(sides.0, sides.1, shared: filters.filter).answer(store)
        try output.write(report: report.document, json: report.json)
        if report.a.totals.jds == 0, report.b.totals.jds == 0 { throw CommandFailure.nothingFound }
    }
}
