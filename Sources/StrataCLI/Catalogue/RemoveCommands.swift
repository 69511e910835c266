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
        try CatalogueChange.perform(database, output, force: .always) { editor in
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
        try CatalogueChange.perform(database, output, force: .always) { editor in
            for name in names {
                // What was removed is still known to the seeds.
                let isOwn = !editor.edits(of: Noun.entity, name).isEmpty
                let removed = isOwn ? name : try? CatalogueNames(editor.seeds).slug(of: name, Noun.entity)
                let known =
                    try removed.flatMap { editor.edits(of: Noun.entity, $0).isEmpty ? nil : $0 }
                    ?? editor.slug(of: name, Noun.entity)
                editor.reset(Noun.entity, known)
            }
        }
    }
}
