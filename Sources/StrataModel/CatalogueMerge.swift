/// The user's changes over the seeds: which text each field has in the end.
///
/// Seeds change with each release, and what a user has changed stays. A field that the user has not touched follows the
/// seeds. A list that both have changed keeps what either has added and loses what either has removed. Any other field that
/// both have changed keeps the user's text, and is a conflict to be reported.
public enum CatalogueMerge {
    /// The record that results; nil where the user has removed it, or there is none.
    ///
    /// - parameter seed: the record as the seeds have it now; nil when they have none.
    /// - parameter edits: the user's changes of this record.
    public static func record(
        _ entity: CatalogueRecord.Entity, slug: String, seed: CatalogueRecord?, edits: [CatalogueEdit]
    ) -> CatalogueRecord? {
        if edits.contains(where: { $0.field == CatalogueEdit.removal }) { return nil }
        if seed == nil, edits.isEmpty { return nil }
        var record = seed ?? CatalogueRecord(entity, slug: slug)
        for edit in edits { record[edit.field] = merged(edit, seed: seed?[edit.field]) }
        return record
    }

    /// The changes that make the user's record of the seed's.
    ///
    /// - parameter user: the record as the user wants it; nil removes it.
    /// - parameter existing: the changes so far. Where the user's text of a field stays as it was, so does what it is
    ///   compared with: a conflict does not go away because another field is edited.
    public static func edits(
        user: CatalogueRecord?, seed: CatalogueRecord?, existing: [CatalogueEdit], _ entity: CatalogueRecord.Entity,
        slug: String
    ) -> [CatalogueEdit] {
        guard let user else {
            return seed == nil
                ? [] : [CatalogueEdit(entity, slug: slug, field: CatalogueEdit.removal, value: nil, base: slug)]
        }
        let known = Dictionary(existing.map { ($0.field, $0) }) { first, _ in first }
        return entity.fields.compactMap { field in
            if let edit = known[field], merged(edit, seed: seed?[field]) == user[field], seed?[field] != user[field] {
                return edit
            }
            guard let seed else {
                return CatalogueEdit(entity, slug: slug, field: field, value: user[field], base: nil)
            }
            guard seed[field] != user[field] else { return nil }
            return CatalogueEdit(entity, slug: slug, field: field, value: user[field], base: seed[field])
        }
    }

    /// Whether the seeds have changed the field since the user did, and otherwise than the user.
    public static func isConflict(_ edit: CatalogueEdit, seed: CatalogueRecord?) -> Bool {
        guard let base = edit.base else { return false }
        guard let seed else { return true }
        if edit.field == CatalogueEdit.removal { return false }
        guard !CatalogueRecord.listFields.contains(edit.field) else { return false }
        return seed[edit.field] != base && seed[edit.field] != edit.value
    }

    private static func merged(_ edit: CatalogueEdit, seed: String?) -> String {
        let value = edit.value ?? ""
        guard let seed, let base = edit.base, seed != base, CatalogueRecord.listFields.contains(edit.field) else {
            return value
        }
        let (own, before) = (CatalogueRecord.items(value), Set(CatalogueRecord.items(base)))
        let now = CatalogueRecord.items(seed)
        let removed = before.subtracting(own)
        let kept = now.filter { !removed.contains($0) }
        let added = own.filter { !before.contains($0) && !kept.contains($0) }
        return CatalogueRecord.list(kept + added, in: edit.field)
    }
}
