internal import ArgumentParser
internal import StrataModel
internal import StrataReport

/// How an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv, markdown, html
}

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// Options of every command that answers.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .customLong("format"),
        help: ArgumentHelp("How the answer is written; table where nothing is said.", valueName: "format"))
    var chosenFormat: OutputFormat?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "Write the answer to a file instead: a new one, or one that is as Strata wrote it.", valueName: "file"))
    var file: String?

    @Flag(
        help:
            "Do it although something speaks against it, such as an -o file that Strata did not write, or that was changed."
    )
    var force = false

    @Option(help: "Colours in the answer: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "No progress, hints or warnings on standard error.")
    var quiet = false

    /// How the answer is written.
    var format: OutputFormat { chosenFormat ?? .table }

    /// What holds where no other option is given.
    static func plain(quiet: Bool) -> OutputOptions {
        var options = OutputOptions()
        options.chosenFormat = nil
        options.file = nil
        options.force = false
        options.color = .auto
        options.quiet = quiet
        return options
    }

    /// Refuses a file that is not to be replaced at once, before anything is done for what would stand in it.
    func validate() throws {
        guard let file else { return }
        do { try AtomicFile.check(path: file, force: force) } catch let failure as CommandFailure {
            Console.current.say("strata: \(failure)")
            throw ExitCode(failure.status.rawValue)
        }
    }

    /// Says something that is no result, unless asked to be quiet.
    func hint(_ text: String) {
        if !quiet { Console.current.say(text) }
    }

    /// How to draw for people.
    var style: TextStyle {
        let console = Console.current
        let isColored =
            switch color {
            case .always: true
            case .never: false
            case .auto: console.outIsTerminal && file == nil && (console.environment("NO_COLOR") ?? "").isEmpty
            }
        return TextStyle(width: file == nil ? console.width : 100, color: isColored)
    }

    /// Writes an answer in the format asked for.
    ///
    /// - parameter document: the answer for people.
    /// - parameter json: the answer for machines.
    /// - parameter items: what JSON Lines holds, one value a line; the whole answer when nil.
    /// - parameter table: what CSV holds; the document's first table when nil.
    func write(
        document: @autoclosure () -> Document, json: @autoclosure () -> JSONValue, items: [JSONValue]? = nil,
        table: @autoclosure () -> Table? = nil
    ) throws {
        switch format {
        case .table: try write(TextRenderer.render(document(), style: style))
        case .markdown: try write(MarkdownRenderer.render(document()))
        case .html: try write(HTMLRenderer.render(document()))
        case .json: try write(JSONRenderer.render(json(), pretty: true))
        case .jsonl: try write((items ?? [json()]).map { JSONRenderer.line($0) }.joined())
        case .csv:
            guard let table = table() ?? document().firstTable else {
                throw Self.noTable
            }
            try write(CSVRenderer.render(table))
        }
    }

    /// Makes sure that the answer can be written, before a command changes anything.
    ///
    /// - parameter hasTable: whether the answer has a table for CSV.
    /// - throws: ``CommandFailure``.
    func check(hasTable: Bool) throws {
        if format == .csv, !hasTable { throw Self.noTable }
        if let file { _ = try AtomicFile(path: file, force: force) }
    }

    private static let noTable = CommandFailure(
        .usage, "this answer has no table to write as CSV; use --format json or markdown")

    /// Writes text to the file asked for, whole or not at all, else to standard output.
    func write(_ text: String) throws {
        try withSink { sink in try sink(text) }
    }

    /// Gives the body something to write pieces of an answer to, each going out at once.
    func withSink(_ body: ((String) throws -> Void) throws -> Void) throws {
        guard let file else { return try body { try Console.current.write($0) } }
        let sink = try AtomicFile(path: file, force: force)
        try body(sink.write)
        try sink.finish()
    }
}
