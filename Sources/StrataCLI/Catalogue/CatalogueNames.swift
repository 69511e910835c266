internal import StrataModel
internal import StrataQuery

/// Names as users type them, to slugs: a slug goes before a name, and a name before a spelling.
struct CatalogueNames {
    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The slug that a slug, a name or a spelling stands for.
    ///
    /// - parameter isLoose: whether versions, makers and plurals are seen through, as for a question; what is to be changed
    ///   must be named as it is.
    /// - throws: `CommandFailure`, with what was perhaps meant.
    func slug(of name: String, _ entity: CatalogueRecord.Entity, isLoose: Bool = false) throws -> String {
        switch entity {
        case .skill: try skill(name, isLoose: isLoose)
        case .role: try role(name)
        }
    }

    private func skill(_ name: String, isLoose: Bool) throws -> String {
        if catalogue.skills.contains(where: { $0.slug == name }) { return name }
        let key = TermKey.fold(name)
        let named = catalogue.skills.filter { TermKey.fold($0.name) == key }
        if named.count == 1 { return named[0].slug }
        let answer = SkillQuestion.answer(name, in: catalogue)
        guard let slug = answer.slug, let found = answer.name else {
            let meant =
                answer.suggestions.isEmpty ? "" : "; did you mean \(answer.suggestions.joined(separator: ", "))?"
            throw CommandFailure(.nothingFound, "no skill goes by the name '\(name)'\(meant)")
        }
        if isLoose { return slug }
        guard answer.readAs == nil else {
            throw CommandFailure(
                .nothingFound, "no skill goes by just the name '\(name)'; did you mean \(found) ('\(slug)')?")
        }
        guard answer.alternatives.isEmpty else {
            let slugs = [slug] + answer.alternatives.map(\.slug)
            throw CommandFailure(
                .nothingFound,
                "'\(name)' may mean several skills; name one by its slug: \(slugs.joined(separator: ", "))")
        }
        return slug
    }

    private func role(_ name: String) throws -> String {
        if catalogue.roles.contains(where: { $0.slug == name }) { return name }
        let key = TermKey.fold(name)
        let named = catalogue.roles.first { TermKey.fold($0.name) == key }
        let titled = catalogue.roles.first { $0.titlePhrases.contains { TermKey.fold($0) == key } }
        if let role = named ?? titled { return role.slug }
        throw CommandFailure(.nothingFound, "no role goes by the name '\(name)'; 'strata roles' lists them")
    }
}
