internal import GRDB
internal import StrataCatalogue
public import StrataModel

/// Changes the catalogue of a database: changes are gathered, looked at, and then stored all at once or not at all.
public final class CatalogueEditor {
    private let store: Store
    /// The catalogue as the seeds have it.
    public let seeds: Catalogue
    /// What the user has changed so far, with what was gathered here.
    public private(set) var edits: [CatalogueEdit]
    /// The catalogue with the changes.
    public private(set) var catalogue: Catalogue
    private var touched: [CatalogueRecord.Entity: Set<String>] = [:]

    /// - throws: ``StoreError``; also where a newer catalogue than this binary's is in the file.
    public init(_ store: Store) throws {
        self.store = store
        let (version, edits) = try store.read { db in
            (try Meta.integer(.catalogueVersion, db) ?? 0, try CatalogueEdits.all(db))
        }
        guard version == Seeds.version else {
            throw StoreError(
                .newer, path: store.path,
                "its catalogue is version \(version), this Strata's is \(Seeds.version); install that version to change it"
            )
        }
        self.edits = edits
        seeds = try Seeds.catalogue()
        catalogue = try seeds.applying(edits)
    }

    /// Whether something has been gathered.
    public var hasChanges: Bool { !touched.isEmpty }

    /// Makes a record what the user wants; nil removes it.
    ///
    /// - throws: ``CatalogueRecordError`` when the record cannot be read; nothing has changed then.
    public func set(_ record: CatalogueRecord?, _ entity: CatalogueRecord.Entity, _ slug: String) throws {
        let own = edits(of: entity, slug)
        let changed = CatalogueMerge.edits(
            user: record, seed: seeds.record(entity, slug), existing: own, entity, slug: slug)
        try replace(changed, of: entity, slug)
    }

    /// Makes a record what the seeds say; one of the user's own is gone.
    ///
    /// - throws: ``CatalogueRecordError``.
    public func reset(_ entity: CatalogueRecord.Entity, _ slug: String) throws {
        try replace([], of: entity, slug)
    }

    /// Keeps the user's text where the seeds have changed under it, and compares with the seeds of now from here on.
    ///
    /// - throws: ``CatalogueRecordError``.
    public func keepMine(_ entity: CatalogueRecord.Entity, _ slug: String) throws {
        let changed = CatalogueMerge.edits(
            user: catalogue.record(entity, slug), seed: seeds.record(entity, slug), existing: [], entity, slug: slug)
        try replace(changed, of: entity, slug)
    }

    /// The changes of one record.
    public func edits(of entity: CatalogueRecord.Entity, _ slug: String) -> [CatalogueEdit] {
        edits.filter { $0.entity == entity && $0.slug == slug }
    }

    private func replace(_ changed: [CatalogueEdit], of entity: CatalogueRecord.Entity, _ slug: String) throws {
        var all = edits.filter { $0.entity != entity || $0.slug != slug }
        all += changed
        // Every change is applied anew: a few of them, over a catalogue that takes milliseconds.
        catalogue = try seeds.applying(all)
        edits = all
        touched[entity, default: []].insert(slug)
    }

    /// Stores what was gathered, in one transaction; verdicts of before are out of date then.
    ///
    /// - parameter compile: makes the catalogue ready for reading JDs, to be kept in the file.
    /// - throws: ``StoreError``.
    public func commit(compile: (Catalogue) -> [UInt8]) throws {
        guard hasChanges else { return }
        let image = edits.isEmpty ? nil : compile(catalogue)
        try store.write { db in
            let rows = try CatalogueRows(db)
            for (entity, slugs) in touched {
                for slug in slugs.sorted() {
                    let own = edits(of: entity, slug)
                    try CatalogueEdits.replace(own, of: entity, slug, db)
                    try put(entity, slug, isEdited: !own.isEmpty, rows)
                }
            }
            try CatalogueEdits.noteChange(db)
            if let image { try CompiledImage.save(image, db) }
        }
        touched = [:]
    }

    private func put(
        _ entity: CatalogueRecord.Entity, _ slug: String, isEdited: Bool, _ rows: CatalogueRows
    ) throws {
        switch entity {
        case .skill:
            if let skill = catalogue.skills.first(where: { $0.slug == slug }) {
                return try rows.put(skill, isEdited: isEdited)
            }
        case .role:
            if let role = catalogue.roles.first(where: { $0.slug == slug }) {
                return try rows.put(role, isEdited: isEdited)
            }
        }
        try rows.retire(entity, slug)
    }
}

extension Store {
    /// What the user has changed in the catalogue.
    ///
    /// - throws: ``StoreError``.
    public func catalogueEdits() throws -> [CatalogueEdit] { try read(CatalogueEdits.all) }
}
