internal import ArgumentParser
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Correct the verdict on a JD: your word goes before Strata's.",
        discussion: """
            The correction is kept, shown as such, and learnt from at the next 'strata calibrate'. Without arguments, prints
            all that have been given, as a table that 'strata calibrate' and 'strata evaluate' read (--format csv).

            Examples:
              strata label 42 mlops
              strata label 42 none
              strata label 42 --clear
              strata label --format csv -o labels.csv
            """)

    @Argument(help: ArgumentHelp("Id of a JD, as `jds` prints it.", valueName: "id"))
    var id: Int64?

    @Argument(help: ArgumentHelp("A layer, or none.", valueName: "layer"))
    var layer: LabelArgument?

    @Flag(help: "Take the correction back.")
    var clear = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard id != nil else {
            if clear { throw ValidationError("--clear needs the id of a JD") }
            return
        }
        if clear == (layer != nil) { throw ValidationError("give a layer, none, or --clear") }
    }

    func run() throws {
        guard let id else { return try list() }
        try output.check(hasTable: false)
        // To write is to create: what is not there cannot be corrected.
        try database.openForReading().close()
        let store = try database.openForWriting()
        defer { try? store.close() }
        guard let detail = try ShowQuestion(id: id).answer(store) else {
            throw CommandFailure(.nothingFound, "no JD has the id \(id); see ids with 'strata jds'")
        }
        let classifier = Classifier(try database.compiledCatalogue(of: store))
        let summary = detail.summary
        let verdict = classifier.verdict(title: summary.title, company: summary.company, text: detail.text)
        try store.keep(label: layer?.outcome, ofJD: id, verdict: verdict)
        let own = verdict.primary?.name ?? "none"
        let text =
            layer.map { "JD \(id), \(summary.title): \($0.outcome.layer?.name ?? "none") by you; Strata says \(own)." }
            ?? "JD \(id), \(summary.title): Strata's verdict holds again, \(own)."
        try output.write(
            document: Document(title: "Label", blocks: [.paragraph(text)]),
            json: .object([
                ("id", .integer(Int(id))), ("label", .string(layer?.outcome.label)),
                ("verdict", .string(verdict.primary?.slug ?? "none")),
            ]))
    }

    private func list() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        let list = try LabelList(store)
        guard !list.labels.isEmpty else {
            output.hint("No verdict has been corrected; 'strata label ID LAYER' does it.")
            if output.format == .table { throw CommandFailure.nothingFound }
            return try output.write(document: list.document, json: list.json, items: list.items)
        }
        try output.write(document: list.document, json: list.json, items: list.items)
    }
}

/// A layer, or none of them.
struct LabelArgument: ExpressibleByArgument {
    var outcome: Outcome

    init?(argument: String) {
        guard let outcome = Outcome(label: argument) else { return nil }
        self.outcome = outcome
    }

    static let allValueStrings = Layer.allCases.map(\.slug) + ["none"]
}
