internal import ArgumentParser
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", _superCommandName: StrataCommand.name,
        abstract: "Import JDs from CSV, JSON, JSONL, YAML, Markdown, text or HTML.",
        discussion: """
            PATH is a file, a folder (read with all its folders) or '-' for standard input. Columns are guessed from
            their names; see the guess with --dry-run, correct it with --map. Importing a file again adds nothing; an
            import that was killed goes on where it stopped when the same command is given again.

            Examples:
              strata import jobs.csv --source greenhouse
              strata import export.csv --map title="Job Title" --map description=Body --dry-run
              zcat jobs.jsonl.gz | strata import - --from jsonl
            """)

    @Argument(help: ArgumentHelp("Files or folders, '-' for standard input.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "Import the sample JDs that come with Strata.")
    var sample = false

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The input's format, where a look at it misleads.", valueName: "format"))
    var from: InputFormat?

    @Option(
        help: ArgumentHelp(
            "Which column feeds which field, such as title=\"Job Title\"; repeatable.", valueName: "field=column"))
    var map: [String] = []

    @Option(help: ArgumentHelp("Where the JDs come from; else their source column, else 'default'.", valueName: "name"))
    var source: String?

    @Option(
        name: .customLong("as-of"), help: ArgumentHelp("The day on which '3 weeks ago' was written.", valueName: "date")
    )
    var asOf: CalendarDate?

    @Flag(name: .customLong("dry-run"), help: "Show the columns' mapping and the first records; store nothing.")
    var dryRun = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard sample || !paths.isEmpty else {
            throw ValidationError("Name a file or folder to import, '-' for standard input, or --sample.")
        }
    }

    func run() throws {
        let options = RecordOptions(format: from, map: try fieldMap(), source: source, asOf: asOf)
        let inputs = try (sample ? SampleJDs.inputs : []) + InputList.files(at: paths)
        guard !inputs.isEmpty else {
            throw CommandFailure(
                .inputNotFound,
                "\(paths.joined(separator: ", ")): no file that could hold JDs; name one, or --from FORMAT")
        }
        if dryRun { return try DryRun(inputs, options: options).write(output) }
        let summary = try importAll(inputs, options)
        try output.write(document: summary.document, json: summary.json)
        for file in summary.files where file.error != nil {
            Console.current.say("strata: \(file.error ?? "")")
        }
        let total = summary.total
        guard total.imported + total.updated + total.duplicates > 0 else {
            throw CommandFailure(
                .badInput,
                total.rejected > 0
                    ? "all \(total.rejected) rows were rejected; see why with 'strata runs rejects \(summary.run)'"
                    : "no row was found to import")
        }
    }

    private func importAll(_ inputs: [Input], _ options: RecordOptions) throws -> ImportSummary {
        var progress = ProgressLine(console: .current, isQuiet: output.quiet)
        var opened: Store?
        defer {
            progress.clear()
            try? opened?.close()
        }
        let summary = try Importer(inputs, options: options).run(
            command: commandKey, now: TimeOfDay.now,
            open: {
                let store = try database.openForWriting(
                    as: "import", quiet: output.quiet, resumesGrouping: false)
                opened = store
                return (store, Classifier(try database.compiledCatalogue(of: store)))
            },
            report: { progress.show($0) }, reportGrouping: { progress.showGrouping($0, of: $1) })
        if summary.isResumed { output.hint("Resumed run \(summary.run), which had been interrupted.") }
        return summary
    }

    /// Equal for equal commands: how a killed run is known again.
    private var commandKey: String {
        let parts = [
            from?.rawValue ?? "", map.sorted().joined(separator: "\u{1F}"), source ?? "", asOf?.description ?? "",
        ]
        return (parts + (sample ? ["--sample"] : []) + paths).joined(separator: "\u{1E}")
    }

    private func fieldMap() throws -> [Field: String] {
        var fields: [Field: String] = [:]
        for pair in map {
            guard let equals = pair.firstIndex(of: "=") else {
                throw ValidationError("--map \(pair): write FIELD=COLUMN, such as title=\"Job Title\".")
            }
            let name = String(pair[..<equals])
            guard let field = Field(named: name) else {
                throw ValidationError(
                    "--map \(pair): no field '\(name)'; the fields are \(Field.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            fields[field] = String(pair[pair.index(after: equals)...])
        }
        return fields
    }
}
