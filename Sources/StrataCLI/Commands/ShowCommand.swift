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

    @Flag(inversion: .prefixedNo, help: "Print the text too, with its evidence marked.")
    var text = true

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
        let items = found.map { $0.detail.json($0.verdict, withText: text) }
        let documents = found.map { $0.detail.document($0.verdict, withText: text) }
        switch output.format {
        case .table:
            try output.write(documents.map { TextRenderer.render($0, style: output.style) }.joined(separator: "\n"))
        case .markdown: try output.write(documents.map(MarkdownRenderer.render).joined(separator: "\n"))
        case .json, .jsonl, .csv, .html:
            try output.write(
                document: documents.count == 1 ? documents[0] : Document(joining: documents),
                json: items.count == 1 ? items[0] : .array(items), items: items, table: found.map(\.detail).table)
        }
    }
}
