public import StrataCatalogue
public import StrataClassify
public import StrataModel
internal import StrataQuery

/// What advice rests on: the catalogue, what reads texts by it, and the rules.
public struct Knowledge: Sendable {
    public let catalogue: Catalogue
    public let classifier: Classifier
    public let files: RuleFiles
    let vocabulary: Vocabulary
    private let roles: [String: Role]
    private let skills: [String: Skill]

    /// - throws: `SeedTable.Malformed`.
    public init(catalogue: Catalogue, classifier: Classifier, files: RuleFiles = .builtIn) throws {
        self.catalogue = catalogue
        self.classifier = classifier
        self.files = files
        vocabulary = try Vocabulary(files)
        roles = Dictionary(catalogue.roles.map { ($0.slug, $0) }) { first, _ in first }
        skills = Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first }
    }

    /// The role of a slug; nil where the catalogue has none, as after its removal.
    func role(_ slug: String) -> Role? { roles[slug] }

    /// A role's name, else its slug.
    func roleName(_ slug: String) -> String { roles[slug]?.name ?? slug }

    /// A skill's name, else its slug.
    public func name(ofSkill slug: String) -> String { skills[slug]?.name ?? slug }

    /// A skill that weighs less for its layer is a trade's of many.
    private static let tellingWeight = 0.5

    /// Whether a skill makes a job another one: it belongs to another layer than the job's, clearly, and not to the job's.
    func isForeign(_ slug: String, to home: Layer?) -> Bool {
        guard let home, let skill = skills[slug], skill.kind != .language, let first = skill.memberships.first else {
            return false
        }
        return first.weight >= Self.tellingWeight && !skill.memberships.contains { $0.layer == home }
    }

    /// Whether a skill is worth a line in a JD of a layer: it is the layer's, or a tool or language.
    func isWorthAsking(_ slug: String, in home: Layer?) -> Bool {
        guard let skill = skills[slug], !isForeign(slug, to: home) else { return false }
        return skill.kind == .language || skill.kind == .tool || skill.memberships.contains { $0.layer == home }
    }

    /// The role of a slug, a name or a title that it goes by.
    ///
    /// - throws: `UnknownName`, with what was perhaps meant.
    public func role(named name: String) throws -> Role {
        let key = TermKey.fold(name)
        let found =
            roles[Slug.of(name)] ?? catalogue.roles.first { TermKey.fold($0.name) == key }
            ?? catalogue.roles.first { $0.titlePhrases.contains { TermKey.fold($0) == key } }
            ?? classifier.role(ofTitle: name).flatMap { roles[$0] }
        if let found { return found }
        let near = EditDistance.nearest(to: key, of: catalogue.roles.map { TermKey.fold($0.name) })
        throw UnknownName(kind: .role, name: name, suggestions: near.map { [$0] } ?? [])
    }

    func skill(_ slug: String) -> Skill? { skills[slug] }
}

extension SeedTable.Row {
    /// The layer of a cell; nil for `none`.
    ///
    /// - throws: `SeedTable.Malformed`.
    func layer(_ column: Int) throws -> Layer? {
        let slug = self[column].string
        if slug == "none" { return nil }
        guard let layer = Layer(rawValue: slug) else {
            throw malformed(
                "no layer '\(slug)'; there are \(Layer.allCases.map(\.slug).joined(separator: ", ")) and none")
        }
        return layer
    }
}
