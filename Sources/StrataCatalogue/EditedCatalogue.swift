public import StrataModel

extension Catalogue {
    /// The catalogue with the user's changes on it.
    ///
    /// - throws: ``CatalogueRecordError`` at a change that makes a record unreadable.
    public func applying(_ edits: [CatalogueEdit]) throws -> Catalogue {
        guard !edits.isEmpty else { return self }
        var result = self
        for (entity, edits) in Dictionary(grouping: edits, by: \.entity) {
            let bySlug = Dictionary(grouping: edits, by: \.slug)
            switch entity {
            case .skill:
                try result.skills.apply(bySlug, \.slug) { slug, old, edits in
                    try CatalogueMerge.record(.skill, slug: slug, seed: old?.record, edits: edits)
                        .map(Skill.init(record:))
                }
            case .role:
                try result.roles.apply(bySlug, \.slug) { slug, old, edits in
                    try CatalogueMerge.record(.role, slug: slug, seed: old?.record, edits: edits).map(
                        Role.init(record:))
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
        _ merge: (String, Element?, [CatalogueEdit]) throws -> Element?
    ) throws {
        var left = edits
        self = try compactMap { element in
            guard let changes = left.removeValue(forKey: slug(element)) else { return element }
            return try merge(slug(element), element, changes)
        }
        guard !left.isEmpty else { return }
        for (name, changes) in left { if let new = try merge(name, nil, changes) { append(new) } }
        sort { slug($0) < slug($1) }
    }
}
