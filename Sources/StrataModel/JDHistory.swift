/// What an export of Strata's tells of a JD beside its content.
public struct JDHistory: Sendable, Hashable {
    /// A time that the JD was seen.
    public struct Seen: Sendable, Hashable {
        /// Where it was seen.
        public var source: String
        /// Nil when undated.
        public var postedOn: CalendarDate?
        /// Hash of what it said then; another one than the JD's own for an earlier content.
        public var content: Int64
        /// False for an earlier row of the same id in one file, which a later one superseded.
        public var isCounted: Bool

        public init(source: String, postedOn: CalendarDate?, content: Int64, isCounted: Bool) {
            self.source = source
            self.postedOn = postedOn
            self.content = content
            self.isCounted = isCounted
        }
    }

    /// The date of an undated sighting, in an export.
    public static let undated = "undated"

    /// Every sighting, those that do not count among them.
    public var seen: [Seen]
    /// The layer that a person has given it, or outside; nil where nobody did.
    public var label: Outcome?
    /// When: UTC, ISO 8601.
    public var labelledAt: String?

    public init(seen: [Seen], label: Outcome?, labelledAt: String?) {
        self.seen = seen
        self.label = label
        self.labelledAt = labelledAt
    }
}
