internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Reports over the imported JDs.",
        subcommands: [
            DemandCommand.self, RoleReportCommand.self, SkillReportCommand.self, StackCommand.self, CompareCommand.self,
        ])
}

struct DemandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demand",
        abstract: "What is asked for, how much, and how that is changing.",
        discussion: """
            Dimensions: \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")); one, or two crossed.
            'layer' counts a JD in each layer that it needs, 'primary' in one. Without dates a report covers every JD;
            with them, those seen in the window, compared with the window of the same length before. 'Distinct' counts JDs of
            almost the same text once.

            Examples:
              strata report demand --by role
              strata report demand --by layer,quarter --since 2025-01-01 --until 2026-01-01
              strata report demand --by tool --primary mlops --format csv -o tools.csv
            """)

    @Option(help: ArgumentHelp("One dimension, or two with a comma between.", valueName: "dim[,dim]"))
    var by = "role"

    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("How many rows are shown.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("How many rows are passed over first.", valueName: "n"))
    var offset = 0

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "jds, distinct, sightings, share, change or name; '+' before it for ascending, '-' descending.",
            valueName: "key"))
    var sort: DemandSort?

    @Flag(help: "Only how many JDs the filters leave.")
    var count = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (limit ?? 0) >= 0, offset >= 0 else { throw ValidationError("--limit and --offset are not below 0.") }
    }

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let question = DemandQuestion(
            by: try Dimension.list(by), filter: filters.filter, sort: sort, page: Page(limit: rows, offset: offset),
            hasInsights: !count && output.format != .csv && output.format != .jsonl)
        let report = try question.answer(store)
        if count { return try output.writeCount(report.totals.jds) }
        try output.write(document: report.document, json: report.json, items: report.items, table: report.table)
        if report.totals.jds == 0 { throw CommandFailure.nothingFound }
    }

    /// People read the first rows, programs want them all.
    private var rows: Int? {
        switch output.format {
        case .table, .markdown, .html: limit ?? 20
        case .json, .jsonl, .csv: limit
        }
    }
}
