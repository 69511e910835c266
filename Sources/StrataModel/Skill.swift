/// Anything a JD can ask for.
public struct Skill: Sendable, Hashable {
    /// What sort of skill it is; a tool is one kind among four.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case tool, practice, concept, language
    }

    /// Stable name in lower case with hyphens.
    public var slug: String
    public var name: String
    public var kind: Kind
    /// The layers it belongs to, the primary one first; empty for a skill outside the stack.
    public var memberships: [Membership]
    /// How much it speaks for "outside the stack": 0 for a skill of the stack, up to 1.
    public var outsideWeight: Double
    /// Its name and aliases.
    public var terms: [Term]
    /// Words that corroborate a term that needs context when they stand near it, folded.
    public var context: [String]
    /// What it is, in one line.
    public var summary: String

    public init(
        slug: String, name: String, kind: Kind, memberships: [Membership] = [], outsideWeight: Double = 0,
        terms: [Term] = [], context: [String] = [], summary: String = ""
    ) {
        self.slug = slug
        self.name = name
        self.kind = kind
        self.memberships = memberships
        self.outsideWeight = outsideWeight
        self.terms = terms
        self.context = context
        self.summary = summary
    }

    /// The layer it belongs to first of all; nil when it lies outside the stack.
    public var primaryLayer: Layer? { memberships.first?.layer }
}

/// That a skill belongs to a layer, how much, why, and who says so.
public struct Membership: Sendable, Hashable {
    public var layer: Layer
    /// From just above 0 to 1: how strongly the skill speaks for the layer.
    public var weight: Double
    public var reason: String
    /// Slug of the source of the claim.
    public var source: String

    public init(layer: Layer, weight: Double, reason: String = "", source: String = "editorial") {
        self.layer = layer
        self.weight = weight
        self.reason = reason
        self.source = source
    }
}

/// A surface form of a skill: its name or an alias.
public struct Term: Sendable, Hashable {
    public var text: String
    /// Counts only in exactly this case (Go, R, Ray).
    public var isCaseSensitive: Bool
    /// Counts only with corroboration near it (Spark, Flask, Feast).
    public var needsContext: Bool
    /// Known when asked for by name, but in a JD it says too little to count (ML, AI).
    public var isNeverAlone: Bool

    public init(
        _ text: String, isCaseSensitive: Bool = false, needsContext: Bool = false, isNeverAlone: Bool = false
    ) {
        self.text = text
        self.isCaseSensitive = isCaseSensitive
        self.needsContext = needsContext
        self.isNeverAlone = isNeverAlone
    }
}
