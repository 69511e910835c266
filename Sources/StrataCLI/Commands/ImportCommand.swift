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
            their names and values; see the guess with --dry-run, correct it with --map, or name the system that the
            export comes from with --profile. Importing a file again adds nothing; an import that was killed goes on
            where it stopped when the same command is given again.

            Columns with contacts (recruiter, e-mail, phone) are imported only when --map names them. --redact masks
            e-mail addresses, phone numbers and names of recruiters in the texts before they are read and stored. A JD
            that has no id of its own is known by its text, so with and without --redact it is two JDs.

            Examples:
              strata import jobs.csv --source greenhouse
              strata import export.csv --map title="Job Title" --map description=Body --dry-run
              strata import board.json --profile greenhouse --redact
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

    @OptionGroup var columns: ProfileOptions

    @Option(
        help: ArgumentHelp(
            "Where the JDs come from; else their source column, else the profile's name, else 'default'.",
            valueName: "name"))
    var source: String?

    @Option(
        name: .customLong("as-of"), help: ArgumentHelp("The day on which '3 weeks ago' was written.", valueName: "date")
    )
    var asOf: CalendarDate?

    @Flag(help: "Mask e-mail addresses, phone numbers and names of recruiters in the texts.")
    var redact = false

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
        let profile = try columns.chosen(database)
        let options = RecordOptions(
            format: from, map: try columns.fields(), source: source, asOf: asOf, profile: profile, redact: redact)
        let inputs = try (sample ? SampleJDs.inputs : []) + InputList.files(at: paths)
        guard !inputs.isEmpty else {
            throw CommandFailure(
                .inputNotFound,
                "\(paths.joined(separator: ", ")): no file that could hold JDs; name one, or --from FORMAT")
        }
        if dryRun { return try DryRun(inputs, options: options).write(output) }
        let summary = try importAll(inputs, options)
        try output.write(document: summary.document, json: summary.json)
        for note in Set(summary.files.flatMap(\.notes)).sorted() { output.hint(note) }
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
        if let kept = try columns.kept(source: source, over: profile) { try keep(kept) }
    }

    private func keep(_ profile: ImportProfile) throws {
        let store = try database.openForWriting()
        defer { try? store.close() }
        try store.saveImportProfile(profile)
        output.hint("The mapping is kept: use it again with --profile \(profile.name).")
    }

    private func importAll(_ inputs: [Input], _ options: RecordOptions) throws -> ImportSummary {
        var progress = ProgressLine(console: .current, isQuiet: output.quiet)
        var opened: Store?
        defer {
            progress.clear()
            try? opened?.close()
        }
        let summary = try Importer(inputs, options: options).run(
            command: commandKey(options), now: TimeOfDay.now,
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
    private func commandKey(_ options: RecordOptions) -> String {
        var parts = [
            from?.rawValue ?? "", columns.map.sorted().joined(separator: "\u{1F}"), source ?? "",
            asOf?.description ?? "",
        ]
        // With what it says: one of the user's own may have been changed in between.
        if let profile = options.profile {
            let feeds = profile.feeds.map { "\($0.field)=\($0.columns.joined(separator: "|"))" }
            parts.append(([profile.name, profile.source] + feeds).joined(separator: "\u{1F}"))
        }
        if redact { parts.append("--redact") }
        return (parts + (sample ? ["--sample"] : []) + paths).joined(separator: "\u{1E}")
    }
}
