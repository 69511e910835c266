public import StrataModel

/// What Strata knows under a name: a skill with its layers, or the names that were perhaps meant.
public struct SkillAnswer: Sendable, Hashable {
    /// That the skill belongs to a layer.
    public struct Placement: Sendable, Hashable {
        public var membership: Membership
        /// Whether this is the layer that it belongs to first of all.
        public var isPrimary: Bool

        public init(_ membership: Membership, isPrimary: Bool) {
            self.membership = membership
            self.isPrimary = isPrimary
        }
    }

    /// Another skill that goes by the same name.
    public struct Alternative: Sendable, Hashable {
        public var slug: String
        public var name: String
        public var kind: Skill.Kind
        public var primaryLayer: Layer?
    }

    /// The name as it was asked for.
    public var query: String
    /// Whether a skill goes by that name; without one, all that follows but the suggestions is empty.
    public var found = false
    public var slug: String?
    public var name: String?
    public var kind: Skill.Kind?
    public var summary: String?
    /// Nil for a skill outside the stack, too.
    public var primaryLayer: Layer?
    /// The primary one first, then by weight.
    public var layers: [Placement] = []
    /// Its other spellings.
    public var aliases: [String] = []
    /// Other skills of the same name, the likelier first.
    public var alternatives: [Alternative] = []
    /// Names of at most five skills, the nearest first; only where nothing was found.
    public var suggestions: [String] = []

    public init(query: String) { self.query = query }
}
