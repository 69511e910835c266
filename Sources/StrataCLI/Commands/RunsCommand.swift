internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "The imports so far, what they rejected, and undoing one.",
        subcommands: [RunsListCommand.self, RunsShowCommand.self, RunsRejectsCommand.self, RunsUndoCommand.self],
        defaultSubcommand: RunsListCommand.self)
}

struct RunsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The imports so far, the newest first.")

    @OptionGroup var pages: PageOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        let list = try RunsQuestion(page: pages.page).answer(store)
        try output.write(document: list.document, json: list.json, items: list.items)
        if list.total == 0 { throw CommandFailure.nothingFound }
    }
}

/// Which run a command is about.
struct RunArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("Number of the run, as `runs` prints it; else the latest.", valueName: "run"))
    var run: Int64?

    func detail(_ database: DatabaseOptions, rejects: Page) throws -> RunDetail {
        let store = try database.openForReading()
        defer { try? store.close() }
        guard let number = try run ?? RunsQuestion(page: Page(limit: 1)).answer(store).runs.first?.id else {
            throw CommandFailure(.nothingFound, "nothing has been imported yet")
        }
        guard let detail = try RunQuestion(run: number, rejects: rejects).answer(store) else {
            throw CommandFailure(.nothingFound, "there is no run \(number); see the runs with 'strata runs'")
        }
        return detail
    }
}

struct RunsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: StrataCommand.name, abstract: "One import, file by file.")

    @OptionGroup var argument: RunArgument
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let detail = try argument.detail(database, rejects: Page(limit: 20))
        try output.write(document: detail.document, json: detail.json)
    }
}
