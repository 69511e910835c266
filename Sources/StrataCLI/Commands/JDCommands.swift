internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct JDsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jds", _superCommandName: StrataCommand.name,
        abstract: "Which JDs are there, and which need a layer? Exporting and deleting some.",
        discussion: """
            'strata jds list --help' tells the filters and the rest of what 'jds' alone takes.

            Examples:
              strata jds --needs mlops
              strata jds --needs data-engineering --needs mlops --since 2026-01-01
              strata jds --primary none --count
              strata jds --needs mlops --distinct
              strata jds --alike 42
              strata jds export -o jds.jsonl
              strata jds delete 42 --yes
            """,
        subcommands: [ListJDsCommand.self, ExportJDsCommand.self, DeleteJDsCommand.self],
        defaultSubcommand: ListJDsCommand.self)
}

struct ListJDsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List them; what 'jds' alone does.")

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Filters") var distinct: DistinctOptions
    @OptionGroup var pages: PageOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "share (of the layer asked for), date, title, company or salary; '+' before it for ascending, '-' descending.",
            valueName: "key"))
    var sort: JDSort?

    @Flag(help: "Only how many there are.")
    var count = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let question = JDQuestion(distinct.narrowing(filters.filter), sort: sort, page: pages.page)
        if count { return try output.writeCount(try question.count(store)) }
        let page = try question.answer(store)
        try output.write(document: page.document, json: page.json, items: page.items, table: page.table)
        if page.total == 0 { throw CommandFailure.nothingFound }
    }
}

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", _superCommandName: StrataCommand.name,
        abstract: "Search the JDs' titles, companies, places and texts.",
        discussion: """
            A query has words (all must occur), "phrases", prefix*, AND, OR, NOT, -word and parentheses, and
            title:word, company:word, location:word, text:word. The best matches come first.

            Examples:
              strata search 'feature store'
              strata search '"data pipeline*" AND (airflow OR dagster) NOT snowflake' --needs mlops
            """)

    @Argument(help: "What to search for.")
    var query: [String]

    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Filters") var distinct: DistinctOptions
    @OptionGroup var pages: PageOptions

    @Flag(help: "Only how many there are.")
    var count = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let question = SearchQuestion(
            query.joined(separator: " "), filter: distinct.narrowing(filters.filter), page: pages.page)
        if count { return try output.writeCount(try question.count(store)) }
        let page = try question.answer(store)
        try output.write(document: page.document, json: page.json, items: page.items, table: page.table)
        if page.total == 0 { throw CommandFailure.nothingFound }
    }
}

extension OutputOptions {
    /// Writes a number in the format asked for.
    func writeCount(_ count: Int) throws {
        switch format {
        case .json, .jsonl: try write(document: Document(title: ""), json: .object([("total", .integer(count))]))
        case .csv: try write("total\n\(count)\n")
        case .table, .markdown, .html: try write("\(count)\n")
        }
        if count == 0 { throw CommandFailure.nothingFound }
    }
}
