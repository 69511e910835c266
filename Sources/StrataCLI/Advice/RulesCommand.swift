internal import ArgumentParser
internal import Foundation
internal import StrataCatalogue
internal import StrataModel

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "The rules that advice goes by: which files there are, and how to have your own.",
        discussion: """
            Rules are files of tab-separated lines. Write them out, change what your company sees otherwise, delete the files
            that you leave as they are, and name the folder with --rules or $STRATA_RULES.

            Examples:
              strata rules
              strata rules export our-rules
              strata diagnose team.yaml --rules our-rules
            """,
        subcommands: [RulesListCommand.self, RulesExportCommand.self], defaultSubcommand: RulesListCommand.self)
}

struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The files of rules, each with its columns and how many rules it holds.")

    @OptionGroup var rules: RuleOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let files = try rules.files()
        let tables = try RuleFiles.names.map { name in
            try files.read(name) {
                (name: name, path: $0.path, columns: $0.columns, rules: try $0.map { _ in 1 }.count)
            }
        }
        let table = Table(
            columns: [
                .init("name", "Name"), .init("rules", "Rules", .trailing), .init("file", "File"),
                .init("columns", "Columns", wraps: true),
            ],
            rows: tables.map {
                [.text($0.name), .integer($0.rules), .text($0.path), .text($0.columns.joined(separator: ", "))]
            })
        try output.write(
            document: Document(title: "Rules of advice", blocks: [.table(table)]),
            json: .object([
                (
                    "rules",
                    .array(
                        tables.map {
                            .object([
                                ("name", .string($0.name)), ("rules", .integer($0.rules)), ("file", .string($0.path)),
                                ("columns", .array($0.columns.map { .string($0) })),
                            ])
                        })
                )
            ]))
    }
}

struct RulesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the built-in rules to a folder, to be changed there.")

    @Argument(help: ArgumentHelp("A folder, made where there is none.", valueName: "folder"))
    var folder: String

    @Flag(help: "Replace files that Strata did not write, or that were changed.")
    var force = false

    func run() throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.cannotCreate, "\(folder): cannot be made a folder; give another name")
        }
        let paths = RuleFiles.names.map { (name: $0, path: "\(folder)/\($0).tsv") }
        for (_, path) in paths { try AtomicFile.check(path: path, force: force) }
        for (name, path) in paths {
            let sink = try AtomicFile(path: path, force: force)
            try sink.write(String(decoding: RuleFiles.builtInBytes(name) ?? [], as: UTF8.self))
            try sink.finish()
        }
        Console.current.say("\(paths.count) files of rules in \(folder); name it with --rules \(folder)")
    }
}
