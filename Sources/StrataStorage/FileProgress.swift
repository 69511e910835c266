internal import GRDB

/// How far a file of a run has been read.
public struct FileProgress: Sendable {
    var id: Int64
    public internal(set) var counts = ImportCounts()
    /// Time spent on it, over all tries.
    public internal(set) var seconds = 0.0
    /// Whether it has been read to its end.
    public internal(set) var isFinished = false

    init(id: Int64) { self.id = id }

    /// Adds time spent on the file.
    public mutating func add(seconds: Double) { self.seconds += seconds }

    init(_ row: Row) {
        id = row["id"]
        counts.rows = row["rows"]
        counts.imported = row["imported"]
        counts.updated = row["updated"]
        counts.duplicates = row["duplicates"]
        counts.sightings = row["sightings"]
        counts.rejected = row["rejected"]
        seconds = row["seconds"]
        isFinished = row["finished"]
    }
}
