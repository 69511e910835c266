internal import ArgumentParser
internal import StrataCatalogue
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// What is exported of the catalogue.
enum CatalogueScope: String, ExpressibleByArgument, CaseIterable {
    case all, tools, skills, roles, changed
}

struct CatalogueExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write skills and roles to a CSV or YAML file.",
        discussion: """
            The file can be edited and imported again. In a spreadsheet a cell such as =Go gets an apostrophe before it,
            which importing takes away.

            Examples:
              strata catalogue export catalogue.csv
              strata catalogue export ours.yaml --only changed
            """)

    @Argument(help: ArgumentHelp("A .csv or .yaml file, '-' for standard output.", valueName: "file"))
    var file: String

    @Option(help: "all, tools, skills, roles, or changed: what you have added or changed.")
    var only = CatalogueScope.all

    @Option(name: .customLong("to"), help: "csv or yaml, where the name does not say.")
    var target: CatalogueFile.Format?

    @Flag(help: "Replace a file that Strata did not write, or that was changed.")
    var force = false

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        guard let format = target ?? (file == "-" ? .csv : CatalogueFile.Format(path: file)) else {
            throw CommandFailure(.usage, "\(file): neither .csv nor .yaml: name it so, or say --to csv or --to yaml")
        }
        if file != "-" { try AtomicFile.check(path: file, force: force) }
        let store = try database.openIfPresent()
        defer { try? store?.close() }
        let catalogue = try store?.catalogue() ?? Seeds.catalogue()
        let entries = only == .changed ? changed(catalogue, try store?.catalogueEdits() ?? []) : entries(catalogue)
        let text = try CatalogueFile.text(of: entries, format: format)
        if file == "-" { return try Console.current.write(text) }
        let sink = try AtomicFile(path: file, force: force)
        try sink.write(text)
        try sink.finish()
        Console.current.say("\(entries.count) records in \(file)")
    }

    private func entries(_ catalogue: Catalogue) -> [CatalogueFile.Entry] {
        let skills = catalogue.skills.filter { only != .tools || $0.kind == .tool }.map(\.record)
        let roles = catalogue.roles.map(\.record)
        let records =
            switch only {
            case .all, .changed: skills + roles
            case .skills, .tools: skills
            case .roles: roles
            }
        return records.map { CatalogueFile.Entry(line: nil, record: $0) }
    }

    /// What the user has added, changed or removed.
    private func changed(_ catalogue: Catalogue, _ edits: [CatalogueEdit]) -> [CatalogueFile.Entry] {
        let keys = edits.map { [$0.entity.rawValue, $0.slug] }.reduce(into: [[String]]()) {
            if $0.last != $1 { $0.append($1) }
        }
        return keys.compactMap { key in
            CatalogueRecord.Entity(rawValue: key[0]).map { entity in
                let record = catalogue.record(entity, key[1])
                return CatalogueFile.Entry(
                    line: nil, record: record ?? CatalogueRecord(entity, slug: key[1]), isRemoved: record == nil)
            }
        }
    }
}

struct CatalogueImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read skills and roles from a CSV or YAML file: all of them, or none.",
        discussion: """
            A record whose slug is known changes that one; fields that the file does not name stay as they are. Another slug
            adds a record of yours. A row that cannot be read is named by its line, and nothing is changed.

            Example:  strata catalogue import ours.csv
            """)

    @Argument(help: ArgumentHelp("A .csv or .yaml file.", valueName: "file"))
    var file: String

    @Option(name: .customLong("from"), help: "csv or yaml, where the name does not say.")
    var from: CatalogueFile.Format?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let entries = try CatalogueFile.read(file, format: from)
        try CatalogueChange.perform(database, output, force: .flag(output.force)) { editor in
            for entry in entries { try apply(entry, editor) }
        }
    }

    private func apply(_ entry: CatalogueFile.Entry, _ editor: CatalogueEditor) throws {
        let given = entry.record
        let known = editor.record(given.entity, given.slug)
        if entry.isRemoved {
            guard known != nil else {
                // A removal that is there already is none; that of something unknown is a slip of the pen.
                guard editor.seeds.record(given.entity, given.slug) == nil else { return }
                throw InputError(
                    .malformed, path: file, line: entry.line,
                    "there is no \(given.entity.rawValue) '\(given.slug)' to remove")
            }
            return try editor.set(nil, given.entity, given.slug)
        }
        let record = (known ?? CatalogueRecord(given.entity, slug: given.slug)).taking(given)
        guard record != known else { return }
        do { try editor.set(record, given.entity, given.slug) } catch {
            throw InputError(.malformed, path: file, line: entry.line, "\(error)")
        }
    }
}
