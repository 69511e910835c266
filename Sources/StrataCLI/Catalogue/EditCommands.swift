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

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard newName != nil || kind != nil || !fields.isEmpty else { throw ValidationError("Say what to change.") }
        try ListItems.validate(newName.map { [$0] } ?? [], of: "--name")
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            var record = try editor.record(named: name, .skill)
            if let newName { record.rename(to: newName) }
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

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard newName != nil || !fields.isEmpty else { throw ValidationError("Say what to change.") }
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            var record = try editor.record(named: name, .role)
            if let newName { record["name"] = newName }
            fields.apply(to: &record)
            try editor.set(record, .role, record.slug)
        }
    }
}

extension CatalogueRecord {
    /// Gives a skill another name; JDs that write the old one still mean it.
    fileprivate mutating func rename(to name: String) {
        let old = self["name"]
        guard TermKey.fold(old) != TermKey.fold(name) else { return self["name"] = name }
        var terms = CatalogueRecord.items(self["terms"])
        // Where the old name bears marks, it is among the terms already.
        if !terms.contains(where: { $0.drop { "=?!".contains($0) } == old[...] }) { terms.append(old) }
        self["terms"] = CatalogueRecord.list(terms, in: "terms")
        self["name"] = name
    }
}
