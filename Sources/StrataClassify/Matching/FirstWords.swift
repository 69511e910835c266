/// Finds the words at which a term may begin, some eighty at a time.
///
/// Two looks, the second at all the words that the first left over: filters of the first words of terms and of the bytes
/// that come next, then the root in the trie. Loads for different words do not wait for each other, and by the filters words
/// are kept or dropped without a branch, which would be mispredicted as often as a text is unpredictable.
struct FirstWords {
    struct Word: BitwiseCopyable {
        var start: Int
        var end: Int
        /// The hash of its key, then its root's place; all bits set for an unsettled word.
        fileprivate var value: UInt64

        /// The place of its root in the trie; nil for an unsettled word, of which more than its first bytes must be seen: one
        /// beyond ASCII, with digits at its end, or with a mark before it that may open a term.
        var root: Int? { value == Word.unsettled ? nil : Int(truncatingIfNeeded: value) }

        fileprivate static let unsettled = UInt64.max
    }

    /// How many blocks of 64 bytes are looked at together.
    private static let chunk = 8

    private let scan: Scan
    private let words: UnsafeMutablePointer<Word>

    /// Calls `body` with the words of the scan's stretch, in order.
    static func forEach(_ scan: Scan, _ body: (Word) -> Void) {
        let blocks = scan.folded.blockCount
        // A word is a byte at least, and another must lie between two.
        withUnsafeTemporaryAllocation(of: Word.self, capacity: min(blocks, chunk) * 32 + 1) { memory in
            guard let base = memory.baseAddress else { return }
            let finder = FirstWords(scan: scan, words: base)
            var carry: UInt64 = scan.bytes.isWord(before: scan.folded.range.lowerBound) ? 1 : 0
            for first in stride(from: 0, to: blocks, by: chunk) {
                var count = finder.collect(first..<min(first + chunk, blocks), &carry)
                count = finder.keepRooted(count)
                for index in 0..<count { body(base[index]) }
            }
        }
    }

    /// The words that may be terms, or that some term may go on from, and those that are unsettled.
    private func collect(_ blocks: Range<Int>, _ carry: inout UInt64) -> Int {
        // A copy: what lies in memory would have to be loaded anew behind every word that is written there.
        let scan = scan
        let folded = scan.folded
        var count = 0
        for block in blocks {
            let mask = folded.words[block]
            let first = folded.range.lowerBound &+ block &* 64
            var starts = mask & ~(mask &<< 1 | carry)
            carry = mask &>> 63
            while starts != 0 {
                let bit = starts.trailingZeroBitCount
                starts &= starts &- 1
                // The shift fills up with zeros: a word that reaches the block's end goes on in the next.
                let length = (~(mask &>> UInt64(truncatingIfNeeded: bit))).trailingZeroBitCount
                let start = first &+ bit
                var end = start &+ length
                if bit &+ length == 64 { end = folded.endOfWord(throughBlock: block &+ 1) }
                let key = folded.key(start, end)
                let hash = TermTable.hash(key)
                let unsettled = Self.unsettledBit(key, start, end, scan)
                // All bits of an unsettled word's value are set.
                words[count] = Word(start: start, end: end, value: hash | (0 &- unsettled))
                count &+= Int(truncatingIfNeeded: (unsettled | Self.opensBit(hash, end, scan)) & 1)
            }
        }
        return count
    }

    /// 1 for an unsettled word, else 0; in arithmetic, not in branches.
    @inline(__always)
    private static func unsettledBit(_ key: UInt64, _ start: Int, _ end: Int, _ scan: Scan) -> UInt64 {
        let beyondASCII: UInt64 = key & 0x8080_8080_8080_8080 == 0 ? 0 : 1
        let (last, mark) = (scan.folded[end &- 1], scan.folded[start &- 1])
        // Less than ten, the difference is negative.
        let endsInDigit = (UInt64(last &- 0x30) &- 10) &>> 63
        return beyondASCII | endsInDigit | UInt64(scan.table.opensTerm[Int(mark)])
    }

    /// 1 where a word of the hash may be a term, or one may go on from it with the bytes that come next, else 0.
    @inline(__always)
    private static func opensBit(_ hash: UInt64, _ end: Int, _ scan: Scan) -> UInt64 {
        let opens = scan.table.opens(hash)
        // A space and a word, or a mark with something behind it. Of what is beyond ASCII, and of a run of separators,
        // nothing is known.
        let next = end &+ (scan.folded[end] == 0x20 ? 1 : 0)
        let (first, second) = (scan.folded[next], scan.folded[next &+ 1])
        // Only what is beyond ASCII has the top bit.
        let isUnknown = UInt64(first | second) &>> 7 | (first == 0x20 ? 1 : 0)
        let goesOn = scan.table.goesOn(hash, first, second) | isUnknown
        return opens & TermTable.endsTerm | opens &>> 1 & goesOn
    }

    /// Of the words, those that have a root, with its place.
    private func keepRooted(_ count: Int) -> Int {
        let scan = scan
        var kept = 0
        for index in 0..<count {
            var word = words[index]
            if word.value != Word.unsettled {
                let key = scan.folded.key(word.start, word.end)
                guard let root = scan.table.root(of: key, hash: word.value) else { continue }
                word.value = UInt64(truncatingIfNeeded: root)
            }
            words[kept] = word
            kept &+= 1
        }
        return kept
    }
}
