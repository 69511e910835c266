internal import ArgumentParser
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataReport
internal import StrataStorage

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: StrataCommand.name,
        abstract: "One JD deconstructed: keywords by layer, the verdict and its reason.")

    @Argument(help: ArgumentHelp("Ids of JDs, as `jds` prints them.", valueName: "id"))
    var ids: [Int64]

    @Flag(help: "Print the text too, with its evidence marked.")
    var text = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        output.hintIfStale(store)
        let classifier = Classifier(try database.compiledCatalogue(of: store))
        var found: [(detail: JDDetail, verdict: Verdict)] = []
        var missing: [Int64] = []
        for id in ids {
            guard let detail = try ShowQuestion(id: id).answer(store) else {
                missing.append(id)
                continue
            }
            let summary = detail.summary
            found.append(
                (detail, classifier.verdict(title: summary.title, company: summary.company, text: detail.text)))
        }
        if !found.isEmpty { try write(found) }
        guard missing.isEmpty else {
            throw CommandFailure(
                .nothingFound,
                "no JD has the id \(missing.map(String.init).joined(separator: ", ")); see ids with 'strata jds'")
        }
    }

    private func write(_ found: [(detail: JDDetail, verdict: Verdict)]) throws {
        let items = found.map { $0.detail.json($0.verdict) }
        if output.format == .table || output.format == .markdown {
            let documents = found.map { $0.detail.document($0.verdict, withText: text) }
            let rendered = documents.map {
                output.format == .table ? TextRenderer.render($0, style: output.style) : MarkdownRenderer.render($0)
            }
            return try output.write(rendered.joined(separator: "\n"))
        }
        try output.write(
            document: found[0].detail.document(found[0].verdict, withText: false),
            json: items.count == 1 ? items[0] : .array(items), items: items)
    }
}
