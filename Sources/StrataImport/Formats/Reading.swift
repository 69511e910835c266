public import StrataModel

/// How the records of an input are read.
public struct RecordOptions: Sendable {
    /// The format; nil to find out.
    public var format: InputFormat?
    /// Columns by name (or 1-based number) for fields, over those that are guessed.
    public var map: [Field: String]
    /// The source of every record, over a source column.
    public var source: String?
    /// The day that relative dates count from where a record has no scraping date of its own.
    public var asOf: CalendarDate?
    /// How the columns of this kind of export are read; its source stands in where no other is named.
    public var profile: ImportProfile?
    /// Whether e-mail addresses, phone numbers and names of recruiters are masked in titles, texts and rejects.
    public var redact: Bool

    /// The folders, as in `PATH`, where programs for PDF and Office documents are looked for; nil for the environment's.
    public var searchPath: String?

    public init(
        format: InputFormat? = nil, map: [Field: String] = [:], source: String? = nil, asOf: CalendarDate? = nil,
        profile: ImportProfile? = nil, redact: Bool = false, searchPath: String? = nil
    ) {
        self.format = format
        self.map = map
        self.source = source
        self.asOf = asOf
        self.profile = profile
        self.redact = redact
        self.searchPath = searchPath
    }
}

/// Where records come from.
public enum Input: Sendable, Hashable {
    case file(path: String)
    case standardInput
    /// Bytes in memory under the name of a file.
    case memory(name: String, bytes: [UInt8])

    /// The path, `-` for standard input, or the name of what is in memory.
    public var path: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        case .memory(let name, _): name
        }
    }
}

/// What became of one record: a JD, or a reject with the reason.
public enum Reading: Sendable, Hashable {
    /// - parameter row: 1-based number of the record in its input.
    case jd(JobDescription, row: Int)
    case reject(Reject)
}

/// A record that can't be read.
public struct Reject: Sendable, Hashable {
    /// A reject's text is cut at this many bytes.
    public static let rawLimit = 64 << 10

    /// 1-based number of the record in its input.
    public var row: Int
    /// 1-based line where it begins, where lines mean something.
    public var line: Int?
    /// What is wrong, and how to mend it.
    public var reason: String
    /// The record's text, cut at 64 KB.
    public var raw: String

    public init(row: Int, line: Int?, reason: String, raw: String) {
        self.row = row
        self.line = line
        self.reason = reason
        self.raw = raw
    }
}
