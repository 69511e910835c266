internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct RunsRejectsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejects",
        abstract: "What an import rejected, as a list or as a table that can be mended and imported again.",
        discussion: """
            As CSV, and with -o unless another format is asked for, each record of a table stands in its own columns, and
            any other whole in the column 'raw'; where it stood and what is wrong with it stand beside. Mend it there, delete
            what is no record, and import the table as the original was.

            Example:
              strata runs rejects 3 -o rejects.csv
              strata import rejects.csv
            """)

    @OptionGroup var argument: RunArgument
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard output.format == .csv || output.format == .table && output.file != nil else { return try list() }
        let detail = try argument.detail(database, rejects: Page(limit: 0))
        let store = try database.openForReading()
        defer { try? store.close() }
        let table = try MendableRejects(RejectsQuestion(run: detail.summary.id), store)
        try output.withSink { try table.write($0) }
        let count = detail.summary.counts.rejected
        guard let file = output.file else { return }
        output.hint(
            count == 0
                ? "Run \(detail.summary.id) rejected nothing; \(file) holds a header alone."
                : "\(count) record\(count == 1 ? "" : "s") written to \(file); once mended: strata import \(file)"
                    + " (with the --source and --map of run \(detail.summary.id), where it had any)")
    }

    private func list() throws {
        let detail = try argument.detail(database, rejects: Page(limit: nil))
        try output.write(
            document: detail.rejectsDocument, json: .array(detail.rejectItems), items: detail.rejectItems)
    }
}
