public import StrataModel

/// A hire that is proposed, and its place in the order.
public struct Hire: Sendable, Hashable {
    /// That a hire comes after another, and by which rule.
    public struct Predecessor: Sendable, Hashable {
        /// The other's place, from 1.
        public var order: Int
        public var rule: String
        public var why: String
    }

    /// Somebody who knows something of a layer that is not their job.
    public struct Grower: Sendable, Hashable {
        /// What answers call them.
        public var label: String
        /// By what that is known.
        public var evidence: [String]
    }

    /// From 1.
    public var order: Int
    /// Slug.
    public var role: String
    public var name: String
    public var layer: Layer
    /// What it is for besides the layer's work: `evaluation`, `fine-tuning`, `second-model`; nil for that work itself.
    public var purpose: String?
    /// Why, a sentence each.
    public var why: [String]
    public var after: [Predecessor]
    /// What must be true before it pays to hire, besides the hires before it.
    public var conditions: [String]
    /// Who of the team knows something of the layer already and might grow into the job instead.
    public var couldGrow: [Grower]
    /// What is to be true after 90 days.
    public var goal: String
    /// Slugs of the skills to ask for, and of those to leave out.
    public var ask: [String]
    public var leaveOut: [String]
}
