internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataReport
internal import StrataStorage

struct ExportJDsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Everything that is known of JDs, to be read again by 'strata import'.",
        discussion: """
            Content, source, every sighting, your label and the verdict; all JDs, or those of the filters. Importing the file
            into an empty database gives the same JDs. In CSV, what a spreadsheet would run as a formula has an apostrophe
            before it, which the import takes off again.

            Examples:
              strata jds export -o jds.jsonl
              strata jds export --needs mlops --format csv -o mlops.csv
            """)

    /// What an export is written as.
    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv }

    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("How it is written: jsonl or csv.", valueName: "format"))
    var format: Format = .jsonl

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write to a file instead: a new one, or one that is as Strata wrote it.", valueName: "file"))
    var file: String?

    @Flag(help: "Replace a file that Strata did not write, or that was changed.")
    var force = false

    @Flag(help: "No progress, hints or warnings on standard error.")
    var quiet = false

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        if let file { try AtomicFile.check(path: file, force: force) }
        let store = try database.openForReading()
        defer { try? store.close() }
        let isShown = file == nil && Console.current.outIsTerminal
        let sink = try file.map { try AtomicFile(path: $0, force: force, isPrivate: true) }
        var pending = format == .csv ? ExactCSV.line(ExportedJD.keys) : ""
        var count = 0
        func flush() throws {
            // Marks that act on a terminal are kept for a file alone.
            let text = isShown ? TerminalText.sanitisedLines(pending) : pending
            if let sink { try sink.write(text) } else { try Console.current.write(text) }
            pending = ""
        }
        try JDExport(filters.filter).forEach(store) { jd in
            pending += line(jd)
            count += 1
            if pending.utf8.count > 1 << 16 { try flush() }
        }
        guard count > 0 else { throw CommandFailure(.nothingFound, "there is no JD to export") }
        try flush()
        try sink?.finish()
        if let file, !quiet { Console.current.say("\(count) JD\(count == 1 ? "" : "s") written to \(file)") }
    }

    private func line(_ jd: ExportedJD) -> String {
        switch format {
        case .jsonl: JSONRenderer.line(jd.json)
        case .csv: ExactCSV.line(jd.members.map { ExactCSV.cell($0.value) })
        }
    }
}
