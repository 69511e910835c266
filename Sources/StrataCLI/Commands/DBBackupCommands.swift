internal import ArgumentParser
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct DBBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a copy of the whole database to a file, also while others use it.",
        discussion: """
            'strata db restore' brings it back. The copy is an SQLite file like the database itself. A file of that name, a
            backup too, is replaced with --force only.
            """)

    @Argument(help: "Where to write the copy.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.check(hasTable: false)
        let store = try database.openForReading()
        defer { try? store.close() }
        try store.backUp(to: file, replacing: output.force)
        let copy = try Store(path: file, access: .read)
        defer { try? copy.close() }
        let info = try DatabaseInfo(copy)
        try output.write(
            document: Document(
                title: "Backup",
                blocks: [
                    .facts([
                        Fact("Copy", file), Fact("JDs", "\(info.jds)"), Fact("Bytes", "\(info.bytes)"),
                    ])
                ]),
            json: .object([
                ("path", .string(file)), ("jds", .integer(info.jds)), ("bytes", .integer(info.bytes)),
            ]))
    }
}

struct DBRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database, which may be damaged.",
        discussion: """
            The backup is checked first, and stays as it is. What stood in its place is kept beside the database, its name \
            ending in .before-restore; what an earlier restore kept there is replaced with --force only.
            """)

    @Argument(help: "What 'strata db backup' wrote.")
    var file: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.check(hasTable: false)
        let path = database.location.path
        let restoration = try Store.restore(from: file, to: path, replacing: output.force)
        let store = try database.openForReading()
        defer { try? store.close() }
        let info = try DatabaseInfo(store)
        var facts = [Fact("Database", path), Fact("JDs", "\(info.jds)")]
        if let previous = restoration.previous {
            facts.append(Fact(restoration.wasDamaged ? "Damaged one kept" : "Previous one kept", previous))
        }
        try output.write(
            document: Document(title: "Restored", blocks: [.facts(facts)]),
            json: .object([
                ("path", .string(path)), ("jds", .integer(info.jds)),
                ("previous", restoration.previous.map(JSONValue.string) ?? .null),
                ("was_damaged", .bool(restoration.wasDamaged)),
            ]))
    }
}
