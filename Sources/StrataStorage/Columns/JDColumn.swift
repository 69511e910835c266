/// What is kept of JDs column by column, for questions over all of them.
public enum JDColumn: String, Sendable, CaseIterable {
    /// See ``VerdictCode``; 0 where there is no JD of that id.
    case verdict
    /// Number of the role; 0 for none.
    case role
    /// The smallest id among JDs of almost the same text; 0 where that is the JD's own.
    case group
    /// How many counted sightings a JD has.
    case sightings
    /// Of each counted sighting, JD by JD, the source's number and the date: 20260131, 0 where undated.
    case sources, dates
    /// Words in title, company, place and text together.
    case words
    /// How many skills a JD asks for, required or preferred; then their numbers, JD by JD, in ascending order.
    case skillCounts = "skill_counts"
    case skills
    case seniority, company, location, country, workplace, language
    /// What it pays a year in whole units of its currency, the middle of what is offered; 0 where it does not say, or not in
    /// what currency or for what time.
    case pay
    /// ISO 4217.
    case currency = "salary_currency"

    /// Whether it holds text.
    public var isText: Bool {
        switch self {
        case .seniority, .company, .location, .country, .workplace, .language, .currency: true
        default: false
        }
    }

    /// Whether it has one value for each JD.
    var isPerJD: Bool {
        switch self {
        case .sources, .dates, .skills: false
        default: true
        }
    }

    static let texts = allCases.filter(\.isText)
}

/// A verdict as one small number: the layers needed, and the primary one or why there is none.
public struct VerdictCode: Sendable, Hashable {
    /// As a column has it: the needs in the lower four bits, above them the kind.
    public let rawValue: UInt32

    /// A column's number, whatever it holds.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// - parameters:
    ///   - needs: bit n for layer n.
    ///   - primary: number of the layer.
    ///   - isUndecided: whether there is none because the evidence is too little, not because outside has the most, or a
    ///     person has said so.
    init(needs: Int64, primary: Int64?, isUndecided: Bool) {
        let kind = primary.map { 1 + UInt32($0 & 3) } ?? (isUndecided ? Self.undecided : Self.outside)
        rawValue = UInt32(needs & 15) | kind << 4
    }

    private static let outside: UInt32 = 5
    private static let undecided: UInt32 = 6

    private var kind: UInt32 { rawValue >> 4 }

    /// Whether there is a JD at all.
    public var exists: Bool { rawValue != 0 }
    /// Bit n for layer n.
    public var needs: UInt32 { rawValue & 15 }
    /// Number of the primary layer; nil for none.
    public var primary: Int? { (1...4).contains(kind) ? Int(kind) - 1 : nil }
    /// Whether no layer is the primary one.
    public var isOutsideStack: Bool { kind >= Self.outside }
    /// Whether that is so because the evidence is too little.
    public var isUndecided: Bool { kind == Self.undecided }
}
