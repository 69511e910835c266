internal import ArgumentParser
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct DBCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "The database itself: what it holds, whether it is sound, renewing verdicts, copies of it.",
        subcommands: [
            DBInfoCommand.self, DBCheckCommand.self, DBReclassifyCommand.self, DBOptimizeCommand.self,
            DBBackupCommand.self, DBRestoreCommand.self,
        ])
}

struct DBInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Where the database is, its versions, and how much it holds.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let store = try database.openForReading()
        defer { try? store.close() }
        let info = try DatabaseInfo(store)
        try output.write(document: info.document, json: info.json)
    }
}

struct DBCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Whether the database is sound: pages, references, full text, needs, counts, columns and versions.",
        discussion: "Exits 65 when something is wrong.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var check = try sound()
        // Full text is compared by a statement that counts as a write; a file that may only be read goes without.
        do {
            let store = try Store(path: database.location.path, access: .write)
            defer { try? store.close() }
            check.findings.append(try DatabaseCheck.fullText(store))
        } catch let error as StoreError where error.kind == .cannotCreate || error.kind == .busy {
            output.hint("Full text was not compared: \(error)")
        }
        try output.write(document: check.document, json: check.json)
        guard check.isOK else { throw CommandFailure(.badInput, "") }
    }

    private func sound() throws -> DatabaseCheck {
        let store = try database.openForReading()
        defer { try? store.close() }
        return try DatabaseCheck(store)
    }
}

struct DBReclassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reclassify",
        abstract: "Renew the verdicts that an older catalogue or older weights gave, without importing again.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.check(hasTable: false)
        // To write is to create: what is not there cannot be renewed.
        try database.openForReading().close()
        let store = try database.openForWriting()
        defer { try? store.close() }
        // First the revision, then the catalogue: what changes in between leaves verdicts stale, not falsely fresh.
        let renewal = try Reclassification(store: store)
        let classifier = Classifier(try database.compiledCatalogue(of: store))
        let total = try renewal.count()
        var done = 0
        while case let jds = try renewal.next(), !jds.isEmpty {
            let verdicts = jds.mapConcurrently { jd in
                (id: jd.id, verdict: classifier.verdict(title: jd.title, company: jd.company, text: jd.text))
            }
            try renewal.store(verdicts)
            done += jds.count
            if Console.current.errorIsTerminal, !output.quiet { Console.current.redraw("\(done) of \(total) JDs") }
        }
        if Console.current.errorIsTerminal, !output.quiet, total > 0 { Console.current.redraw("") }
        try renewal.finish()
        try output.write(
            document: Document(title: "Reclassified", blocks: [.facts([Fact("JDs renewed", "\(done)")])]),
            json: .object([("reclassified", .integer(done))]))
    }
}

struct DBOptimizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "optimize",
        abstract: "Build the full-text index and the columns for reports anew and give back unused space.",
        discussion: "Mends an index or columns that 'db check' finds out of step with the JDs.")

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let before = try database.openForReading()
        let bytesBefore = try DatabaseInfo(before).bytes
        try before.close()
        let store = try database.openForWriting()
        try store.optimize()
        try store.close()
        let after = try database.openForReading()
        defer { try? after.close() }
        let bytes = try DatabaseInfo(after).bytes
        try output.write(
            document: Document(
                title: "Optimized",
                blocks: [.facts([Fact("Bytes before", "\(bytesBefore)"), Fact("Bytes now", "\(bytes)")])]),
            json: .object([("bytes_before", .integer(bytesBefore)), ("bytes", .integer(bytes))]))
    }
}
