internal import ArgumentParser
internal import StrataCatalogue
internal import StrataQuery
internal import StrataStorage

struct FrameworksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frameworks",
        abstract: "CRISP-DM, the ML lifecycle and the RRC matrix: each phase with its layers and roles.",
        discussion: "Example:  strata frameworks crisp-dm")

    @Argument(help: ArgumentHelp("crisp-dm, ml-lifecycle or rrc; else all.", valueName: "framework"))
    var framework: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let references = try Seeds.references()
        let list = FrameworkList(framework, references: references, catalogue: try database.catalogue())
        guard !list.phases.isEmpty else {
            let known = FrameworkList(nil, references: references, catalogue: try database.catalogue()).frameworks
            throw CommandFailure(
                .nothingFound, "no framework '\(framework ?? "")'; there are \(known.joined(separator: ", "))")
        }
        try output.write(document: list.document, json: list.json, items: list.items, table: list.table)
    }
}
