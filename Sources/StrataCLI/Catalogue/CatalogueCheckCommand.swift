internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataStorage

struct CatalogueCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Whether the catalogue is sound: clashes, common words that count, what is missing or unknown.",
        discussion: "Exits 65 when there is something to mend.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let catalogue = try database.catalogue()
        // What the user has removed is still filed by the lists, which is nothing to mend.
        let references = try Seeds.references().keeping(Set(catalogue.skills.map(\.slug)))
        let findings = CatalogueLint(
            catalogue, references: references, ambiguousWords: try Seeds.ambiguousWords()
        ).findings
        let items: [JSONValue] = findings.map { finding in
            .object([
                ("rule", .string(finding.rule.rawValue)), ("entity", .string(finding.entity.rawValue)),
                ("slug", .string(finding.slug)), ("reason", .string(finding.reason)),
            ])
        }
        let table = Table(
            columns: [.init("slug", "Slug"), .init("rule", "Rule"), .init("reason", "What, and how to mend it")],
            rows: findings.map { [.text($0.slug), .text($0.rule.rawValue), .text($0.reason)] })
        try output.write(
            document: Document(
                title: findings.isEmpty ? "The catalogue is sound" : "To mend in the catalogue",
                blocks: findings.isEmpty ? [] : [.table(table)]),
            json: .object([("findings", .array(items))]), items: items, table: table)
        guard findings.isEmpty else { throw CommandFailure(.badInput, "") }
    }
}
