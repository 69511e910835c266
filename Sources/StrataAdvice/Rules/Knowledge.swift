public import StrataCatalogue
public import StrataClassify
public import StrataModel

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
