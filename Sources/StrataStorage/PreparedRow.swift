public import StrataModel

/// A JD with its verdict, ready to be stored.
public struct PreparedJD: Sendable {
    public let jd: JobDescription
    private(set) var verdict: PreparedVerdict
    /// Digest of what makes it this JD.
    public let identity: Digest
    /// Hash of what it says now.
    public let content: Int64
    /// What its text is compared with others by; empty where it says too little, nil to have it made later.
    let minima: [UInt8]?

    /// - parameter minima: of the JD's `TextSketch`, by which near-duplicates are found; nil for having it made later.
    public init(jd: JobDescription, verdict: Verdict, minima: [UInt8]? = nil) {
        self.jd = jd
        self.minima = minima
        self.verdict = PreparedVerdict(verdict)
        identity = jd.identity
        content = jd.content
    }

    /// With the layer that a person has given in the place of the verdict's own.
    func corrected(to label: Outcome?) -> PreparedJD {
        guard label != nil else { return self }
        var corrected = self
        corrected.verdict = verdict.corrected(to: label)
        return corrected
    }
}

/// A record that could not be read.
public struct RejectedRow: Sendable, Hashable {
    /// Number of the record in its file, from 1.
    public var row: Int
    /// Line on which it starts, from 1, where the format has lines.
    public var line: Int?
    /// What is wrong and how to mend it.
    public var reason: String
    /// Its text, as far as it is kept.
    public var raw: String

    public init(row: Int, line: Int?, reason: String, raw: String) {
        self.row = row
        self.line = line
        self.reason = reason
        self.raw = raw
    }
}

/// A record of a file on its way into the database.
public enum PreparedRow: Sendable {
    case jd(PreparedJD)
    case rejected(RejectedRow)

    /// Bytes of text that it brings.
    var textSize: Int {
        switch self {
        case .jd(let prepared): prepared.jd.text.utf8.count + prepared.jd.title.utf8.count
        case .rejected(let row): row.raw.utf8.count
        }
    }
}

/// What became of the records of a file, or of several.
public struct ImportCounts: Sendable, Hashable {
    /// Records read: the sum of the four below.
    public var rows = 0
    /// JDs that were not known before.
    public var imported = 0
    /// JDs whose content had changed.
    public var updated = 0
    /// Records of JDs that were known already, new sightings among them.
    public var duplicates = 0
    /// Records that could not be read.
    public var rejected = 0
    /// Of the duplicates, those that were a sighting not yet known: another date or source.
    public var sightings = 0

    public init() {}

    public static func += (sum: inout ImportCounts, other: ImportCounts) {
        sum.rows += other.rows
        sum.imported += other.imported
        sum.updated += other.updated
        sum.duplicates += other.duplicates
        sum.rejected += other.rejected
        sum.sightings += other.sightings
    }
}
