internal import ArgumentParser
internal import StrataModel
internal import StrataStorage

/// `tools edit`, `skills edit`.
struct EditSkillCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "edit", abstract: "Change what is said of a \(Noun.word).",
            discussion: """
                What you change stays through every upgrade; 'strata catalogue diff' shows it, 'reset' takes it back.

                Example:  strata \(Noun.command) edit DVC --summary "Versions our training data" --layer mlops=0.9 --layer data-engineering=0.4
                """)
    }

    @Argument(help: ArgumentHelp("Its name, an alias or its slug.", valueName: "name"))
    var name: String

    @Option(name: .customLong("name"), help: ArgumentHelp("Its new name.", valueName: "name"))
    var newName: String?

    @Option(help: ArgumentHelp("tool, practice, concept or language.", valueName: "kind"))
    var kind: Skill.Kind?

    @OptionGroup var fields: SkillFieldOptions

    @Flag(help: "Take it although something speaks against it.")
    var force = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: force) { editor in
            var record = try editor.record(named: name, .skill)
            if let newName { record["name"] = newName }
            if let kind { record["kind"] = kind.rawValue }
            fields.apply(to: &record)
            try editor.set(record, .skill, record.slug)
        }
    }
}

/// `roles edit`.
struct EditRoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is said of a role.",
        discussion: """
            What you change stays through every upgrade; 'strata catalogue diff' shows it, 'reset' takes it back.

            Example:  strata roles edit "Data Engineer" --mission "Keeps our data flowing."
            """)

    @Argument(help: ArgumentHelp("Its name, a title of it or its slug.", valueName: "name"))
    var name: String

    @Option(name: .customLong("name"), help: ArgumentHelp("Its new name.", valueName: "name"))
    var newName: String?

    @OptionGroup var fields: RoleFieldOptions

    @Flag(help: "Take it although something speaks against it.")
    var force = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: force) { editor in
            var record = try editor.record(named: name, .role)
            if let newName { record["name"] = newName }
            fields.apply(to: &record)
            try editor.set(record, .role, record.slug)
        }
    }
}
