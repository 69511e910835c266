internal import GRDB

/// How often a word occurs in each JD, read from the segments of the full-text index.
///
/// FTS5 hands over a word's JDs one by one, through several layers of its own, which takes ten times as long as reading them.
/// What it reads is the same: newer segments go before older ones, and tell which JDs have lost the word. Whatever does not
/// look as expected is left to FTS5.
struct WordFrequencies {
    /// By id: the number of occurrences, each weighed by its column; 0 for a JD that does not hold the word.
    private(set) var values: [Float]

    /// - parameters:
    ///   - word: as the tokenizer folds it.
    ///   - weights: by column.
    ///   - count: JDs with ids from this on are passed over.
    /// - returns: nil where the index is not of the kind that is known here.
    init?(_ word: [UInt8], weights: [Float], count: Int, _ segments: SegmentReader) throws {
        var list = ListDecoding(weights: weights, count: count)
        for segment in segments.newestFirst {
            list.beginSegment()
            guard try segments.read(word, in: segment, { list.read($0, isFirst: $1) }), list.isAtEnd else { return nil }
        }
        values = list.values
        // Negative: a newer segment has it that the JD has lost the word.
        for index in values.indices where values[index] < 0 { values[index] = 0 }
    }
}

/// A list of JDs as it comes, piece by piece.
private struct ListDecoding {
    private(set) var values: [Float]
    private let weights: [Float]
    private var id: UInt64 = 0
    /// Bytes of the present JD's places that are still to come.
    private var rest = 0
    private var column = 0
    private var sum: Float = 0
    private var isColumnNext = false

    init(weights: [Float], count: Int) {
        values = [Float](repeating: 0, count: count)
        self.weights = weights
    }

    mutating func beginSegment() {
        id = 0
        rest = 0
    }

    var isAtEnd: Bool { rest == 0 }

    /// - parameter bytes: of one page.
    /// - returns: false for what makes no sense.
    mutating func read(_ bytes: UnsafeRawBufferPointer, isFirst: Bool) -> Bool {
        var place = 0
        // The first id on a page is whole, the others are differences.
        var isWhole = true
        if rest > 0 {
            let end = min(rest, bytes.count)
            guard readPlaces(bytes, &place, end) else { return false }
            rest -= end
            if rest > 0 { return true }
            finish()
        }
        while place < bytes.count {
            guard let number = ListBytes.varint(bytes, &place, bytes.count),
                let size = ListBytes.varint(bytes, &place, bytes.count)
            else { return false }
            id = isWhole ? number : id &+ number
            isWhole = false
            // The lowest bit says that the JD was indexed before; without places it has lost the word.
            guard id < 1 << 62, size >> 1 < 1 << 31 else { return false }
            (rest, column, sum, isColumnNext) = (Int(size >> 1), 0, 0, false)
            let end = min(place + rest, bytes.count)
            rest -= end - place
            guard readPlaces(bytes, &place, end) else { return false }
            if rest == 0 { finish() }
        }
        return true
    }

    /// Each place is a number over 1; a 1 is followed by the column that the next ones are in.
    @inline(__always)
    private mutating func readPlaces(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, _ end: Int) -> Bool {
        var weight = column < weights.count ? weights[column] : 1
        while place < end {
            guard let number = ListBytes.varint(bytes, &place, end) else { return false }
            if isColumnNext {
                column = Int(truncatingIfNeeded: number & 0xFFFF)
                weight = column < weights.count ? weights[column] : 1
                isColumnNext = false
            } else if number == 1 {
                isColumnNext = true
            } else {
                sum += weight
            }
        }
        return true
    }

    private mutating func finish() {
        guard id < UInt64(values.count), values[Int(id)] == 0 else { return }
        values[Int(id)] = sum > 0 ? sum : -1
    }
}
