public import StrataModel

/// A name that JDs use and the catalogue does not know.
public struct Gap: Sendable, Hashable {
    /// A place where it stands.
    public struct Example: Sendable, Hashable {
        /// The caller's number of the JD.
        public var jd: Int64
        /// The text in front of the name, cut to some words.
        public var before: String
        /// The name as it is written here.
        public var term: String
        /// The text behind the name, cut to some words.
        public var after: String
    }

    /// As it is written most often.
    public var term: String
    /// How many JDs use it, and of how many employers; a JD without an employer counts as one of its own.
    public var jds: Int
    public var companies: Int
    /// In how many JDs it stands beside tools or languages of the catalogue: the company that it keeps.
    public var besideTools: Int
    /// The part of that company, 0 to 1, that speaks for each outcome; all zero without any.
    public var neighbours: OutcomeValues
    /// At most three, of different employers where there are such.
    public var examples: [Example]

    /// The layer that most of its company belongs to; nil when that is outside the stack, or there is none.
    public var layer: Layer? {
        let (outcome, share) = neighbours.largest
        return share > 0 ? outcome.layer : nil
    }

    /// What it is ranked by: how many employers use it, times the square of the part of its JDs that have it beside tools.
    ///
    /// A name of one employer's own is no gap of the field, and what stands anywhere (London, Google) is seldom a skill.
    public var rank: Double {
        let share = Double(besideTools) / Double(max(1, jds))
        return Double(companies) * share * share
    }
}
