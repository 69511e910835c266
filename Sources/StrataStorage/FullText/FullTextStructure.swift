/// Which segments an FTS5 index has: its structure record.
struct FullTextStructure {
    struct Segment: Equatable {
        var number: UInt64
        var firstPage: UInt64
        var lastPage: UInt64
    }

    struct Level: Equatable {
        /// Of its segments, those that a merge under way is reading.
        var merging: UInt64 = 0
        /// The oldest first.
        var segments: [Segment] = []
    }

    /// How many segments FTS5 takes (FTS5_MAX_SEGMENT).
    static let segmentLimit = 2000

    private let cookie: [UInt8]
    /// Pages written so far, by which FTS5 measures out how much to merge.
    private var written: UInt64
    private(set) var levels: [Level] = []

    /// - returns: nil for a record that makes no sense.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 7 else { return nil }
        cookie = Array(bytes[..<4])
        var reader = VarintReader(bytes, from: 4)
        guard let levelCount = reader.next(), let count = reader.next(), let written = reader.next(),
            levelCount <= Self.segmentLimit, count <= Self.segmentLimit
        else { return nil }
        self.written = written
        for _ in 0..<levelCount {
            guard let merging = reader.next(), let segmentCount = reader.next(), segmentCount <= count else {
                return nil
            }
            var level = Level(merging: merging)
            for _ in 0..<segmentCount {
                guard let number = reader.next(), let first = reader.next(), let last = reader.next() else {
                    return nil
                }
                level.segments.append(Segment(number: number, firstPage: first, lastPage: last))
            }
            levels.append(level)
        }
    }

    var bytes: [UInt8] {
        var bytes = cookie
        bytes.appendVarint(UInt64(levels.count))
        bytes.appendVarint(UInt64(segmentCount))
        bytes.appendVarint(written)
        for level in levels {
            bytes.appendVarint(level.merging)
            bytes.appendVarint(UInt64(level.segments.count))
            for segment in level.segments {
                bytes.appendVarint(segment.number)
                bytes.appendVarint(segment.firstPage)
                bytes.appendVarint(segment.lastPage)
            }
        }
        return bytes
    }

    var segmentCount: Int { levels.reduce(0) { $0 + $1.segments.count } }

    /// A number that no segment has; nil where there are as many as FTS5 takes.
    var freeNumber: Int? {
        guard segmentCount < Self.segmentLimit else { return nil }
        let taken = Set(levels.flatMap(\.segments).map(\.number))
        return (1...Self.segmentLimit).first { !taken.contains(UInt64($0)) }
    }

    /// Adds the newest segment.
    ///
    /// FTS5 takes lower levels for newer, and each time that it writes merges all of the lowest once there are sixteen: a
    /// large segment goes higher, as if it had been merged already, but never over an older one.
    mutating func add(_ number: Int, pages: Int) {
        let lowest = levels.firstIndex { !$0.segments.isEmpty } ?? Int.max
        let place = min(lowest, pages >= Self.largePages ? 2 : 0)
        while levels.count <= place { levels.append(Level()) }
        levels[place].segments.append(Segment(number: UInt64(number), firstPage: 1, lastPage: UInt64(pages)))
        written += UInt64(pages)
    }

    private static let largePages = 256

    /// Whether so many segments lie at the lowest level that they want merging.
    var wantsMerging: Bool { levels.first.map { $0.segments.count >= 8 } ?? false }
}
