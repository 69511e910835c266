internal import ArgumentParser
internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataLearn
internal import StrataModel
internal import StrataStorage

struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Learn from labelled JDs how much each skill says of each layer.",
        discussion: """
            FILE is JSON Lines of JDs (id, title, company, description, source; 'layer_by_title' is a label that the title
            gave), or a table of labels (tab- or comma-separated: id, primary, and the four layers: 2 clearly asked for, 1
            weak, 0 not) that names JDs of these files or of the database. What 'strata label' has kept is learnt from too.

            Prints how well the verdicts agree with labels that were not learnt from, and keeps the weights in the
            database as your own; 'strata db reclassify' then renews the verdicts. The same labels give the same weights.
            Learning begins at the weights that ship; for JDs that these have been learnt from, the figures flatter.

            Examples:
              strata calibrate
              strata calibrate labels.tsv
              strata calibrate --dry-run jds.jsonl labels.tsv
              strata calibrate --reset
            """)

    @Argument(help: ArgumentHelp("JDs or labels; without any, what 'strata label' has kept.", valueName: "file"))
    var files: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Measure, and keep nothing.")
    var isDryRun = false

    @Flag(help: "Return to the weights that ship.")
    var reset = false

    @Option(
        name: .customLong("seeds"),
        help: ArgumentHelp("Learn from nothing and write weights.tsv and scoring.tsv there.", valueName: "folder"))
    var seeds: String?

    @Option(
        name: .customLong("cases"),
        help: ArgumentHelp(
            "Write as a table what was said of each read JD by a model that had not seen it.", valueName: "file"))
    var cases: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if reset, !files.isEmpty || seeds != nil || isDryRun {
            throw ValidationError("--reset takes no files and no other way of learning")
        }
        if seeds != nil, files.isEmpty { throw ValidationError("--seeds needs files of labelled JDs") }
    }

    func run() throws {
        try output.check(hasTable: !reset)
        if let cases { try AtomicFile.check(path: cases, force: output.force) }
        if reset { return try returnToShipped() }
        let store = seeds == nil ? try openStore() : nil
        defer { try? store?.close() }
        let labelled = try LabelledFiles(files, store, withOwn: true)
        LearningHints(output).unknown(labelled)
        let classifier = try startingPoint(store)
        let options = seeds == nil ? LearningOptions.fromShippedWeights : LearningOptions()
        guard let learnt = Calibration(labelled.jds, classifier: classifier, options: options).learn() else {
            throw CommandFailure(
                .badInput, "no labelled JD: give a table of labels, or correct verdicts with 'strata label ID LAYER'")
        }
        if let cases { try CaseTable(learnt).write(to: cases, force: output.force) }
        if !isDryRun { try keep(learnt, store) }
        try output.write(document: document(learnt), json: Self.json(learnt))
    }

    /// The database to learn from and to write to; nil where none is needed.
    private func openStore() throws -> Store? {
        isDryRun ? try database.openIfPresent() : try database.openForWriting()
    }

    /// The weights where learning begins: those that ship, under the user's catalogue, so that the same labels give the same
    /// weights however often they are learnt; for what ships, those that follow from the catalogue.
    private func startingPoint(_ store: Store?) throws -> Classifier {
        if seeds != nil {
            var catalogue = try Seeds.catalogue()
            catalogue.scoring.weights = [:]
            // What is learnt never starts from what was learnt before: the same labels give the same bytes.
            catalogue.scoring.parameters = catalogue.scoring.parameters.filter { name, _ in
                !name.hasPrefix("bias.") && !name.hasPrefix("needs.threshold.")
            }
            return Classifier(catalogue: catalogue)
        }
        guard let store, try !store.usesBuiltInCatalogue() else { return Classifier(try BuiltIn.catalogue()) }
        return Classifier(catalogue: try store.catalogue(withOwnScoring: false))
    }

    private func keep(_ learnt: Calibration.Outcome, _ store: Store?) throws {
        if let seeds {
            try ScoringFiles(folder: seeds).write(learnt)
        } else if let store {
            try store.keepOwnScoring(
                Scoring(version: 0, parameters: learnt.parameters, weights: learnt.weights))
        }
    }

    private func returnToShipped() throws {
        try database.openForReading().close()
        let store = try database.openForWriting()
        defer { try? store.close() }
        let hadOwn = try store.hasOwnScoring()
        if hadOwn { try store.keepOwnScoring(nil) }
        let text =
            hadOwn
            ? "The weights that ship are in force again; 'strata db reclassify' renews the verdicts."
            : "The weights that ship are in force; there were no others."
        try output.write(
            document: Document(title: "Calibration", blocks: [.paragraph(text)]),
            json: .object([("reset", .bool(hadOwn))]))
    }

    private func document(_ learnt: Calibration.Outcome) -> Document {
        var blocks: [Block] = [
            .facts([
                Fact("Read JDs", "\(learnt.counts.read)"), Fact("Labelled by title", "\(learnt.counts.title)"),
                Fact("Features that moved", "\(learnt.weights.count)"),
                Fact(
                    "Kept",
                    isDryRun ? "nothing" : seeds.map { "\($0)/weights.tsv, \($0)/scoring.tsv" } ?? "in the database"),
            ])
        ]
        blocks += learnt.byGroup.hidden.blocks("Agreement on JDs not learnt from, title hidden")
        if !learnt.byGroup.shown.cases.isEmpty { blocks += learnt.byGroup.shown.blocks("The same with the title") }
        if let bySource = learnt.bySource {
            blocks += bySource.hidden.blocks("Agreement on sources not learnt from, title hidden")
        }
        if learnt.counts.read < 100 {
            blocks.append(.note("Fewer than 100 JDs were read: the figures may be far off."))
        }
        if !isDryRun, seeds == nil {
            blocks.append(.note("'strata db reclassify' renews the verdicts with these weights."))
        }
        return Document(title: "Calibration", blocks: blocks)
    }

    private static func json(_ learnt: Calibration.Outcome) -> JSONValue {
        func pair(_ pair: (hidden: Evaluation, shown: Evaluation)) -> JSONValue {
            .object([("title_hidden", pair.hidden.json), ("title_shown", pair.shown.json)])
        }
        return .object([
            ("read", .integer(learnt.counts.read)), ("by_title", .integer(learnt.counts.title)),
            ("features", .integer(learnt.weights.count)),
            ("parameters", .object(learnt.parameters.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })),
            ("by_group", pair(learnt.byGroup)), ("by_source", learnt.bySource.map(pair) ?? .null),
        ])
    }
}

/// What to say about labels that could not be used.
struct LearningHints {
    private let output: OutputOptions

    init(_ output: OutputOptions) { self.output = output }

    func unknown(_ labelled: LabelledFiles) {
        guard let first = labelled.unknown.first else { return }
        output.hint(
            "strata: \(labelled.unknown.count) labels name no JD of the files or the database, the first one \(first)")
    }
}
