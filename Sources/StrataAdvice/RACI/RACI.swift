public import StrataModel

/// What a role has to do with a step.
public enum RACILetter: String, Sendable, CaseIterable {
    /// Does it.
    case responsible = "R"
    /// Answers for it: exactly one a step.
    case accountable = "A"
    /// Is asked before: who builds on it.
    case consulted = "C"
    /// Is told after: whose work it builds on, and who answers for the whole.
    case informed = "I"
}

/// A project's workflow with who does what.
public struct RACI: Sendable, Hashable {
    /// What a role has to do with a step; a role that does a step and answers for it has two.
    public struct Assignment: Sendable, Hashable {
        /// Slug.
        public var role: String
        public var letter: RACILetter
    }

    public struct Step: Sendable, Hashable {
        public var name: String
        /// Nil for work outside the stack.
        public var layer: Layer?
        /// How surely it is of that layer, 0 to 1.
        public var share: Double
        /// Slug of the kind of work.
        public var work: String
        public var assignments: [Assignment]
        /// What the user has settled of it, by the keys of a step: `layer`, `responsible`, `accountable`.
        public var settled: [String: String]
        /// Why the layer and the role, a sentence each.
        public var reasons: [String]
        /// Why such projects forget it; nil for what nobody forgets, and for the user's own steps.
        public var forgotten: String?
        /// What the real JDs of its role say of the work; nil where nothing is known.
        public var market: String?

        /// Slugs of the roles with a letter.
        public func roles(_ letter: RACILetter) -> [String] {
            assignments.filter { $0.letter == letter }.map(\.role)
        }
    }

    /// A role of the project.
    public struct Column: Sendable, Hashable {
        public var role: String
        public var name: String
        /// Nil outside the stack.
        public var layer: Layer?
        /// Who of the team fills it; nil without a team, empty where nobody does.
        public var filledBy: [String]?
        /// How many distinct JDs of the role the knowledge base has; nil without one.
        public var jds: Int?
    }

    /// What one role gives to the next.
    public struct HandOver: Sendable, Hashable {
        public var from: String
        public var to: String
        /// The steps' numbers, from 1.
        public var step: Int
        public var nextStep: Int
        public var provides: String
        /// What both agree on before.
        public var agreement: String
        /// How both see that it holds.
        public var check: String
    }

    /// Where the workflow comes from.
    public struct Origin: Sendable, Hashable {
        public var archetype: String
        public var name: String
        public var summary: String
        public var success: String
        /// 0 to 1; 1 where the user named it.
        public var share: Double
        /// The brief's words that told.
        public var words: [String]
        public var example: String?
        /// Slugs of the next most likely archetypes, where they are near.
        public var near: [String]
    }

    public var brief: String?
    /// Nil where the user gave the steps.
    public var origin: Origin?
    public var steps: [Step]
    public var columns: [Column]
    public var handOvers: [HandOver]
    /// Whether a team was given.
    public var hasTeam: Bool
    /// Distinct JDs of the knowledge base; nil without one.
    public var jds: Int?

    /// The roles that nobody of the team fills.
    public var open: [Column] { columns.filter { $0.filledBy?.isEmpty ?? false } }
}

/// A brief that is no project for the stack.
public struct NoProject: Error, Sendable, CustomStringConvertible {
    public var description: String
}
