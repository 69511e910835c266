internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct CatalogueDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What you have changed in the catalogue, and what Strata says of it now.",
        discussion: "Exits 1 when nothing is changed.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let edits = try database.openIfPresent()?.catalogueEdits() ?? []
        let diff = CatalogueDiff(edits, seeds: try Seeds.catalogue())
        try output.write(document: diff.document, json: diff.json, items: diff.items, table: diff.table)
        if diff.lines.isEmpty { throw CommandFailure.nothingFound }
    }
}

struct CatalogueResolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve", abstract: "Settle what both you and an upgrade have changed.",
        discussion: "Example:  strata catalogue resolve DVC --keep mine")

    enum Side: String, ExpressibleByArgument, CaseIterable { case mine, seeds }

    @Argument(help: ArgumentHelp("Slugs or names of skills or roles.", valueName: "name"))
    var names: [String]

    @Option(help: "mine: what you have written stays. seeds: what Strata says now.")
    var keep: Side

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: true) { editor in
            for name in names {
                let slug = Slug.of(name)
                let own = CatalogueRecord.Entity.allCases.first { !editor.edits(of: $0, slug).isEmpty }
                let found = try own.map { ($0, slug) } ?? (.skill, editor.slug(of: name, .skill))
                guard !editor.edits(of: found.0, found.1).isEmpty else {
                    throw CommandFailure(.nothingFound, "you have changed nothing in '\(name)'")
                }
                switch keep {
                case .mine: try editor.keepMine(found.0, found.1)
                case .seeds: try editor.reset(found.0, found.1)
                }
            }
        }
    }
}
