internal import ArgumentParser
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct DeleteJDsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Remove JDs and all that is kept of them, beyond recovery from the file.",
        discussion: """
            Which ones is said by their ids or by filters. Without --yes, tells what would be removed.

            Examples:
              strata jds delete 42 43 --yes
              strata jds delete --company Acme --until 2024-01-01
            """)

    @Argument(help: ArgumentHelp("Ids of JDs, as `jds` prints them.", valueName: "id"))
    var ids: [Int64] = []

    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Flag(help: "Remove them.")
    var yes = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let isFiltered = filters.filter != JDFilter()
        if ids.isEmpty && !isFiltered { throw ValidationError("say which JDs, by their ids or by filters") }
        if !ids.isEmpty && isFiltered { throw ValidationError("give ids or filters, not both") }
    }

    func run() throws {
        try output.check(hasTable: false)
        let store = try database.openForReading()
        let jds = try found(store)
        try store.close()
        guard !jds.isEmpty else { throw CommandFailure.nothingFound }
        if yes {
            let store = try database.openForWriting()
            defer { try? store.close() }
            try store.deleteJDs(jds.map(\.id))
            // Those that were alike to them may be so no longer.
            try DuplicateGrouping(store).resume()
        } else {
            output.hint("Nothing is removed yet; the same command with --yes does it.")
        }
        try output.write(document: document(jds), json: json(jds))
    }

    /// - throws: ``CommandFailure`` for an id that no JD has.
    private func found(_ store: Store) throws -> [JDSummary] {
        guard ids.isEmpty else {
            return try Set(ids).sorted().map { id in
                guard let detail = try ShowQuestion(id: id).answer(store) else {
                    throw CommandFailure(.nothingFound, "no JD has the id \(id); see ids with 'strata jds'")
                }
                return detail.summary
            }
        }
        var jds: [JDSummary] = []
        try JDQuestion(filters.filter, page: Page(limit: nil, offset: 0)).forEach(store) { jds.append($0) }
        return jds
    }

    private static let namedAtMost = 10

    private func document(_ jds: [JDSummary]) -> Document {
        let named = jds.prefix(Self.namedAtMost).map { Fact("\($0.id)", $0.title) }
        let rest = jds.count - named.count
        return Document(
            title: "\(yes ? "Removed" : "Would be removed"): \(jds.count) JD\(jds.count == 1 ? "" : "s")",
            blocks: [.facts(named + (rest > 0 ? [Fact("...", "and \(rest) more")] : []))])
    }

    private func json(_ jds: [JDSummary]) -> JSONValue {
        .object([
            ("deleted", .integer(yes ? jds.count : 0)), ("found", .integer(jds.count)),
            ("ids", .array(jds.map { .integer(Int($0.id)) })),
        ])
    }
}
