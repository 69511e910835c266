internal import ArgumentParser
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct RunsUndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back what an import did.",
        discussion: """
            The JDs that it brought go, beyond recovery from the file; those that it updated say again what they said
            before; its sightings go. The run stays in the list, marked, with its rejects. Without --yes, tells what would
            be taken back. Later imports that changed the same JDs have to be undone first.

            Example:  strata runs undo 3 --yes
            """)

    @Argument(help: ArgumentHelp("Number of the run, as `runs` prints it.", valueName: "run"))
    var number: Int64

    @Flag(help: "Take it back.")
    var yes = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.check(hasTable: false)
        // To write is to create: what is not there cannot be undone.
        let reading = try database.openForReading()
        var undo = try checked { try reading.undoing(run: number) }
        try reading.close()
        if yes {
            let store = try database.openForWriting(as: "undo", quiet: output.quiet)
            defer { try? store.close() }
            let classifier = Classifier(try database.compiledCatalogue(of: store))
            undo = try checked {
                try store.undo(run: number, at: TimeOfDay.now()) { jd in
                    classifier.verdict(title: jd.title, company: jd.company, text: jd.text)
                }
            }
            // Those that were alike to what has gone or changed may be so no longer.
            try DuplicateGrouping(store).resume()
        } else {
            output.hint("Nothing is taken back yet; the same command with --yes does it.")
        }
        try output.write(document: document(undo), json: json(undo))
    }

    private func checked<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let refusal as UndoRefusal {
            throw CommandFailure(refusal.status, refusal.description)
        }
    }

    private func document(_ undo: RunUndo) -> Document {
        var facts = [Fact(yes ? "JDs removed" : "JDs to remove", "\(undo.removed.count)")]
        if undo.labels > 0 {
            facts.append(
                Fact("of them labelled", "\(undo.labels) of them carry your label\(undo.labels == 1 ? "" : "s")"))
        }
        facts += [
            Fact("JDs given back their former content", "\(undo.restored)"),
            Fact("JDs that stay, with fewer sightings", "\(undo.sightings)"),
        ]
        let named = zip(undo.removed, undo.titles).map { Fact("\($0)", $1) }
        let rest = undo.removed.count - named.count
        return Document(
            title: "\(yes ? "Undone" : "Would be undone"): run \(undo.run)",
            blocks: [.facts(facts)]
                + (named.isEmpty
                    ? []
                    : [
                        .heading(yes ? "Removed" : "Would be removed"),
                        .facts(named + (rest > 0 ? [Fact("...", "and \(rest) more")] : [])),
                    ]))
    }

    private func json(_ undo: RunUndo) -> JSONValue {
        .object([
            ("run", .integer(Int(undo.run))), ("undone", .bool(yes)), ("removed", .integer(undo.removed.count)),
            ("restored", .integer(undo.restored)), ("sightings", .integer(undo.sightings)),
            ("labels", .integer(undo.labels)), ("ids", .array(undo.removed.map { .integer(Int($0)) })),
        ])
    }
}

extension UndoRefusal {
    fileprivate var status: ExitStatus {
        switch self {
        case .noSuchRun: .nothingFound
        case .isRunning: .busy
        case .isUndone, .isTooOld, .isBuiltUpon: .badInput
        }
    }
}
