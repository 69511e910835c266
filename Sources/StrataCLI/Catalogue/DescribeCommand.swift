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
        let slug = try CatalogueNames(catalogue).slug(of: name, .skill)
        guard let skill = try SkillDetail(slug, catalogue: catalogue, references: references, store: store) else {
            throw CommandFailure.nothingFound
        }
        try output.write(document: skill.document, json: skill.json)
    }
}

/// Names as users type them, to slugs.
struct CatalogueNames {
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The slug that a name, an alias or a slug stands for.
    ///
    /// - throws: `CommandFailure`, with what was perhaps meant.
    func slug(of name: String, _ entity: CatalogueRecord.Entity) throws -> String {
        switch entity {
        case .skill:
            let answer = SkillQuestion.answer(name, in: catalogue)
            if let slug = answer.slug { return slug }
            let meant =
                answer.suggestions.isEmpty ? "" : "; did you mean \(answer.suggestions.joined(separator: ", "))?"
            throw CommandFailure(.nothingFound, "no skill goes by the name '\(name)'\(meant)")
        case .role:
            let key = TermKey.fold(name)
            let slug = Slug.of(name)
            let named = catalogue.roles.first { $0.slug == slug || TermKey.fold($0.name) == key }
            let titled = catalogue.roles.first { $0.titlePhrases.contains { TermKey.fold($0) == key } }
            if let role = named ?? titled { return role.slug }
            throw CommandFailure(.nothingFound, "no role goes by the name '\(name)'; 'strata roles' lists them")
        }
    }
}
