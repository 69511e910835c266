public import StrataModel
public import StrataQuery

/// Whom to hire, in which order and why, with what the market says of each.
public struct HiringPlan: Sendable, Hashable {
    /// A goal, and what it takes.
    public struct Goal: Sendable, Hashable {
        public var text: String
        /// The sort of project; nil for what is no goal of the stack.
        public var archetype: String?
        public var name: String?
        public var layers: [Layer]
        /// Names of the sorts of project that it may be of, where none is sure.
        public var near: [String]
        /// The goal's words that told.
        public var words: [String]
    }

    /// How ready the data is, with the words that told.
    public struct Data: Sendable, Hashable {
        public var text: String
        public var level: DataReadiness
        public var words: [String]
        public var example: String?
    }

    /// A layer that is needed, and who covers it.
    public struct Needed: Sendable, Hashable {
        public var layer: Layer
        public var why: [String]
        /// What answers call those who work in it; empty where it is missing.
        public var people: [String]
    }

    public var goals: [Goal]
    public var data: Data?
    public var needed: [Needed]
    public var hires: [Hire]
    /// What the JDs of each hire's role say, by its slug; empty without a knowledge base.
    public var market: [String: Market.Role]
    /// By the slug of a hire's role, what its JDs require of its own work, and what would make it another job; the most asked
    /// for first.
    public var own: [String: [RoleReport.SkillCount]]
    public var foreign: [String: [RoleReport.SkillCount]]
    /// Rules that the present team has to keep, where nobody is to be hired for them.
    public var waits: [String]
    /// Complaints that the plan does not go by: they point to no layer, or not surely.
    public var unused: [String]
    /// Distinct JDs of the knowledge base; nil without one.
    public var jds: Int?
}
