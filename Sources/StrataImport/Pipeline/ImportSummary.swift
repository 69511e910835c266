public import StrataStorage

/// What became of one file of an import.
public struct FileSummary: Sendable {
    /// The path as given, `-` for standard input.
    public var path: String
    /// The format that it was read as; nil when it could not be opened.
    public var format: InputFormat?
    public var counts: ImportCounts
    /// From opening to the last commit, over all tries of a resumed run.
    public var seconds: Double
    /// Why it could not be read, or not to its end.
    public var error: String?
    /// What the user should know of how it was read: fields that the profile could not feed.
    public var notes: [String] = []
    /// What was mended in what was read of it.
    public var repairs = Repairs()
}

/// What an import did.
public struct ImportSummary: Sendable {
    /// Number of the run.
    public var run: Int64
    /// Whether it went on with a run that had been killed.
    public var isResumed: Bool
    public var files: [FileSummary]
    /// Of the JDs imported or updated, how many repeat the text of a JD that was there before or came earlier.
    public var repeats = 0
    /// Time spent on grouping near-duplicates, in seconds.
    public var groupingSeconds = 0.0
    /// JDs stored by the run with something masked in them, and how much in all; nil where nothing was to be masked.
    public var masked: Masked?

    public struct Masked: Sendable, Equatable {
        public var jds: Int
        /// E-mail addresses, phone numbers and names together.
        public var items: Int
    }

    /// The counts of all files together.
    public var total: ImportCounts {
        files.reduce(into: ImportCounts()) { $0 += $1.counts }
    }

    /// JDs imported or updated whose text none before them had.
    public var distinctTexts: Int { max(0, total.imported + total.updated - repeats) }

    /// Time spent on all files, in seconds.
    public var seconds: Double { files.reduce(0) { $0 + $1.seconds } }
}

/// How far an import has come, for a progress bar.
public struct ImportProgress: Sendable {
    public var path: String
    /// Number of the file, from 1, and of how many.
    public var file: Int
    public var files: Int
    public var bytesRead: Int64
    /// nil for standard input.
    public var totalBytes: Int64?
    public var counts: ImportCounts
}
