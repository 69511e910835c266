internal import ArgumentParser
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataReport

struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", _superCommandName: StrataCommand.name,
        abstract: "Deconstruct JDs of a file or of standard input, without storing them.",
        discussion: """
            FILE is read as `import` reads it. With --jsonl it is a filter: JSON objects in (id, title, description), one
            verdict a line out, in the same order; a line that cannot be read gives an error in its place.

            Examples:
              strata classify posting.html
              cat jds.jsonl | strata classify --jsonl --no-evidence
            """)

    @Argument(help: ArgumentHelp("A file, '-' for standard input.", valueName: "file"))
    var file = "-"

    @Flag(help: "Read JSON objects, one a line, and write one verdict a line.")
    var jsonl = false

    @Flag(name: .customLong("evidence"), inversion: .prefixedNo, help: "Name the evidence in the verdicts.")
    var evidence = true

    @Flag(name: .customLong("ignore-title"), help: "Classify by the text alone.")
    var ignoreTitle = false

    @Flag(help: "Print the text too, with its evidence marked.")
    var text = false

    @Flag(help: "With --jsonl: carry the other keys through, under 'input'.")
    var echo = false

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("The input's format, where a look at it misleads.", valueName: "format"))
    var from: InputFormat?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let classifier = try database.classifier()
        if jsonl { return try filter(classifier) }
        let stream = try RecordStream(
            file == "-" ? .standardInput : .file(path: file),
            options: RecordOptions(format: from, searchPath: Console.current.environment("PATH")))
        var jds: [(JobDescription, Verdict)] = []
        while let reading = try stream.next() {
            switch reading {
            case .jd(let jd, _):
                jds.append(
                    (jd, classifier.verdict(title: ignoreTitle ? nil : jd.title, company: jd.company, text: jd.text)))
            case .reject(let reject):
                output.hint("strata: \(file): row \(reject.row): \(reject.reason)")
            }
        }
        if let said = stream.repairs.said { output.hint(said) }
        guard !jds.isEmpty else { throw CommandFailure(.badInput, "\(file): no JD could be read") }
        let items = jds.map { jd, verdict in verdict.json(id: .string(jd.externalID), withEvidence: evidence) }
        try output.write(
            document: document(jds), json: items.count == 1 ? items[0] : .array(items), items: items, table: jds.table)
    }

    private func document(_ jds: [(JobDescription, Verdict)]) -> Document {
        let documents = jds.map { jd, verdict in verdict.document(of: jd, withText: text) }
        return documents.count == 1 ? documents[0] : Document(joining: documents)
    }

    private func filter(_ classifier: Classifier) throws {
        let lines = try LineReader(path: file)
        var number = 0
        var read = 0
        var unreadable = 0
        try output.withSink { sink in
            while let line = lines.next() {
                number += 1
                if line.allSatisfy(\.isWhitespace) { continue }
                let answer: JSONValue
                do {
                    answer = verdict(try ClassifyLine(line, keepsOthers: echo), classifier)
                    read += 1
                } catch let error as ClassifyLine.Unreadable {
                    unreadable += 1
                    answer = .object([("id", .null), ("error", .string("line \(number): \(error.reason)"))])
                }
                try sink(JSONRenderer.line(answer))
            }
        }
        if unreadable > 0 { output.hint("strata: \(unreadable) of \(number) lines could not be read") }
        if read == 0, unreadable > 0 { throw CommandFailure(.badInput, "") }
    }

    private func verdict(_ jd: ClassifyLine, _ classifier: Classifier) -> JSONValue {
        classifier.verdict(title: ignoreTitle ? nil : jd.title, company: jd.company, text: jd.description)
            .json(id: jd.id, withEvidence: evidence, input: jd.others)
    }
}
