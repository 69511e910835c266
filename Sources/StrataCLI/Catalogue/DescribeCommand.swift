internal import ArgumentParser
internal import StrataCatalogue
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// `tools show`, `skills show`, `roles show`.
struct DescribeCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Noun.entity == .role
                ? "A role with its responsibilities, capabilities, ladder and nearest occupation."
                : "A \(Noun.word) with its layers, what public lists say of it, and its spellings.",
            discussion: "Example:  strata \(Noun.command) show \(Noun.entity == .role ? "mlops-engineer" : "DVC")")
    }

    @Argument(help: ArgumentHelp("Its name, an alias or its slug.", valueName: "name"))
    var name: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openIfPresent()
        defer { try? store?.close() }
        let catalogue = try store?.catalogue() ?? Seeds.catalogue()
        let references = try Seeds.references()
        if Noun.entity == .role {
            let slug = try CatalogueNames(catalogue).slug(of: name, .role)
            guard let role = try RoleDetail(slug: slug, catalogue: catalogue, references: references, store: store)
            else { throw CommandFailure.nothingFound }
            return try output.write(document: role.document, json: role.json)
        }
        let slug = try CatalogueNames(catalogue).slug(of: name, .skill, isLoose: true)
        guard let skill = try SkillDetail(slug: slug, catalogue: catalogue, references: references, store: store) else {
            throw CommandFailure.nothingFound
        }
        try output.write(document: skill.document, json: skill.json)
    }
}
