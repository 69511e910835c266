import StrataModel

/// The terms as flat arrays: a hash of the first word leads to a node of a byte trie that holds the rest.
///
/// Its pointers lead into the memory of an image, which whoever holds the table keeps alive.
struct TermTable {
    /// A place in the trie: the bytes that lead through it, then which lead on and which terms end here.
    struct Node: BitwiseCopyable {
        /// A range of `labels`.
        var labelStart: UInt32
        var labelEnd: UInt32
        /// The children stand one behind the other.
        var firstChild: UInt32
        var firstEntry: UInt32
        /// The edges' bytes modulo 32, a bit each.
        var edgeBits: UInt32
        var childCount: UInt16
        var entryCount: UInt16
    }

    /// A point on the way through the trie: within a node's label, or at its end.
    struct Place {
        var node: Int
        /// Index in `labels` of the byte that comes next.
        var label: Int
    }

    /// A term that ends at a node.
    struct Entry: BitwiseCopyable {
        var term: Int32
        /// Its spelling among `spellings`, for a term that counts only in exactly this case; else empty.
        var spellingStart: Int32
        var spellingEnd: Int32
        var traits: Traits
    }

    /// What the boundary rules ask of a term.
    struct Traits: OptionSet, Sendable, BitwiseCopyable {
        /// As wide as the numbers beside it: without padding, the same terms are the same bytes.
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

    /// Open addressing: up to eight bytes of the first word, 0 for an empty slot; beside it the word's node.
    let keys: UnsafeBufferPointer<UInt64>
    let roots: UnsafeBufferPointer<UInt32>
    let nodes: UnsafeBufferPointer<Node>
    /// By node, the byte that leads to it from its parent.
    let edges: UnsafeBufferPointer<UInt8>
    let labels: UnsafeBufferPointer<UInt8>
    let entries: UnsafeBufferPointer<Entry>
    let spellings: UnsafeBufferPointer<UInt8>
    /// 262,144 bits by hash for each of three looks, which turn away most words of a text: first words that are terms
    /// themselves, ...
    let singles: UnsafeBufferPointer<UInt64>
    /// ... first words with the two bytes that come next, for "the" opens a phrase only before some words, ...
    let pairs: UnsafeBufferPointer<UInt64>
    /// ... and all first words, for what is followed by bytes beyond ASCII or several separators.
    let all: UnsafeBufferPointer<UInt64>
    /// Marks that a term may begin with, such as the full stop of .NET; by byte.
    let opensTerm: UnsafeBufferPointer<Bool>

    init(_ reader: inout ImageReader) {
        keys = reader.array()
        roots = reader.array()
        nodes = reader.array()
        edges = reader.array()
        labels = reader.array()
        entries = reader.array()
        spellings = reader.array()
        singles = reader.array()
        pairs = reader.array()
        all = reader.array()
        opensTerm = reader.array()
    }

    /// Writes what ``init(_:)`` reads, in the same order.
    static func write(_ builder: TermTrieBuilder, into writer: inout ImageWriter) {
        let trie = PackedTrie(builder)
        let index = index(trie)
        writer.append(index.keys)
        writer.append(index.roots)
        writer.append(trie.nodes)
        writer.append(trie.edges)
        writer.append(trie.labels)
        writer.append(trie.entries)
        writer.append(builder.spellings)
        writer.append(index.singles)
        writer.append(index.pairs)
        writer.append(index.all)
        let marks = builder.openingMarks
        writer.append((0..<256).map { marks.contains(UInt8($0)) })
    }

    /// Whether every number leads to a place that is there, and every way through the trie ends.
    func isSound(terms: Int) -> Bool {
        guard keys.count == roots.count, keys.count.nonzeroBitCount == 1, keys.contains(0), edges.count == nodes.count,
            [singles, pairs, all].allSatisfy({ $0.count == Self.filterWords }), opensTerm.count == 256
        else { return false }
        return roots.allSatisfy { Int($0) < max(1, nodes.count) }
            && (keys.allSatisfy { $0 == 0 } || !nodes.isEmpty)
            && nodes.enumerated().allSatisfy { index, node in
                node.labelStart <= node.labelEnd && Int(node.labelEnd) <= labels.count
                    && Int(node.firstEntry) + Int(node.entryCount) <= entries.count
                    && (node.childCount == 0
                        || (Int(node.firstChild) > index && Int(node.firstChild) + Int(node.childCount) <= nodes.count))
            }
            && entries.allSatisfy {
                (0..<terms).contains(Int($0.term)) && 0 <= $0.spellingStart && $0.spellingStart <= $0.spellingEnd
                    && Int($0.spellingEnd) <= spellings.count
            }
    }

    /// 64 bits each.
    private static let filterWords = 4096

    /// The multiplication spreads the key's bits upwards; the top eighteen serve the filters, those below the table.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 { (key ^ key &>> 32) &* 0x9E37_79B9_7F4A_7C15 }

    /// Of a first word's hash and the two bytes that come next, their case folded, the second 0 where it is no letter or digit.
    @inline(__always)
    static func pairHash(_ hash: UInt64, _ first: UInt8, _ second: UInt8) -> UInt64 {
        let second = ASCII.isWord(second) ? second | 0x20 : 0
        return (hash ^ UInt64(first | 0x20) ^ UInt64(second) &<< 8) &* 0xD6E8_FEB8_6659_FD93
    }

    /// Whether the hash's bit is set.
    @inline(__always)
    static func holds(_ filter: UnsafeBufferPointer<UInt64>, _ hash: UInt64) -> Bool {
        filter[Int(truncatingIfNeeded: hash &>> 52)] &>> (hash &>> 46) & 1 != 0
    }

    private static func set(_ filter: inout [UInt64], _ hash: UInt64) {
        filter[Int(hash >> 52)] |= 1 << (hash >> 46 & 63)
    }

    @inline(__always)
    static func slot(_ hash: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: hash &>> 24) & mask }

    private struct Index {
        var keys: [UInt64]
        var roots: [UInt32]
        var singles, pairs, all: [UInt64]
    }

    private static func index(_ trie: PackedTrie) -> Index {
        var capacity = 64
        while capacity < trie.roots.count * 2 { capacity *= 2 }
        let empty = [UInt64](repeating: 0, count: filterWords)
        var index = Index(
            keys: [UInt64](repeating: 0, count: capacity), roots: [UInt32](repeating: 0, count: capacity),
            singles: empty, pairs: empty, all: empty)
        for root in trie.roots {
            let hash = Self.hash(root.key)
            var slot = Self.slot(hash, mask: capacity - 1)
            while index.keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            index.keys[slot] = root.key
            index.roots[slot] = UInt32(root.node)
            let continuations = trie.continuations(of: root.node)
            set(&index.all, hash)
            if continuations.endsTerm { set(&index.singles, hash) }
            for pair in continuations.pairs { set(&index.pairs, pairHash(hash, pair.0, pair.1)) }
        }
        return index
    }
}
