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

    /// Where a first word leads.
    struct Root: BitwiseCopyable {
        var node: UInt32
        /// The bytes modulo 32 that may follow one space behind the word; all of them where the word is a term itself.
        var secondBits: UInt32
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
    let roots: UnsafeBufferPointer<Root>
    let nodes: UnsafeBufferPointer<Node>
    /// By node, the byte that leads to it from its parent.
    let edges: UnsafeBufferPointer<UInt8>
    let labels: UnsafeBufferPointer<UInt8>
    let entries: UnsafeBufferPointer<Entry>
    let spellings: UnsafeBufferPointer<UInt8>
    /// 65,536 bits by hash: nearly every word of a text is turned away here, within the first-level cache.
    let filter: UnsafeBufferPointer<UInt64>
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
        filter = reader.array()
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
        writer.append(builder.labels)
        writer.append(trie.entries)
        writer.append(builder.spellings)
        writer.append(index.filter)
        let marks = builder.openingMarks
        writer.append((0..<256).map { marks.contains(UInt8($0)) })
    }

    /// Whether every number leads to a place that is there, and every way through the trie ends.
    func isSound(terms: Int) -> Bool {
        guard keys.count == roots.count, keys.count.nonzeroBitCount == 1, keys.contains(0), edges.count == nodes.count,
            filter.count == 1024, opensTerm.count == 256
        else { return false }
        return roots.allSatisfy { Int($0.node) < max(1, nodes.count) }
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

    /// The multiplication spreads the key's bits upwards; the top sixteen serve the filter, those below the table.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 { (key ^ key &>> 32) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    static func slot(_ hash: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: hash &>> 24) & mask }

    private static func index(_ trie: PackedTrie) -> (keys: [UInt64], roots: [Root], filter: [UInt64]) {
        var capacity = 64
        while capacity < trie.roots.count * 2 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var roots = [Root](repeating: Root(node: 0, secondBits: 0), count: capacity)
        var filter = [UInt64](repeating: 0, count: 1024)
        for root in trie.roots {
            let hash = Self.hash(root.key)
            filter[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
            var slot = Self.slot(hash, mask: capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = root.key
            roots[slot] = Root(node: UInt32(root.node), secondBits: trie.secondBits(behind: root.node))
        }
        return (keys, roots, filter)
    }
}
