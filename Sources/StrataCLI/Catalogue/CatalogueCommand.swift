internal import ArgumentParser

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "The catalogue as a whole: take it out, put it in, see what you have changed and what it lacks.",
        subcommands: [
            CatalogueExportCommand.self, CatalogueImportCommand.self, CatalogueDiffCommand.self,
            CatalogueResolveCommand.self, CatalogueGapsCommand.self, CatalogueCheckCommand.self,
        ])
}
