internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// Changes the catalogue of a database for a command, and says what has changed.
struct CatalogueChange {
    /// Whether the command takes what speaks against a change.
    enum Force {
        /// It has the flag, and this is what it says.
        case flag(Bool)
        /// It asks for nothing that could be wrong.
        case always
        /// It has no such flag.
        case never
    }

    private let editor: CatalogueEditor
    private let before: Catalogue

    /// Opens the database, has the body change what it wants, checks that, stores it and prints what has changed.
    ///
    /// - parameter body: returns what to say where it has done something that changes no record.
    /// - throws: `CommandFailure` when the check finds something to mend; nothing is stored then.
    static func performNoting(
        _ database: DatabaseOptions, _ output: OutputOptions, force: Force,
        _ body: (CatalogueEditor) throws -> String?
    ) throws {
        let store = try database.openForWriting()
        defer { try? store.close() }
        let change = CatalogueChange(try CatalogueEditor(store))
        let note: String?
        do { note = try body(change.editor) } catch let error as CatalogueRecordError {
            throw CommandFailure(.badInput, "\(error)")
        }
        try change.check(force, output)
        let report = CatalogueChangeReport(before: change.before, after: change.editor.catalogue, note: note)
        try change.editor.commit {
            KeptCatalogue(bytes: CompiledCatalogue($0).bytes, maker: BuiltIn.fingerprint)
        }
        try output.write(document: report.document, json: report.json, items: report.items, table: report.table)
        if !report.isEmpty { output.hintIfStale(store) }
    }

    /// As above, for a body that has nothing to say besides what it changes.
    static func perform(
        _ database: DatabaseOptions, _ output: OutputOptions, force: Force, _ body: (CatalogueEditor) throws -> Void
    ) throws {
        try performNoting(database, output, force: force) { editor in
            try body(editor)
            return nil
        }
    }

    private init(_ editor: CatalogueEditor) {
        self.editor = editor
        before = editor.catalogue
    }

    private func check(_ force: Force, _ output: OutputOptions) throws {
        let new = try findings()
        let serious = new.filter(\.rule.isSerious)
        let isForced: Bool
        var hint = ""
        switch force {
        case .always: return
        case .never: isForced = false
        case .flag(let isSet):
            isForced = isSet
            hint = "\nWith --force it is taken as it is."
        }
        guard serious.isEmpty || isForced else {
            let list = serious.map { "  \($0)" }.joined(separator: "\n")
            throw CommandFailure(.badInput, "nothing was changed:\n\(list)\(hint)")
        }
        // What the lists say otherwise is no news to somebody who says it.
        let said = new.filter { $0.rule != .lists }
        if !said.isEmpty {
            output.hint("strata: taken, though:\n\(said.map { "  \($0)" }.joined(separator: "\n"))")
        }
    }

    /// What the check finds now and did not find before.
    private func findings() throws -> [CatalogueLint.Finding] {
        let present = Set(editor.catalogue.skills.map(\.slug))
        let references = try Seeds.references().keeping(present)
        let ambiguous = try Seeds.ambiguousWords()
        func findings(_ catalogue: Catalogue) -> [CatalogueLint.Finding] {
            CatalogueLint(catalogue, references: references, ambiguousWords: ambiguous).findings
        }
        let known = Set(findings(before))
        return findings(editor.catalogue).filter { !known.contains($0) }
    }
}

extension CatalogueEditor {
    /// The slug that a name, an alias or a slug stands for.
    ///
    /// - throws: `CommandFailure`, with what was perhaps meant.
    func slug(of name: String, _ entity: CatalogueRecord.Entity) throws -> String {
        try CatalogueNames(catalogue).slug(of: name, entity)
    }

    /// The record of a skill or role that is there.
    func record(named name: String, _ entity: CatalogueRecord.Entity) throws -> CatalogueRecord {
        let slug = try slug(of: name, entity)
        guard let record = record(entity, slug) else {
            throw CommandFailure(.nothingFound, "no \(entity.rawValue) has the slug '\(slug)'")
        }
        return record
    }
}
