internal import ArgumentParser
internal import StrataModel
internal import StrataStorage

/// `tools add`, `skills add`.
struct AddSkillCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "Add a \(Noun.word) of your own.",
            discussion: """
                It counts in JDs from the next import on; 'strata db reclassify' renews those that are there. Upgrades of
                Strata leave it alone.

                Example:  strata \(Noun.command) add "Acme Flow" --layer data-engineering --alias acmeflow --summary "Our own orchestrator"
                """)
    }

    @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("tool, practice, concept or language.", valueName: "kind"))
    var kind: Skill.Kind?

    @OptionGroup var fields: SkillFieldOptions

    @Option(
        name: .customLong("alias"),
        help: ArgumentHelp(
            "Another spelling; '=' before it: only in exactly this case, '?': only with context. Repeatable.",
            valueName: "spelling"))
    var aliases: [String] = []

    @Option(help: ArgumentHelp("Its stable name; else made of the name.", valueName: "slug"))
    var slug: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !fields.layers.isEmpty else {
            throw ValidationError("Say where it belongs: --layer LAYER, or --layer outside.")
        }
        try Slug.validate(slug, name: name)
        try ListItems.validate(aliases, of: "--alias")
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            var record = CatalogueRecord(.skill, slug: slug ?? Slug.of(name))
            guard editor.record(.skill, record.slug) == nil else {
                throw CommandFailure(
                    .badInput, "'\(record.slug)' is there already; change it with 'strata \(Noun.command) edit'")
            }
            record["name"] = name
            record["kind"] = (kind ?? Noun.kind ?? .concept).rawValue
            record["terms"] = CatalogueRecord.list(aliases, in: "terms")
            record["summary"] = "Added by you"
            fields.apply(to: &record)
            try editor.set(record, .skill, record.slug)
        }
    }
}

/// `roles add`.
struct AddRoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a role of your own.",
        discussion: """
            JDs whose title holds one of its titles get the role; of several the longest wins.

            Example:  strata roles add "Data Steward" --layer data-engineering --title "data steward" \\
                        --responsibility "Keeps definitions." --capability "Knows the business."
            """)

    @Argument(help: ArgumentHelp("Its name.", valueName: "name"))
    var name: String

    @Option(
        name: .customLong("title"),
        help: ArgumentHelp("Words of a title that name it; its name is one. Repeatable.", valueName: "words"))
    var titles: [String] = []

    @OptionGroup var fields: RoleFieldOptions

    @Option(help: ArgumentHelp("Its stable name; else made of the name.", valueName: "slug"))
    var slug: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard fields.layer != nil else {
            throw ValidationError("Say where it is at home: --layer LAYER, or --layer outside.")
        }
        try Slug.validate(slug, name: name)
        try ListItems.validate(titles, of: "--title")
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            var record = CatalogueRecord(.role, slug: slug ?? Slug.of(name))
            guard editor.record(.role, record.slug) == nil else {
                throw CommandFailure(.badInput, "'\(record.slug)' is there already; change it with 'strata roles edit'")
            }
            record["name"] = name
            let all = [TermKey.fold(name)].appending(titles.map { $0.lowercased() })
            record["titles"] = CatalogueRecord.list(all, in: "titles")
            fields.apply(to: &record)
            try editor.set(record, .role, record.slug)
        }
    }
}

extension Slug {
    /// - parameter given: what the user says; else one is made of the name.
    /// - throws: `ValidationError` for one that no command could name.
    static func validate(_ given: String?, name: String) throws {
        guard let given else {
            guard !of(name).isEmpty else {
                throw ValidationError("No slug can be made of '\(name)': give one with --slug.")
            }
            return
        }
        guard of(given) == given else {
            throw ValidationError(
                "'\(given)' is no slug: it is written in lower case with hyphens, such as '\(of(given))'.")
        }
    }
}
