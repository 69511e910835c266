internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct StackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stack",
        abstract: "The four layers side by side, and which of them the JDs of each title belong to.",
        discussion: """
            Examples:
              strata report stack
              strata report stack --since 2025-01-01 --until 2026-01-01 --format html -o stack.html
            """)

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let report = try StackQuestion(filter: filters.filter).answer(store)
        try output.write(report: report.document, json: report.json)
        if report.totals.jds == 0 { throw CommandFailure.nothingFound }
    }
}

extension OutputOptions {
    /// Writes a report of several tables: as CSV all of them, a line for each figure.
    func write(report: Document, json: @autoclosure () -> JSONValue) throws {
        try write(document: report, json: json(), table: report.tidyTable)
    }
}
