public import StrataModel

/// All that is stored of a JD.
public struct JDDetail: Sendable, Hashable {
    /// A skill found in the text.
    public struct FoundSkill: Sendable, Hashable {
        public var skill: String
        public var name: String
        public var kind: String
        public var requirement: Requirement
        public var count: Int
        public var spans: [Span]
        /// The skill's primary layer; nil outside the stack.
        public var layer: Layer?
    }

    /// A time that the JD was seen.
    public struct Seen: Sendable, Hashable {
        public var source: String
        /// ISO date; nil when undated.
        public var postedOn: String?
        /// False for an earlier row of the same id in one file, which a later one superseded.
        public var isCounted: Bool
    }

    public var summary: JDSummary
    /// The id that its source gave it.
    public var externalID: String?
    /// The date as the source wrote it, where it could not be read exactly.
    public var postedRaw: String?
    public var employmentType: String?
    /// The file that gave its present content.
    public var file: String
    public var text: String
    public var justification: String
    /// Required ones first, then by name.
    public var mentions: [FoundSkill]
    /// In the order of their dates, undated ones first.
    public var seen: [Seen]
    /// Whether the verdict comes from an older catalogue or older weights than the database has now.
    public var isStale: Bool
    /// JDs of almost the same text, the newest first: ten at most; ``JDSummary/alike`` says how many there are.
    public var siblings: [Sibling]
}
