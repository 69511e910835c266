internal import GRDB
internal import StrataCatalogue
internal import StrataModel

/// The rows of what the user has changed in the catalogue.
enum CatalogueEdits {
    /// All of them, by entity, slug and field.
    static func all(_ db: Database) throws -> [CatalogueEdit] {
        try Row.fetchAll(
            db, sql: "SELECT entity, slug, field, value, base FROM catalogue_edit ORDER BY entity, slug, field"
        ).compactMap { row in
            CatalogueRecord.Entity(rawValue: row[0]).map {
                CatalogueEdit($0, slug: row[1], field: row[2], value: row[3], base: row[4])
            }
        }
    }

    /// Puts the changes of one record in the place of those that it had.
    static func replace(
        _ edits: [CatalogueEdit], of entity: CatalogueRecord.Entity, _ slug: String, _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM catalogue_edit WHERE entity = ? AND slug = ?", arguments: [entity.rawValue, slug])
        for edit in edits {
            try db.execute(
                sql: "INSERT INTO catalogue_edit VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                arguments: [entity.rawValue, slug, edit.field, edit.value, edit.base])
        }
    }

    /// A record that the user has changed and the new seeds do not have any more becomes the user's own, whole.
    static func keepWhatSeedsDropped(_ seeds: Catalogue, _ db: Database) throws {
        let edits = try all(db)
        guard !edits.isEmpty else { return }
        let known: [CatalogueRecord.Entity: Set<String>] = [
            .skill: Set(seeds.skills.map(\.slug)), .role: Set(seeds.roles.map(\.slug)),
        ]
        let dropped = Dictionary(grouping: edits) { "\($0.entity.rawValue) \($0.slug)" }.values.filter { edits in
            guard let edit = edits.first, edits.contains(where: { $0.base != nil }) else { return false }
            return !(known[edit.entity]?.contains(edit.slug) ?? false)
        }
        guard !dropped.isEmpty else { return }
        let before = try Store.tables(db)
        for edits in dropped {
            guard let first = edits.first else { continue }
            let changed = Dictionary(edits.map { ($0.field, $0) }) { edit, _ in edit }
            // Removed by both: nothing is left to keep.
            let record = changed[CatalogueEdit.removal] == nil ? before.record(first.entity, first.slug) : nil
            // A field that only the seeds had filled is marked as untouched: its value is its base.
            let whole = record.map { record in
                first.entity.fields.map { field in
                    CatalogueEdit(
                        first.entity, slug: first.slug, field: field, value: record[field],
                        base: changed[field].map { $0.base ?? $0.value } ?? record[field])
                }
            }
            try replace(whole ?? [], of: first.entity, first.slug, db)
        }
    }

    /// Notes that verdicts of before are out of date, and so is what was compiled.
    static func noteChange(_ db: Database) throws {
        try Meta.set(.revision, (Meta.integer(.revision, db) ?? 0) + 1, db)
        try db.execute(sql: "DELETE FROM compiled_catalogue")
    }
}
