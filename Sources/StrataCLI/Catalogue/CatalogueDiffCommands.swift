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
        try CatalogueChange.performNoting(database, output, force: .always) { editor in
            let settled = try names.reduce(0) { try $0 + settle($1, editor) }
            return "\(settled) conflict\(settled == 1 ? "" : "s") settled"
        }
    }

    private func settle(_ name: String, _ editor: CatalogueEditor) throws -> Int {
        let slugs = CatalogueRecord.Entity.allCases.map { entity in
            (entity, editor.edits(of: entity, name).isEmpty ? (try? editor.slug(of: name, entity)) : name)
        }
        for case (let entity, let slug?) in slugs {
            let settled = keep == .mine ? editor.keepMine(entity, slug) : editor.takeSeeds(entity, slug)
            if settled > 0 { return settled }
        }
        throw CommandFailure(
            .nothingFound, "nothing in '\(name)' is in conflict; 'strata catalogue diff' lists what is")
    }
}
