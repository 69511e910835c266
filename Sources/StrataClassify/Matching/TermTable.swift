/// The terms as flat memory: a hash of the first word leads to a root of the trie that holds the rest.
///
/// Its pointers lead into the memory of an image, which whoever holds the table keeps alive.
struct TermTable {
    /// What the boundary rules ask of a term.
    struct Traits: OptionSet, Sendable, BitwiseCopyable {
        let rawValue: UInt32
        /// One or two letters: what is glued to it makes another word of it.
        static let isShort = Traits(rawValue: 1)
        /// A single letter.
        static let isLetter = Traits(rawValue: 2)
        /// A version may be glued to it: Python3, C++17.
        static let takesVersion = Traits(rawValue: 4)
        static let isCaseSensitive = Traits(rawValue: 8)
        /// The next word may begin without a space, with a capital after a small letter.
        static let mayBeGlued = Traits(rawValue: 16)
        /// Its plural is the same term: "data pipelines".
        static let takesPlural = Traits(rawValue: 32)
    }

    let trie: TermTrie
    /// Open addressing by the hash of a first word's key: 0 for an empty slot, else one more than the root's place.
    private let slots: UnsafeBufferPointer<UInt32>
    /// By term, where its spelling begins in `spellings`, for one that counts only in exactly this case.
    private let spellingStarts: UnsafeBufferPointer<UInt32>
    /// Each closed by a 0.
    private let spellings: UnsafeBufferPointer<UInt8>
    /// What turns away most words of a text, by hash: two bits, ``endsTerm`` and ``goesOn``, for a term's first word, ...
    private let firsts: UnsafeBufferPointer<UInt64>
    /// ... and one for a first word with the two bytes that come next: "the" opens a phrase only before some words.
    private let pairs: UnsafeBufferPointer<UInt64>
    /// By byte, 1 for a mark that a term may begin with, such as the full stop of .NET, else 0.
    let opensTerm: UnsafeBufferPointer<UInt8>
    /// ``counted(_:)`` by byte: which bytes are letters is hard to foretell, and a wrong guess costs more than a load.
    private let counted: UnsafeBufferPointer<UInt8>

    init(_ reader: inout ImageReader) {
        trie = TermTrie(reader.array())
        slots = reader.array()
        spellingStarts = reader.array()
        spellings = reader.array()
        firsts = reader.array()
        pairs = reader.array()
        opensTerm = reader.array()
        counted = reader.array()
    }

    /// Writes what ``init(_:)`` reads, in the same order.
    static func write(_ builder: TermTrieBuilder, into writer: inout ImageWriter) {
        let packed = TermTriePacker(builder)
        let filters = FirstWordFilters(builder)
        writer.append(packed.stream)
        writer.append(slots(packed.roots))
        let (starts, spellings) = spellings(builder)
        writer.append(starts)
        writer.append(spellings)
        writer.append(filters.firsts)
        writer.append(filters.pairs)
        writer.append((0..<256).map { builder.openingMarks.contains(UInt8($0)) ? 1 : 0 } as [UInt8])
        writer.append((0..<256).map { Self.counted(UInt8($0)) })
    }

    /// Whether every number leads to a place that is there, and every way through the trie ends.
    func isSound(terms: Int) -> Bool {
        slots.count.nonzeroBitCount == 1 && slots.contains(0) && firsts.count == Self.filterWords
            && pairs.count == Self.filterWords && opensTerm.count == 256 && opensTerm.allSatisfy { $0 <= 1 }
            && counted.count == 256 && spellings.last == 0 && spellingStarts.allSatisfy { $0 < spellings.count }
            && trie.isSound(
                roots: slots.lazy.filter { $0 != 0 }.map { Int($0) - 1 }, terms: min(terms, spellingStarts.count))
    }

    // MARK: Spellings

    /// Where the term's spelling begins; of one that counts in exactly this case only.
    func spelling(of term: Int) -> Int { Int(spellingStarts[term]) }

    /// A byte of a spelling; 0 at its end.
    func spelling(at index: Int) -> UInt8 { spellings[index] }

    private static func spellings(_ builder: TermTrieBuilder) -> (starts: [UInt32], bytes: [UInt8]) {
        var starts = [UInt32](repeating: 0, count: builder.count)
        // Of the others, an empty one.
        var bytes: [UInt8] = [0]
        for entry in builder.entries where entry.traits.contains(.isCaseSensitive) {
            starts[Int(entry.term)] = UInt32(bytes.count)
            bytes += builder.spellings[Int(entry.spellingStart)..<Int(entry.spellingEnd)] + [0]
        }
        return (starts, bytes)
    }

    // MARK: First words

    /// The root of a first word's key, whose hash is given.
    @inline(__always)
    func root(of key: UInt64, hash: UInt64) -> Int? {
        let mask = slots.count &- 1
        var slot = Self.slot(hash, mask: mask)
        while slots[slot] != 0 {
            let root = Int(slots[slot]) &- 1
            if trie.key(ofRoot: root) == key { return root }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private static func slots(_ roots: [(key: UInt64, place: Int)]) -> [UInt32] {
        var capacity = 64
        while capacity < roots.count * 2 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for root in roots {
            var slot = slot(hash(root.key), mask: capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(root.place + 1)
        }
        return slots
    }

    /// The multiplication gathers what the key's bits tell in the highest, which serve the filters and the table.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    /// - parameter mask: one less than how many slots there are, a power of two.
    @inline(__always)
    static func slot(_ hash: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: hash &>> UInt64(truncatingIfNeeded: mask.leadingZeroBitCount)) & mask
    }

    // MARK: Filters

    /// 64 bits each.
    static let filterWords = 4096
    /// Of a first word: it is a term itself, or one with a mark behind it (C#); or only longer terms begin with it.
    static let endsTerm: UInt64 = 1
    static let goesOn: UInt64 = 2

    /// What a first word of the hash may open; 0 for nothing.
    @inline(__always)
    func opens(_ hash: UInt64) -> UInt64 {
        firsts[Int(truncatingIfNeeded: hash &>> 52)] &>> (hash &>> 46 & 62) & 3
    }

    /// 1 where a term goes on with the two folded bytes behind a first word of the hash, else 0.
    @inline(__always)
    func goesOn(_ hash: UInt64, _ first: UInt8, _ second: UInt8) -> UInt64 {
        let pair = Self.pairHash(hash, first, counted[Int(second)])
        return pairs[Int(truncatingIfNeeded: pair &>> 52)] &>> (pair &>> 46) & 1
    }

    /// - parameter second: 0 where it is no letter or digit.
    @inline(__always)
    static func pairHash(_ hash: UInt64, _ first: UInt8, _ second: UInt8) -> UInt64 {
        (hash ^ UInt64(first) ^ UInt64(second) &<< 8) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The byte where it is an ASCII letter or digit, else 0.
    static func counted(_ byte: UInt8) -> UInt8 { ASCII.isWord(byte) ? byte : 0 }
}
