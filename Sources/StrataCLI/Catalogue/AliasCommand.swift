internal import ArgumentParser
internal import StrataModel
internal import StrataStorage

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

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !spellings.isEmpty else { throw ValidationError("Name a spelling.") }
        try ListItems.validate(spellings, of: "A spelling")
        try ListItems.validate(context, of: "--context")
        guard Noun.entity == .skill || !(isCaseSensitive || needsContext || !context.isEmpty) else {
            throw ValidationError("Titles match in any case and need no context.")
        }
        guard Noun.entity == .skill || !spellings.contains(where: { "=?!".contains($0.first ?? " ") }) else {
            throw ValidationError("Titles bear no marks.")
        }
    }

    func run() throws {
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            var record = try editor.record(named: name, Noun.entity)
            let field = Noun.entity == .role ? "titles" : "terms"
            let keys = Set(spellings.map(Self.key))
            // A spelling that is there already gets the marks of now.
            var items = CatalogueRecord.items(record[field]).filter { !keys.contains(Self.key($0)) }
            if remove, items.count == CatalogueRecord.items(record[field]).count {
                throw CommandFailure(
                    .nothingFound,
                    "\(record["name"]) has no such spelling besides its name; 'strata \(Noun.command) show' lists them")
            }
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
