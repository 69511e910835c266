public import StrataModel
public import StrataQuery

/// What ails a team: which layers are covered and by what, which are missing and by which rule, what to change, whom to hire.
public struct Diagnosis: Sendable, Hashable {
    /// A layer of the team.
    public struct Coverage: Sendable, Hashable {
        public var layer: Layer
        /// People who work in it; where nobody does, 0.5 when somebody could help and 0.25 when somebody touches it.
        public var coverage: Double
        public var level: CoverageLevel
        /// By what that is known: a person or head count, and what is told of them.
        public var evidence: [String]
        /// Why it is needed, a sentence each; empty where nothing calls for it.
        public var needed: [String]
    }

    /// A rule that a complaint or an answer fires.
    public struct Fired: Sendable, Hashable {
        /// Slug of the rule.
        public var rule: String
        public var name: String
        public var layer: Layer
        /// The complaint in its own words.
        public var quote: String
        /// The words that told.
        public var words: [String]
        /// A complaint like it, where no rule of its own fits.
        public var example: String?
        /// Why that means the layer.
        public var why: String
        public var remedy: String
        /// How much speaks for the layer, about 0 to 2; 1 for an answer.
        public var weight: Double
        /// Whether it is known by its likeness to other complaints alone.
        public var isGuess: Bool
    }

    /// A role that the team needs and does not have.
    public struct MissingRole: Sendable, Hashable {
        public var role: String
        public var name: String
        public var layer: Layer
        public var why: String
        /// How many distinct JDs of the role the knowledge base has; nil without one.
        public var jds: Int?
    }

    /// Where work piles up.
    public struct Bottleneck: Sendable, Hashable {
        public var layer: Layer
        public var why: String
    }

    /// A way to put the team together anew.
    public struct Restructuring: Sendable, Hashable {
        public struct Unit: Sendable, Hashable {
            public var name: String
            public var does: String
            /// Who of the team belongs there.
            public var people: [String]
            /// Names of the roles to hire for it.
            public var hires: [String]
        }

        public var rule: String
        public var name: String
        public var units: [Unit]
        public var why: String
    }

    /// A question to ask the team, with what the file lets one expect, and what was answered.
    public struct Asked: Sendable, Hashable {
        public var question: TeamQuestion
        /// What the file lets one expect.
        public var expected: String
        /// Nil where nothing was answered yet.
        public var answer: TeamAnswer?
    }

    public var people: Int
    public var coverage: [Coverage]
    public var missing: [Layer]
    public var missingRoles: [MissingRole]
    public var bottleneck: Bottleneck?
    public var rules: [Fired]
    /// What may point to a layer, and is no ground to hire by: to be asked about first.
    public var doubts: [Fired]
    /// Complaints that point to no layer.
    public var others: [String]
    /// Layers in which somebody works and of which complaints speak nonetheless: what to ask before anybody is hired.
    public var strained: [Bottleneck]
    /// Layers that somebody says are well, with the words.
    public var praise: [Bottleneck]
    public var restructuring: [Restructuring]
    public var hires: [Hire]
    public var interview: [Asked]
    public var payback: Payback?
    /// Distinct JDs of the knowledge base; nil without one.
    public var jds: Int?

    /// Whether anything calls for a layer at all.
    public var isOfTheStack: Bool { coverage.contains { !$0.needed.isEmpty || $0.level != .missing } }

    /// Says beside the missing roles how many JDs ask for them.
    public mutating func add(_ market: Market) {
        jds = market.jds
        for index in missingRoles.indices { missingRoles[index].jds = market.role(missingRoles[index].role)?.texts }
    }
}
