internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// Changes the catalogue of a database for a command, and says what has changed.
struct CatalogueChange {
    let editor: CatalogueEditor
    private let store: Store
    private let before: Catalogue
    private let findingsBefore: Set<CatalogueLint.Finding>
    private let lint: (Catalogue) -> [CatalogueLint.Finding]

    private init(_ store: Store) throws {
        self.store = store
        editor = try CatalogueEditor(store)
        before = editor.catalogue
        let references = try Seeds.references()
        let ambiguous = try Seeds.ambiguousWords()
        lint = { CatalogueLint($0, references: references, ambiguousWords: ambiguous).findings }
        findingsBefore = Set(lint(before))
    }

    /// Opens the database, has the body change what it wants, checks that, stores it and prints what has changed.
    ///
    /// - parameter isForced: whether what the check finds is only said, not refused.
    /// - throws: `CommandFailure` when the check finds something to mend; nothing is stored then.
    static func perform(
        _ database: DatabaseOptions, _ output: OutputOptions, isForced: Bool = false,
        _ body: (CatalogueEditor) throws -> Void
    ) throws {
        let store = try database.openForWriting()
        defer { try? store.close() }
        let change = try CatalogueChange(store)
        do { try body(change.editor) } catch let error as CatalogueRecordError {
            throw CommandFailure(.badInput, "\(error)")
        }
        try change.check(isForced: isForced, output)
        let report = CatalogueChangeReport(before: change.before, after: change.editor.catalogue)
        try change.editor.commit { CompiledCatalogue($0).bytes }
        try output.write(document: report.document, json: report.json, items: report.items, table: report.table)
        if !report.isEmpty { output.hintIfStale(store) }
    }

    private func check(isForced: Bool, _ output: OutputOptions) throws {
        let new = lint(editor.catalogue).filter { !findingsBefore.contains($0) }
        let serious = new.filter(\.rule.isSerious)
        let list = (serious.isEmpty || isForced ? new : serious).map { "  \($0)" }.joined(separator: "\n")
        guard serious.isEmpty || isForced else {
            throw CommandFailure(.badInput, "nothing was changed:\n\(list)\nWith --force it is taken as it is.")
        }
        // What the lists say otherwise is no news to somebody who says it.
        if new.contains(where: { $0.rule != .lists }) { output.hint("strata: taken, though:\n\(list)") }
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
        guard let record = catalogue.record(entity, slug) else {
            throw CommandFailure(.nothingFound, "no \(entity.rawValue) has the slug '\(slug)'")
        }
        return record
    }
}
