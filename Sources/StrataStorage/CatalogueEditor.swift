internal import GRDB
internal import StrataCatalogue
public import StrataModel

/// Changes the catalogue of a database: changes are gathered, looked at, and then stored all at once or not at all.
///
/// It holds the file's write lock from its making to ``commit(compile:)`` or its end, so that of two who change the
/// catalogue at once the second sees what the first has done.
public final class CatalogueEditor {
    /// Names a record.
    private struct Key: Hashable {
        var entity: CatalogueRecord.Entity
        var slug: String
    }

    private let store: Store
    /// The catalogue as the seeds have it.
    public let seeds: Catalogue
    private let seedSkills: [String: Skill]
    private let seedRoles: [String: Role]
    private var changes: [Key: [CatalogueEdit]]
    private var touched: Set<Key> = []
    private var countsInJDs = false
    private var built: Catalogue?
    private var isOpen = true

    /// - throws: ``StoreError``; also where a newer catalogue than this binary's is in the file.
    public init(_ store: Store) throws {
        self.store = store
        try store.beginWriting()
        let (version, edits) = try store.inTransaction { db in
            (try Meta.integer(.catalogueVersion, db) ?? 0, try CatalogueEdits.all(db))
        }
        guard version == Seeds.version else {
            throw StoreError(
                .newer, path: store.path,
                "its catalogue is version \(version), this Strata's is \(Seeds.version); install that version to change it"
            )
        }
        seeds = try Seeds.catalogue()
        seedSkills = Dictionary(seeds.skills.map { ($0.slug, $0) }) { first, _ in first }
        seedRoles = Dictionary(seeds.roles.map { ($0.slug, $0) }) { first, _ in first }
        changes = Dictionary(grouping: edits) { Key(entity: $0.entity, slug: $0.slug) }
    }

    deinit { if isOpen { store.rollBack() } }

    /// What the user has changed so far, with what was gathered here.
    public var edits: [CatalogueEdit] { changes.values.flatMap { $0 } }

    /// The catalogue with the changes.
    public var catalogue: Catalogue {
        if let built { return built }
        let catalogue = seeds.applying(edits)
        built = catalogue
        return catalogue
    }

    /// A record as the changes have it; nil when there is none.
    public func record(_ entity: CatalogueRecord.Entity, _ slug: String) -> CatalogueRecord? {
        CatalogueMerge.record(entity, slug: slug, seed: seed(entity, slug), edits: edits(of: entity, slug))
    }

    /// The changes of one record.
    public func edits(of entity: CatalogueRecord.Entity, _ slug: String) -> [CatalogueEdit] {
        changes[Key(entity: entity, slug: slug)] ?? []
    }

    private func seed(_ entity: CatalogueRecord.Entity, _ slug: String) -> CatalogueRecord? {
        switch entity {
        case .skill: seedSkills[slug]?.record
        case .role: seedRoles[slug]?.record
        }
    }

    // MARK: Gathering

    /// Makes a record what the user wants; nil removes it.
    ///
    /// - throws: ``CatalogueRecordError`` when the record cannot be read; nothing has changed then.
    public func set(_ record: CatalogueRecord?, _ entity: CatalogueRecord.Entity, _ slug: String) throws {
        // Written as the seeds write it, so that what is the same reads the same.
        let canonical = try record.map { record in
            switch entity {
            case .skill: try Skill(record: record).record
            case .role: try Role(record: record).record
            }
        }
        let changed = CatalogueMerge.edits(
            user: canonical, seed: seed(entity, slug), existing: edits(of: entity, slug), entity, slug: slug)
        replace(changed, of: entity, slug)
    }

    /// Makes a record what the seeds say; one of the user's own is gone.
    public func reset(_ entity: CatalogueRecord.Entity, _ slug: String) { replace([], of: entity, slug) }

    /// Keeps the user's text where the seeds have changed under it, and compares with the seeds of now from here on.
    ///
    /// - returns: how many conflicts that settles.
    public func keepMine(_ entity: CatalogueRecord.Entity, _ slug: String) -> Int {
        let conflicts = conflicts(of: entity, slug)
        guard conflicts > 0 else { return 0 }
        let changed = CatalogueMerge.edits(
            user: record(entity, slug), seed: seed(entity, slug), existing: [], entity, slug: slug)
        replace(changed, of: entity, slug)
        return conflicts
    }

    /// Takes the seeds' text where they have changed under the user; other changes stay.
    ///
    /// - returns: how many conflicts that settles.
    public func takeSeeds(_ entity: CatalogueRecord.Entity, _ slug: String) -> Int {
        let conflicts = conflicts(of: entity, slug)
        guard conflicts > 0 else { return 0 }
        let seed = seed(entity, slug)
        replace(edits(of: entity, slug).filter { !CatalogueMerge.isConflict($0, seed: seed) }, of: entity, slug)
        return conflicts
    }

    private func conflicts(of entity: CatalogueRecord.Entity, _ slug: String) -> Int {
        let seed = seed(entity, slug)
        return edits(of: entity, slug).count { CatalogueMerge.isConflict($0, seed: seed) }
    }

    private func replace(_ changed: [CatalogueEdit], of entity: CatalogueRecord.Entity, _ slug: String) {
        let before = record(entity, slug)
        let key = Key(entity: entity, slug: slug)
        changes[key] = changed.isEmpty ? nil : changed
        touched.insert(key)
        built = nil
        let after = record(entity, slug)
        if entity.fieldsThatCount.contains(where: { before?[$0] != after?[$0] }) { countsInJDs = true }
    }

    // MARK: Storing

    /// Stores what was gathered. Where it changes how JDs are read, verdicts of before are out of date then.
    ///
    /// - parameter compile: makes the catalogue ready for reading JDs, to be kept in the file.
    /// - throws: ``StoreError``.
    public func commit(compile: (Catalogue) -> KeptCatalogue) throws {
        try store.inTransaction { db in
            let rows = try CatalogueRows(db)
            for key in touched.sorted(by: { ($0.entity.rawValue, $0.slug) < ($1.entity.rawValue, $1.slug) }) {
                let own = edits(of: key.entity, key.slug)
                // Read before they are replaced: what was learnt of a record holds until it is moved.
                let before = try Set(CatalogueEdits.all(db).filter { $0.slug == key.slug }.flatMap(\.moved))
                try CatalogueEdits.replace(own, of: key.entity, key.slug, db)
                try ScoringRows.forget(Array(before.symmetricDifference(own.flatMap(\.moved))), db)
                try put(key, isEdited: !own.isEmpty, rows)
            }
            if countsInJDs { try CatalogueEdits.noteChange(db) }
            if !changes.isEmpty, !touched.isEmpty {
                try CompiledImage.save(compile(catalogue.weighed(by: ScoringRows.own(db))), db)
            }
        }
        try store.commitWriting()
        isOpen = false
    }

    private func put(_ key: Key, isEdited: Bool, _ rows: CatalogueRows) throws {
        guard let record = record(key.entity, key.slug) else { return try rows.retire(key.entity, key.slug) }
        switch key.entity {
        case .skill: try rows.put(Skill(record: record), isEdited: isEdited)
        case .role: try rows.put(Role(record: record), isEdited: isEdited)
        }
    }
}

extension Store {
    /// What the user has changed in the catalogue.
    ///
    /// - throws: ``StoreError``.
    public func catalogueEdits() throws -> [CatalogueEdit] { try read(CatalogueEdits.all) }
}
