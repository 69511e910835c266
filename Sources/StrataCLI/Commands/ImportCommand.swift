internal import ArgumentParser
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", _superCommandName: StrataCommand.name,
        abstract: "Import JDs from CSV, JSON, JSONL, YAML, Markdown, text, HTML, PDF, DOCX, ODT or XLSX.",
        discussion: """
            PATH is a file, a folder (read with all its folders), a quoted pattern or '-' for standard input; all of them
            may be packed with gzip. PDF, DOCX and ODT, and XLSX take pdftotext, pandoc and xlsx2csv, where installed.
            Columns are guessed from their names and values; see the guess with --dry-run, correct it with --map, or name
            the system that the export comes from with --profile. Importing a file again adds nothing; an import that was
            killed goes on where it stopped when the same command is given again. JDs of almost the same text are grouped:
            'strata jds --distinct' lists each text once.

            Columns with contacts (recruiter, e-mail, phone) are imported only when --map names them. --redact masks
            e-mail addresses, phone numbers and names of recruiters in the texts before they are read and stored. A JD
            that has no id of its own is known by its text, so with and without --redact it is two JDs.

            Examples:
              strata import jobs.csv --source greenhouse
              strata import export.csv --map title="Job Title" --map description=Body --dry-run
              strata import board.json --profile greenhouse --redact
              strata import 'exports/*.csv.gz' postings/
              curl -s https://example.com/jobs.jsonl.gz | strata import -
            """)

    @Argument(help: ArgumentHelp("Files, folders or patterns, '-' for standard input.", valueName: "path"))
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
            format: from, map: try columns.fields(), source: source, asOf: asOf, profile: profile, redact: redact,
            searchPath: Console.current.environment("PATH"))
        let found = try InputList.find(at: paths)
        let inputs = (sample ? SampleJDs.inputs : []) + found.inputs
        guard !inputs.isEmpty else {
            throw CommandFailure(
                .inputNotFound,
                "\(paths.joined(separator: ", ")): no file that could hold JDs\(skippedKinds(found.skipped, ": "))"
                    + "; name one, and its format with --from")
        }
        if !found.skipped.isEmpty {
            output.hint(
                "Passed over \(found.skipped.count) of the files in folders\(skippedKinds(found.skipped, ": ")); "
                    + "name a file to have it read all the same.")
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
        if let said = summary.repairs.said { output.hint(said) }
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

    /// What the files are that were passed over: "hidden, .png, .sqlite".
    private func skippedKinds(_ paths: [String], _ lead: String) -> String {
        var kinds: [String] = []
        for path in paths {
            let name = path.split(separator: "/").last ?? ""
            let dot = name.lastIndex(of: ".")
            let kind =
                name.hasPrefix(".") ? "hidden" : dot.map { String(name[$0...].lowercased()) } ?? "without extension"
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        guard !kinds.isEmpty else { return "" }
        let shown = kinds.sorted().prefix(6).joined(separator: ", ")
        return "\(lead)\(shown)\(kinds.count > 6 ? " and others" : "")"
    }
}
