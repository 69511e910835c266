/// A job family, with what its holders do and can do (the RRC matrix).
public struct Role: Sendable, Hashable {
    public var slug: String
    public var name: String
    /// Home layer; nil for a role outside the stack.
    public var layer: Layer?
    /// Phrases that titles of the role contain; the longest of all roles' that a title holds names its role.
    public var titlePhrases: [String]
    /// What the title alone says of the layers, 0 to 1 each.
    public var lean: OutcomeValues
    /// Usual steps of seniority.
    public var ladder: [String]
    public var responsibilities: [String]
    public var capabilities: [String]
    public var mission: String
    /// O*NET-SOC code of the nearest occupation; empty when none is near. Its figures are that occupation's, not the role's.
    public var occupation: String

    public init(
        slug: String, name: String, layer: Layer?, titlePhrases: [String], lean: OutcomeValues = OutcomeValues(),
        ladder: [String] = [], responsibilities: [String] = [], capabilities: [String] = [], mission: String = "",
        occupation: String = ""
    ) {
        self.slug = slug
        self.name = name
        self.layer = layer
        self.titlePhrases = titlePhrases
        self.lean = lean
        self.ladder = ladder
        self.responsibilities = responsibilities
        self.capabilities = capabilities
        self.mission = mission
        self.occupation = occupation
    }
}

/// How senior a JD wants its hire, from the bottom of the ladder to the top.
public enum Seniority: String, Sendable, CaseIterable, Codable {
    case intern, junior, mid, senior, staff, principal, lead, manager, director, executive
}
