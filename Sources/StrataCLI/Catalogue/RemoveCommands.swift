internal import ArgumentParser
internal import StrataModel
internal import StrataStorage

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
