public import StrataModel

extension Catalogue {
    /// The catalogue with the user's changes on it.
    ///
    /// A change that makes a record unreadable, as a damaged file may hold, leaves that record as it was.
    public func applying(_ edits: [CatalogueEdit]) -> Catalogue {
        guard !edits.isEmpty else { return self }
        var result = self
        for feature in edits.flatMap(\.moved) { result.scoring.weights[feature] = nil }
        for (entity, edits) in Dictionary(grouping: edits, by: \.entity) {
            let bySlug = Dictionary(grouping: edits, by: \.slug)
            switch entity {
            case .skill:
                result.skills.apply(bySlug, \.slug) { slug, old, edits in
                    guard let record = CatalogueMerge.record(.skill, slug: slug, seed: old?.record, edits: edits) else {
                        return nil
                    }
                    return (try? Skill(record: record)) ?? old
                }
            case .role:
                result.roles.apply(bySlug, \.slug) { slug, old, edits in
                    guard let record = CatalogueMerge.record(.role, slug: slug, seed: old?.record, edits: edits) else {
                        return nil
                    }
                    return (try? Role(record: record)) ?? old
                }
            }
        }
        return result
    }
}

extension Array {
    /// Replaces, removes or adds the elements that `edits` names, keeping the order of the slugs.
    fileprivate mutating func apply(
        _ edits: [String: [CatalogueEdit]], _ slug: (Element) -> String,
        _ merge: (String, Element?, [CatalogueEdit]) -> Element?
    ) {
        var left = edits
        self = compactMap { element in
            guard let changes = left.removeValue(forKey: slug(element)) else { return element }
            return merge(slug(element), element, changes)
        }
        guard !left.isEmpty else { return }
        for (name, changes) in left { if let new = merge(name, nil, changes) { append(new) } }
        sort { slug($0) < slug($1) }
    }
}
