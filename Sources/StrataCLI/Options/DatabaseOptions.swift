internal import ArgumentParser
internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp("The database; else $STRATA_DB, else ~/.local/share/strata/strata.db.", valueName: "file"))
    var file: String?

    /// What holds where the database is named, or none is.
    static func named(_ file: String?) -> DatabaseOptions {
        var options = DatabaseOptions()
        options.file = file
        return options
    }

    /// The database's path, and whether the user named it.
    var location: (path: String, isNamed: Bool) {
        let environment = Console.current.environment
        if let file { return (file, true) }
        if let path = environment("STRATA_DB"), !path.isEmpty { return (path, true) }
        let data =
            environment("XDG_DATA_HOME").flatMap { $0.isEmpty ? nil : $0 }
            ?? (environment("HOME") ?? "") + "/.local/share"
        return (data + "/strata/strata.db", false)
    }

    /// Opens the database to ask it.
    ///
    /// - throws: ``StoreError``, also when there is none.
    func openForReading() throws -> Store {
        try Store(path: location.path, access: .read)
    }

    /// Opens the database to write, creating it with its seeds where there is none. While another command writes to it,
    /// waits and says so.
    ///
    /// - parameters:
    ///   - command: what others are told that they wait for.
    ///   - resumesGrouping: whether grouping near-duplicates goes on where a killed command has left it.
    func openForWriting(
        as command: String = "command", quiet: Bool = false, resumesGrouping: Bool = true
    ) throws -> Store {
        let path = location.path
        let lock = WriterLock.acquire(path: path, command: command) { holder in
            if quiet { return }
            Console.current.say("another \(holder) is writing to \(path): waiting until it has finished ...")
        }
        let store = try Store(path: path, access: .write, busySeconds: lock == nil ? 5 : 60, lock: lock)
        if resumesGrouping { try DuplicateGrouping(store).resume() }
        return store
    }

    /// Opens the database to ask it; nil where none is named and none stands at the usual place.
    func openIfPresent() throws -> Store? {
        let (path, isNamed) = location
        if !isNamed, access(path, F_OK) != 0 { return nil }
        return try Store(path: path, access: .read)
    }

    /// What reads JDs by the database's catalogue, else by the built-in one.
    func classifier() throws -> Classifier {
        guard let store = try openIfPresent() else { return Classifier(try BuiltIn.catalogue()) }
        defer { try? store.close() }
        return Classifier(try compiledCatalogue(of: store))
    }

    /// The database's catalogue ready for reading JDs: the binary's own where nothing is changed, else the one that the
    /// database keeps, else compiled here and now.
    func compiledCatalogue(of store: Store) throws -> CompiledCatalogue {
        if try store.usesBuiltInCatalogue() { return try BuiltIn.catalogue() }
        let maker = BuiltIn.fingerprint
        if let kept = try store.compiledCatalogue(maker: maker, CompiledCatalogue.init(checking:)) { return kept }
        let compiled = CompiledCatalogue(try store.catalogue())
        // After an upgrade none is kept: whoever may write keeps it for the others.
        if store.isWritable { try store.keepCompiledCatalogue(KeptCatalogue(bytes: compiled.bytes, maker: maker)) }
        return compiled
    }

    /// The database's catalogue, else the built-in one.
    func catalogue() throws -> Catalogue {
        try openIfPresent()?.catalogue() ?? Seeds.catalogue()
    }
}

extension OutputOptions {
    /// Says that verdicts are out of date, where they are.
    func hintIfStale(_ store: Store) {
        guard !quiet, (try? store.hasStaleVerdicts()) == true else { return }
        hint("Some verdicts are of an older catalogue or older weights; renew them with 'strata db reclassify'.")
        guard (try? store.catalogueEdits().isEmpty) == false else { return }
        hint("'strata catalogue diff' shows what you have changed, and where an upgrade has changed it too.")
    }
}
