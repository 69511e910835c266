internal import ArgumentParser
internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct CatalogueGapsCommand: ParsableCommand {
    /// As many JDs as tell what is in use, in some seconds.
    private static let sample = 50_000

    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "The names that your JDs use and the catalogue does not know, with examples.",
        discussion: """
            Ranked by how many employers use them beside tools that are known. What is no skill can be dismissed, and is not
            offered again.

            Examples:
              strata catalogue gaps --limit 20
              strata catalogue gaps --accept "Acme Flow" --layer data-engineering
              strata catalogue gaps --dismiss "Fortune 500" "Big Four"
            Exits 1 when there are none.
            """)

    @Option(help: ArgumentHelp("How many are shown.", valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp("How many are passed over first.", valueName: "n"))
    var offset = 0

    @Option(name: .customLong("min-jds"), help: ArgumentHelp("Leave out what fewer JDs use.", valueName: "n"))
    var leastJDs = 3

    @Flag(help: "Read all JDs, not the newest 50,000 only.")
    var all = false

    @Option(
        name: .customLong("accept"),
        help: ArgumentHelp("Add the name to the catalogue as a tool; see --layer. Repeatable.", valueName: "name"))
    var accepted: [String] = []

    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp("The layer of what is accepted, or 'outside'.", valueName: "layer[=weight]"))
    var layer: LayerWeight?

    @Option(
        name: .customLong("dismiss"), parsing: .upToNextOption,
        help: ArgumentHelp("Do not offer these names again.", valueName: "name"))
    var dismissed: [String] = []

    @Option(
        name: .customLong("restore"), parsing: .upToNextOption,
        help: ArgumentHelp("Offer these dismissed names again.", valueName: "name"))
    var restored: [String] = []

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard limit >= 0, offset >= 0 else { throw ValidationError("--limit and --offset are not below 0.") }
        guard accepted.isEmpty == (layer == nil) else {
            throw ValidationError("--accept says what, --layer where it belongs: LAYER, or 'outside'.")
        }
        guard accepted.isEmpty || (dismissed.isEmpty && restored.isEmpty) else {
            throw ValidationError("Accept and dismiss in commands of their own.")
        }
        for name in accepted { try Slug.validate(nil, name: name) }
        try ListItems.validate(accepted + dismissed + restored, of: "A name")
    }

    func run() throws {
        if !accepted.isEmpty { try accept() }
        if !dismissed.isEmpty || !restored.isEmpty { try dismiss() }
        if accepted.isEmpty, dismissed.isEmpty, restored.isEmpty { try report() }
    }

    private func accept() throws {
        guard let layer else { return }
        try CatalogueChange.perform(database, output, force: .never) { editor in
            for name in accepted {
                var record = CatalogueRecord(.skill, slug: Slug.of(name))
                guard editor.record(.skill, record.slug) == nil else {
                    throw CommandFailure(.badInput, "'\(record.slug)' is there already")
                }
                record["name"] = name
                record["kind"] = Skill.Kind.tool.rawValue
                record["layers"] = LayerWeight.field([layer])
                record["reason"] = layer.outcome == .outside ? "" : "Its company in your JDs, and your judgement."
                record["source"] = layer.outcome == .outside ? "" : "user"
                record["summary"] = "Found in your JDs"
                try editor.set(record, .skill, record.slug)
            }
        }
    }

    private func dismiss() throws {
        let store = try database.openForWriting()
        defer { try? store.close() }
        let gone = try store.dismissGaps(dismissed)
        let back = try store.dismissGaps(restored, undo: true)
        try output.write(
            document: Document(
                title: "Gaps", blocks: [.facts([Fact("Dismissed", "\(gone)"), Fact("Restored", "\(back)")])]),
            json: .object([("dismissed", .integer(gone)), ("restored", .integer(back))]),
            table: Table(
                columns: [.init("dismissed", "Dismissed"), .init("restored", "Restored")],
                rows: [[.integer(gone), .integer(back)]]))
    }

    private func report() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        // A known name in a case that does not count in JDs (STATA, DELTA) is no gap.
        let known = try store.catalogue().skills.flatMap { $0.terms.map { TermKey.fold($0.text) } }
        let ignored = try store.dismissedGaps().union(Seeds.wordsThatAreNoSkills()).union(known)
        var finder = GapFinder(try database.compiledCatalogue(of: store), ignoring: ignored)
        let texts = JDTexts(store)
        let count = try texts.count()
        let wanted = all ? count : min(count, Self.sample)
        while finder.jds < wanted, case let batch = try texts.next(), !batch.isEmpty {
            for jd in batch { finder.read(jd: jd.id, company: jd.company, text: jd.text) }
            progress(finder.jds, wanted)
        }
        if Console.current.errorIsTerminal, !output.quiet { Console.current.redraw("") }
        let gaps = finder.gaps(leastJDs: leastJDs)
        let report = GapReport(
            rows: gaps.dropFirst(offset).prefix(limit).map(GapReport.Row.init), total: gaps.count, read: finder.jds,
            jds: count)
        try output.write(document: report.document, json: report.json, items: report.items, table: report.table)
        if gaps.isEmpty { throw CommandFailure.nothingFound }
    }

    private func progress(_ done: Int, _ total: Int) {
        if Console.current.errorIsTerminal, !output.quiet { Console.current.redraw("\(done) of \(total) JDs") }
    }
}

extension GapReport.Row {
    fileprivate init(_ gap: Gap) {
        self.init(
            term: gap.term, jds: gap.jds, companies: gap.companies, besideTools: gap.besideTools, layer: gap.layer,
            share: gap.neighbours.largest.value,
            examples: gap.examples.map { (jd: $0.jd, before: $0.before, term: $0.term, after: $0.after) })
    }
}
