/// The user's changes over the seeds: which text each field has in the end.
///
/// Seeds change with each release, and what a user has changed stays. A field that the user has not touched follows the
/// seeds. Spellings, context words and titles keep what either side has added and lose what either has removed; where both
/// have changed how one spelling counts, the user's way holds. Any other field that both have changed keeps the user's
/// text, and is a conflict to be reported. Layers, reasons and sources belong together by place and are one field here.
public enum CatalogueMerge {
    /// Fields in which each item stands for itself, so that both sides' changes can be joined.
    private static let joined: Set<String> = ["terms", "context", "titles"]
    /// Fields whose items belong to each other by place.
    private static let placed = ["layers", "reason", "source"]

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
        let isPlacedChanged = seed.map { seed in placed.contains { seed[$0] != user[$0] } } ?? false
        return entity.fields.compactMap { field in
            if let edit = known[field], merged(edit, seed: seed?[field]) == user[field], seed?[field] != user[field] {
                return edit
            }
            guard let seed else {
                return CatalogueEdit(entity, slug: slug, field: field, value: user[field], base: nil)
            }
            guard seed[field] != user[field] || (isPlacedChanged && placed.contains(field)) else { return nil }
            return CatalogueEdit(entity, slug: slug, field: field, value: user[field], base: seed[field])
        }
    }

    /// Whether the seeds have changed the field since the user did, and otherwise than the user; or have dropped the record,
    /// or come up with one where the user had one of their own.
    public static func isConflict(_ edit: CatalogueEdit, seed: CatalogueRecord?) -> Bool {
        if edit.field == CatalogueEdit.removal { return false }
        guard let seed else { return edit.base != nil }
        let now = seed[edit.field]
        guard let base = edit.base else { return now != edit.value }
        if edit.value == base || joined.contains(edit.field) { return false }
        return now != base && now != edit.value
    }

    private static func merged(_ edit: CatalogueEdit, seed: String?) -> String {
        let value = edit.value ?? ""
        guard let seed, let base = edit.base, seed != base else { return value }
        // Kept only because the seeds had dropped the record for a while.
        if value == base { return seed }
        guard joined.contains(edit.field) else { return value }
        let (own, before) = (CatalogueRecord.items(value), Set(CatalogueRecord.items(base)))
        let removed = before.subtracting(own)
        let added = own.filter { !before.contains($0) }
        let spelt = Set(added.map(spelling))
        let kept = CatalogueRecord.items(seed).filter { !removed.contains($0) && !spelt.contains(spelling($0)) }
        return CatalogueRecord.list(kept + added, in: edit.field)
    }

    /// An item without the marks before it.
    private static func spelling(_ item: String) -> String { String(item.drop { "=?!".contains($0) }) }
}
