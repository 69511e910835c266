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

/// `tools alias`, `skills alias`, `roles alias`.
struct AliasCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "alias",
            abstract: "Add spellings of a \(Noun.word), or take some away.",
            discussion: Noun.entity == .role
                ? """
                Spellings of a role are words of titles that name it.

                Example:  strata roles alias "MLOps Engineer" "model operations engineer"
                """
                : """
                Plurals, hyphens, case, versions and British spelling follow by rule. A spelling that is also a common word
                counts only with context.

                Examples:
                  strata \(Noun.command) alias Kubernetes kates
                  strata \(Noun.command) alias "Acme Flow" Flow --needs-context --context pipeline --context acme
                  strata \(Noun.command) alias TensorFlow TF --remove
                """)
    }

    @Argument(help: ArgumentHelp("Its name, an alias or its slug.", valueName: "name"))
    var name: String

    @Argument(help: ArgumentHelp("The spellings.", valueName: "spelling"))
    var spellings: [String]

    @Flag(help: "Take the spellings away.")
    var remove = false

    @Flag(name: .customLong("case-sensitive"), help: "They count only in exactly this case.")
    var isCaseSensitive = false

    @Flag(name: .customLong("needs-context"), help: "They count only beside a context word or other tools.")
    var needsContext = false

    @Option(
        name: .customLong("context"),
        help: ArgumentHelp("A word that tells, in the same sentence, that it is meant. Repeatable.", valueName: "word"))
    var context: [String] = []

    @Flag(help: "Take it although something speaks against it.")
    var force = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !spellings.isEmpty else { throw ValidationError("Name a spelling.") }
        guard spellings.allSatisfy({ !$0.contains("|") && !TermKey.fold($0).isEmpty }) else {
            throw ValidationError("A spelling is not empty and holds no '|'.")
        }
    }

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: force) { editor in
            var record = try editor.record(named: name, Noun.entity)
            let field = Noun.entity == .role ? "titles" : "terms"
            let keys = Set(spellings.map(Self.key))
            // A spelling that is there already gets the marks of now.
            var items = CatalogueRecord.items(record[field]).filter { !keys.contains(Self.key($0)) }
            if !remove {
                let marks = (isCaseSensitive ? "=" : "") + (needsContext ? "?" : "")
                items += spellings.map { Noun.entity == .role ? $0.lowercased() : marks + $0 }
            }
            record[field] = CatalogueRecord.list(items, in: field)
            if !context.isEmpty {
                record["context"] = CatalogueRecord.list(
                    CatalogueRecord.items(record["context"]).appending(context), in: "context")
            }
            try editor.set(record, Noun.entity, record.slug)
        }
    }

    private static func key(_ spelling: String) -> String {
        TermKey.fold(String(spelling.drop { "=?!".contains($0) }))
    }
}

/// `tools move`, `skills move`, `roles move`.
struct MoveCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "move", abstract: "Make a layer the first one of a \(Noun.word).",
            discussion: """
                Its other layers stay behind it. 'outside' takes it out of the stack.

                Example:  strata \(Noun.command) move \(Noun.entity == .role ? "\"Data Analyst\"" : "DVC") --layer data-engineering
                """)
    }

    @Argument(help: ArgumentHelp("Its name, an alias or its slug.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The layer, with a weight up to 1; or 'outside'.", valueName: "layer[=weight]"))
    var layer: LayerWeight

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason = "Moved here by you."

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output) { editor in
            var record = try editor.record(named: name, Noun.entity)
            if Noun.entity == .role {
                record["layer"] = layer.outcome.slug
                record["lean"] = "\(layer.outcome.slug)=\(layer.weight ?? 1)"
            } else if let skill = editor.catalogue.skills.first(where: { $0.slug == record.slug }) {
                record = moved(skill).record
            }
            try editor.set(record, Noun.entity, record.slug)
        }
    }

    private func moved(_ skill: Skill) -> Skill {
        var skill = skill
        guard let target = layer.outcome.layer else {
            skill.memberships = []
            skill.outsideWeight = layer.weight ?? 0.6
            return skill
        }
        let own = skill.memberships.first { $0.layer == target }
        let weight = layer.weight ?? max(own?.weight ?? 0, skill.memberships.first?.weight ?? 0.5)
        let others = skill.memberships.filter { $0.layer != target }
        skill.memberships = [Membership(layer: target, weight: weight, reason: reason, source: "user")] + others
        skill.outsideWeight = 0
        return skill
    }
}

/// `tools remove`, `skills remove`, `roles remove`.
struct RemoveCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove", abstract: "Take \(Noun.word)s out of the catalogue.",
            discussion: "What comes with Strata stays away through every upgrade, until 'reset' brings it back.")
    }

    @Argument(help: ArgumentHelp("Names, aliases or slugs.", valueName: "name"))
    var names: [String]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: true) { editor in
            for slug in try names.map({ try editor.slug(of: $0, Noun.entity) }) {
                try editor.set(nil, Noun.entity, slug)
            }
        }
    }
}

/// `tools reset`, `skills reset`, `roles reset`.
struct ResetCommand<Noun: CatalogueNoun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "reset", abstract: "Take back your changes of \(Noun.word)s: as they come with Strata.",
            discussion: "One of your own is gone then. 'strata catalogue diff' lists what you have changed.")
    }

    @Argument(help: ArgumentHelp("Names, aliases or slugs.", valueName: "name"))
    var names: [String]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try CatalogueChange.perform(database, output, isForced: true) { editor in
            for name in names {
                // What was removed is found by its slug only.
                let removed = editor.edits(of: Noun.entity, Slug.of(name))
                let slug = removed.isEmpty ? try editor.slug(of: name, Noun.entity) : Slug.of(name)
                try editor.reset(Noun.entity, slug)
            }
        }
    }
}
