/// What became of the records of a file or a run.
public struct RunCounts: Sendable, Hashable {
    /// Records read: imported, updated, duplicates and rejected together.
    public var rows: Int
    public var imported: Int
    public var updated: Int
    public var duplicates: Int
    /// Of the duplicates, those that were a new sighting of a known JD.
    public var sightings: Int
    public var rejected: Int
}

/// An import run.
public struct RunSummary: Sendable, Hashable {
    public var id: Int64
    /// UTC, ISO 8601.
    public var startedAt: String
    /// Nil while it runs, or when it was killed.
    public var finishedAt: String?
    /// When it was undone; nil when it was not.
    public var undoneAt: String?
    /// How many files it read.
    public var files: Int
    public var counts: RunCounts
    /// Time spent on its files.
    public var seconds: Double
}

/// Part of the list of runs.
public struct RunList: Sendable, Hashable {
    /// How many there are in all.
    public var total: Int
    /// The latest first.
    public var runs: [RunSummary]
}

/// A file of a run.
public struct RunFile: Sendable, Hashable {
    public var path: String
    public var format: String
    public var counts: RunCounts
    public var seconds: Double
    /// Whether it was read as far as it could be.
    public var isFinished: Bool
    /// Why it could not be read to its end.
    public var error: String?
}

/// A record that could not be read.
public struct RejectedRecord: Sendable, Hashable {
    public var path: String
    /// Number of the record in its file, from 1.
    public var row: Int
    /// Line on which it starts, from 1.
    public var line: Int?
    public var reason: String
    /// Its text, as far as it was kept.
    public var raw: String
}

/// All that is known of a run.
public struct RunDetail: Sendable, Hashable {
    public var summary: RunSummary
    public var files: [RunFile]
    /// The page of its rejects that was asked for; `summary.counts.rejected` is how many there are in all.
    public var rejects: [RejectedRecord]
}
