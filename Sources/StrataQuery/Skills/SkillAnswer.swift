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
    /// The spelling under which it was found, where the one asked for is none of the skill's: without its version, maker's
    /// name or plural.
    public var readAs: String?
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
    /// What public lists file it under, by list.
    public var votes: [Vote] = []
    /// Names of at most five skills, the nearest first; only where nothing was found.
    public var suggestions: [String] = []

    public init(query: String) { self.query = query }

    /// The layers that public lists file it under, the one with the most lists first, each with the names of the lists.
    public var tally: [(layer: Layer, lists: [String])] {
        let counted = Layer.allCases.compactMap { layer -> (layer: Layer, lists: [String])? in
            let lists = Set(votes.filter { $0.layer == layer }.map(\.list)).sorted()
            return lists.isEmpty ? nil : (layer, lists)
        }
        return counted.sorted { ($1.lists.count, $0.layer.index) < ($0.lists.count, $1.layer.index) }
    }

    /// Whether public lists file it under different layers, and not just a few of them: a third as many under the second
    /// layer as under the first, or more.
    public var isDisputed: Bool {
        let tally = tally
        return tally.count > 1 && tally[1].lists.count * 3 >= tally[0].lists.count
    }
}
