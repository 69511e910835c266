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

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        guard let format = target ?? (file == "-" ? .csv : CatalogueFile.Format(path: file)) else {
            throw CommandFailure(.usage, "\(file): neither .csv nor .yaml: name it so, or say --to csv or --to yaml")
        }
        let store = try database.openIfPresent()
        defer { try? store?.close() }
        let catalogue = try store?.catalogue() ?? Seeds.catalogue()
        let edited = Set(try store?.catalogueEdits().map { "\($0.entity.rawValue) \($0.slug)" } ?? [])
        let records = records(catalogue).filter { record in
            only != .changed || edited.contains("\(record.entity.rawValue) \(record.slug)")
        }
        let text = try CatalogueFile.text(of: records, format: format)
        if file == "-" { return try Console.current.write(text) }
        let sink = try AtomicFile(path: file)
        try sink.write(text)
        try sink.finish()
        Console.current.say("\(records.count) records in \(file)")
    }

    private func records(_ catalogue: Catalogue) -> [CatalogueRecord] {
        switch only {
        case .all, .changed: catalogue.skills.map(\.record) + catalogue.roles.map(\.record)
        case .skills: catalogue.skills.map(\.record)
        case .tools: catalogue.skills.filter { $0.kind == .tool }.map(\.record)
        case .roles: catalogue.roles.map(\.record)
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

    @Flag(help: "Take it although something speaks against it.")
    var force = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let entries = try CatalogueFile.read(file, format: from)
        try CatalogueChange.perform(database, output, isForced: force) { editor in
            for entry in entries { try apply(entry, editor) }
        }
    }

    private func apply(_ entry: CatalogueFile.Entry, _ editor: CatalogueEditor) throws {
        let given = entry.record
        var record =
            editor.catalogue.record(given.entity, given.slug) ?? CatalogueRecord(given.entity, slug: given.slug)
        for (field, value) in given.fields { record[field] = value }
        guard record != editor.catalogue.record(given.entity, given.slug) else { return }
        do { try editor.set(record, given.entity, given.slug) } catch {
            throw InputError(.malformed, path: file, line: entry.line, "\(error)")
        }
    }
}
