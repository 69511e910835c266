public import StrataModel

/// A JD as lists show it.
public struct JDSummary: Sendable, Hashable {
    public var id: Int64
    public var title: String
    public var company: String?
    public var location: String?
    /// What the location is read as.
    public var place: Place
    /// When it was last posted, as an ISO date.
    public var postedOn: String?
    /// Slug and name of its role.
    public var role: String?
    public var roleName: String?
    public var seniority: String?
    /// Nil outside the stack, and where the evidence is too little; what a person has said goes before the verdict.
    public var primaryLayer: Layer?
    /// In the stack's order.
    public var needs: [Layer]
    /// Of the four layers and outside; they add up to 1.
    public var shares: OutcomeValues
    public var salary: Salary?
    /// The salary as the source wrote it.
    public var salaryRaw: String?
    /// How often it was seen.
    public var sightings: Int
    /// Where it was first seen.
    public var source: String
    /// Dates of the earliest and latest of its sightings.
    public var firstSeen: String?
    public var lastSeen: String?
    public var url: String?
    /// Whether the text says too little for the verdict to be trusted.
    public var isThin: Bool
    /// Whether the source cut the text off.
    public var isTruncated: Bool
    /// ISO 639-1 code of the text's language; nil when unsure.
    public var language: String?
    /// When a person gave the primary layer, or none, in the place of the verdict's: UTC, ISO 8601; nil where nobody did.
    public var labelledAt: String?
    /// The smallest id among the JDs whose texts are almost the same as its own; its own id where it stands alone.
    public var duplicateGroup: Int64
    /// How many others are in that group.
    public var alike = 0

    /// The JD with another verdict, as computed anew; what a person has said stays before it.
    public func judged(by verdict: Verdict?) -> JDSummary {
        guard let verdict else { return self }
        var judged = self
        judged.shares = verdict.shares
        judged.primaryLayer = labelledAt == nil ? verdict.primary : primaryLayer
        judged.needs = LayerSet(verdict.needs + (labelledAt == nil ? [] : [primaryLayer].compactMap { $0 })).layers
        return judged
    }

    /// What the person said: a layer's slug, or `none`.
    public var label: String? { labelledAt.map { _ in primaryLayer?.slug ?? "none" } }
}

/// Part of a list of JDs.
public struct JDPage: Sendable, Hashable {
    /// How many there are in all.
    public var total: Int
    public var jds: [JDSummary]
    /// The layer that was asked for first, whose share people want to see.
    public var layer: Layer?
    /// Whether each stands for those that are alike to it.
    public var isDistinct: Bool

    public init(total: Int, jds: [JDSummary], layer: Layer? = nil, isDistinct: Bool = false) {
        self.total = total
        self.jds = jds
        self.layer = layer
        self.isDistinct = isDistinct
    }
}
