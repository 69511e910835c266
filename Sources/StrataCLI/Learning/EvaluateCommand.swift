internal import ArgumentParser
internal import StrataClassify
internal import StrataLearn
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well verdicts agree with labelled JDs.",
        discussion: """
            FILE is what 'strata calibrate' takes: JDs as JSON Lines, tables of labels, or both; a table's JDs are looked for
            in the files and in the database. Where JDs have been learnt from, the figures flatter: 'strata calibrate
            --dry-run' measures on JDs that were not.

            Examples:
              strata evaluate jds.jsonl labels.tsv --hide-title
              strata evaluate labels.tsv --format html -o evaluation.html
            """)

    @Argument(help: ArgumentHelp("JDs or labels; without any, what 'strata label' has kept.", valueName: "file"))
    var files: [String] = []

    @Flag(
        name: .customLong("hide-title"),
        help: "Judge by the text alone: no title, and its words taken out of the text wherever they stand in sequence.")
    var hideTitle = false

    @Option(help: ArgumentHelp("How many of the worst errors to show.", valueName: "number"))
    var errors = 20

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if errors < 0 { throw ValidationError("--errors takes a number from 0") }
    }

    func run() throws {
        let store = try database.openIfPresent()
        defer { try? store?.close() }
        let labelled = try LabelledFiles(files, store, withOwn: files.isEmpty)
        LearningHints(output).unknown(labelled)
        guard !labelled.jds.isEmpty else {
            throw CommandFailure(
                .badInput, "no labelled JD: give a table of labels, or correct verdicts with 'strata label ID LAYER'")
        }
        let classifier = try database.classifier()
        let isHidden = hideTitle
        let verdicts = labelled.jds.mapConcurrently { jd in
            isHidden
                ? classifier.verdict(
                    title: nil, company: jd.company, text: HiddenTitle.hiding(jd.title, in: jd.text))
                : classifier.verdict(title: jd.title, company: jd.company, text: jd.text)
        }
        let evaluation = Evaluation(
            zip(labelled.jds, verdicts).map { Evaluation.Case($0, Prediction($1)) })
        let worst = evaluation.worst(errors).map { WorstError(labelled.jds[$0], verdicts[$0]) }
        try output.write(document: document(evaluation, worst), json: json(evaluation, worst))
    }

    private func document(_ evaluation: Evaluation, _ worst: [WorstError]) -> Document {
        var blocks = evaluation.blocks("Agreement, title \(hideTitle ? "hidden" : "shown")") + evaluation.details
        if !worst.isEmpty {
            blocks.append(.heading("The \(worst.count) worst errors"))
            blocks += worst.flatMap(\.blocks)
        }
        return Document(title: "Evaluation", blocks: blocks)
    }

    private func json(_ evaluation: Evaluation, _ worst: [WorstError]) -> JSONValue {
        guard case .object(let members) = evaluation.json else { return evaluation.json }
        return .object(
            [("title_hidden", .bool(hideTitle))] + members + [("worst", .array(worst.map(\.json)))])
    }
}

/// A JD whose verdict differs from its label, with what misled.
private struct WorstError {
    let jd: LabelledJD
    let verdict: Verdict

    init(_ jd: LabelledJD, _ verdict: Verdict) {
        self.jd = jd
        self.verdict = verdict
    }

    private var said: Outcome { verdict.primary.map(Outcome.layer) ?? .outside }

    /// What spoke most for the verdict and against the label.
    private var evidence: [(name: String, surplus: Double)] {
        let (said, label) = (said, jd.label)
        let items = verdict.evidence.map { item in
            (name: item.name, surplus: item.contributions[said] - item.contributions[label])
        }
        let misleading = items.filter { $0.surplus > 0 }
        return Array(misleading.sorted { ($1.surplus, $0.name) < ($0.surplus, $1.name) }.prefix(8))
    }

    var blocks: [Block] {
        let words = evidence.map { "\($0.name) +\(($0.surplus * 100).rounded() / 100)" }.joined(separator: ", ")
        let share = Int((verdict.shares[said] * 100).rounded())
        return [
            .list([
                "\(jd.title ?? "(no title)") [\(jd.id), \(jd.source)]: said \(said.label) (\(share)%), label "
                    + "\(jd.label.label). \(words.isEmpty ? "No evidence either way." : words)"
            ])
        ]
    }

    var json: JSONValue {
        let shares = Outcome.allCases.map { (key: $0.slug, value: JSONValue.number(verdict.shares[$0])) }
        let misleading = evidence.map { item -> JSONValue in
            .object([("name", .string(item.name)), ("surplus", .number(item.surplus))])
        }
        return .object([
            ("id", .string(jd.id)), ("title", .string(jd.title)), ("source", .string(jd.source)),
            ("label", .string(jd.label.label)), ("verdict", .string(said.label)), ("shares", .object(shares)),
            ("justification", .string(verdict.justification)), ("evidence", .array(misleading)),
        ])
    }
}
