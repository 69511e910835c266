public import StrataModel
public import StrataQuery

extension Catalogue {
    /// The role of that slug, name or title.
    ///
    /// - throws: ``UnknownName``, with the roles that share a word with it.
    public func role(named name: String) throws(UnknownName) -> Role {
        let key = TermKey.fold(name)
        let found =
            roles.first { TermKey.fold($0.slug) == key || TermKey.fold($0.name) == key }
            ?? roles.first { $0.titlePhrases.contains { TermKey.fold($0) == key } }
        if let found { return found }
        let words = Set(key.split(separator: " "))
        let near = roles.map { (name: $0.name, key: TermKey.fold($0.name)) }
            .filter { !words.isDisjoint(with: $0.key.split(separator: " ")) }
            .sorted { ($1.key.commonPrefix(with: key).count, $0.key) < ($0.key.commonPrefix(with: key).count, $1.key) }
        throw UnknownName(kind: .role, name: name, suggestions: near.prefix(5).map(\.name))
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> Substring {
        var end = startIndex
        for (own, its) in zip(indices, other) {
            guard self[own] == its else { break }
            end = index(after: own)
        }
        return self[..<end]
    }
}
