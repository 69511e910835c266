/// Gives each distinct word a number, in the order in which they come.
struct WordTable {
    /// A word's first eight bytes lie in the table itself: most words are no longer, and one look at memory finds them.
    private struct Slot: BitwiseCopyable {
        /// The first eight bytes, the first of them highest, zeros behind a shorter one: words compare as numbers.
        var prefix: UInt64 = 0
        /// One more than its number; 0 for an empty slot.
        var mark: UInt32 = 0
        var length: UInt32 = 0
    }

    private struct Word: BitwiseCopyable {
        var prefix: UInt64
        /// Where its bytes begin.
        var start: Int
        var length: Int
    }

    private var words: [Word] = []
    private var bytes: [UInt8] = []
    /// Open addressing, at most half full.
    private var slots = [Slot](repeating: Slot(), count: 1 << 14)

    var count: Int { words.count }

    mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = Slot() }
    }

    mutating func number(of word: UnsafeRawBufferPointer) -> UInt32 {
        let prefix = Self.prefix(word)
        let length = UInt32(truncatingIfNeeded: word.count)
        let mask = slots.count &- 1
        var place = Self.hash(word, prefix) & mask
        while true {
            let slot = slots[place]
            if slot.mark == 0 { return add(word, prefix, at: place) }
            if slot.prefix == prefix, slot.length == length, length <= 8 || isRestSame(slot.mark &- 1, word) {
                return slot.mark &- 1
            }
            place = (place &+ 1) & mask
        }
    }

    private mutating func add(_ word: UnsafeRawBufferPointer, _ prefix: UInt64, at place: Int) -> UInt32 {
        words.append(Word(prefix: prefix, start: bytes.count, length: word.count))
        bytes += word
        slots[place] = Slot(prefix: prefix, mark: UInt32(words.count), length: UInt32(word.count))
        if words.count * 2 > slots.count { grow() }
        return UInt32(words.count - 1)
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = [Slot](repeating: Slot(), count: mask + 1)
        for (number, word) in words.enumerated() {
            var place = withBytes(of: number) { Self.hash($0, word.prefix) } & mask
            while slots[place].mark != 0 { place = (place + 1) & mask }
            slots[place] = Slot(prefix: word.prefix, mark: UInt32(number + 1), length: UInt32(word.length))
        }
    }

    func withBytes<Result>(of number: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        let word = words[number]
        return try bytes.withUnsafeBytes { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[word.start..<word.start + word.length]))
        }
    }

    /// The numbers of all words in the order of their bytes.
    func sorted() -> [Int] {
        var order = words.indices.map { (prefix: words[$0].prefix, number: $0) }
        order.sort { left, right in
            guard left.prefix == right.prefix else { return left.prefix < right.prefix }
            return withBytes(of: left.number) { left in
                withBytes(of: right.number) { right in left.lexicographicallyPrecedes(right) }
            }
        }
        return order.map(\.number)
    }

    /// Eight bytes at a time; the last eight may be some of the ones before.
    private func isRestSame(_ number: UInt32, _ other: UnsafeRawBufferPointer) -> Bool {
        let start = words[Int(number)].start
        return bytes.withUnsafeBytes { bytes in
            var index = 8
            while index < other.count {
                let offset = min(index, other.count &- 8)
                let eight = other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if bytes.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self) != eight { return false }
                index &+= 8
            }
            return true
        }
    }

    /// Two loads that overlap take in any length of a kind; none leaves the word.
    @inline(__always)
    static func prefix(_ word: UnsafeRawBufferPointer) -> UInt64 {
        let count = word.count
        if count >= 8 { return UInt64(bigEndian: word.loadUnaligned(as: UInt64.self)) }
        let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        if count >= 4 {
            let first = UInt32(bigEndian: word.loadUnaligned(as: UInt32.self))
            let last = UInt32(bigEndian: word.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
            return UInt64(first) &<< 32 | UInt64(last) &<< shift
        }
        if count >= 2 {
            let first = UInt16(bigEndian: word.loadUnaligned(as: UInt16.self))
            let last = UInt16(bigEndian: word.loadUnaligned(fromByteOffset: count &- 2, as: UInt16.self))
            return UInt64(first) &<< 48 | UInt64(last) &<< shift
        }
        return word.isEmpty ? 0 : UInt64(word[0]) &<< 56
    }

    /// Mixes all bytes, eight at a time.
    @inline(__always)
    private static func hash(_ word: UnsafeRawBufferPointer, _ prefix: UInt64) -> Int {
        var hash = prefix &* 0x9E37_79B9_7F4A_7C15
        var index = 8
        while index < word.count {
            // The last eight bytes, which may be some of the ones before: no load leaves the word.
            let eight = word.loadUnaligned(fromByteOffset: min(index, word.count &- 8), as: UInt64.self)
            hash = (hash ^ hash &>> 32 ^ eight) &* 0x9E37_79B9_7F4A_7C15
            index &+= 8
        }
        return Int(truncatingIfNeeded: (hash ^ hash &>> 29) &>> 16)
    }
}
