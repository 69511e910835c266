import StrataModel

/// The terms as flat arrays: a hash of the first word leads to a node of a byte trie that holds the rest.
struct TermTable: Sendable {
    /// A place in the trie: which bytes lead on, which terms end here.
    struct Node: Sendable {
        var firstEdge: UInt32
        var edgeCount: UInt16
        var entryCount: UInt16
        var firstEntry: UInt32
        /// The edges' bytes modulo 32, a bit each.
        var edgeBits: UInt32
    }

    /// Where a first word leads.
    struct Root: Sendable {
        var node: UInt32
        /// The bytes modulo 32 that may follow one space behind the word; all of them where the word is a term itself.
        var secondBits: UInt32
    }

    /// A term that ends at a node.
    struct Entry: Sendable {
        var term: Int32
        /// Its spelling among `spellings`, for a term that counts only in exactly this case; else empty.
        var spellingStart: Int32
        var spellingEnd: Int32
        var traits: Traits
    }

    /// What the boundary rules ask of a term.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// One or two letters: what is glued to it makes another word of it.
        static let isShort = Traits(rawValue: 1)
        /// A single letter.
        static let isLetter = Traits(rawValue: 2)
        /// A version may be glued to it: Python3, C++17.
        static let takesVersion = Traits(rawValue: 4)
        static let isCaseSensitive = Traits(rawValue: 8)
        /// The next word may begin without a space, with a capital after a small letter.
        static let mayBeGlued = Traits(rawValue: 16)
    }

    /// The arrays as pointers, for as long as the table lives.
    struct View {
        let nodes: UnsafeBufferPointer<Node>
        /// Byte in the low eight bits, target node above.
        let edges: UnsafeBufferPointer<UInt32>
        let entries: UnsafeBufferPointer<Entry>
        let spellings: UnsafeBufferPointer<UInt8>
        /// Open addressing: up to eight bytes of the first word, 0 for an empty slot; beside it the word's node.
        let keys: UnsafeBufferPointer<UInt64>
        let roots: UnsafeBufferPointer<Root>
        /// 65,536 bits by hash: nearly every word of a text is turned away here, within the first-level cache.
        let filter: UnsafeBufferPointer<UInt64>
        /// Marks that a term may begin with, such as the full stop of .NET; by byte.
        let opensTerm: UnsafeBufferPointer<Bool>
    }

    private let nodes: Frozen<Node>
    private let edges: Frozen<UInt32>
    private let entries: Frozen<Entry>
    private let spellings: Frozen<UInt8>
    private let keys: Frozen<UInt64>
    private let roots: Frozen<Root>
    private let filter: Frozen<UInt64>
    private let opensTerm: Frozen<Bool>

    init(_ terms: [Term], mayBeGlued: (Int) -> Bool) {
        var builder = TermTrieBuilder()
        for (index, term) in terms.enumerated() {
            builder.add(term, as: Int32(index), mayBeGlued(index) ? .mayBeGlued : [])
        }
        let trie = Self.packed(builder.nodes)
        nodes = Frozen(trie.nodes)
        edges = Frozen(trie.edges)
        entries = Frozen(trie.entries)
        spellings = Frozen(builder.spellings)
        let index = Self.index(builder.roots, builder.nodes)
        keys = Frozen(index.keys)
        roots = Frozen(index.roots)
        filter = Frozen(index.filter)
        let marks = builder.openingMarks
        opensTerm = Frozen((0..<256).map { marks.contains(UInt8($0)) })
    }

    /// Reads the table; the view must not leave the closure.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result {
        withExtendedLifetime(self) {
            body(
                View(
                    nodes: nodes.elements, edges: edges.elements, entries: entries.elements,
                    spellings: spellings.elements, keys: keys.elements, roots: roots.elements, filter: filter.elements,
                    opensTerm: opensTerm.elements))
        }
    }

    /// The multiplication spreads the key's bits upwards; the top sixteen serve the filter, those below the table.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 { (key ^ key &>> 32) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    static func slot(_ hash: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: hash &>> 24) & mask }

    private static func packed(
        _ nodes: [TermTrieBuilder.Node]
    ) -> (nodes: [Node], edges: [UInt32], entries: [Entry]) {
        var packed: (nodes: [Node], edges: [UInt32], entries: [Entry]) = ([], [], [])
        for node in nodes {
            packed.nodes.append(
                Node(
                    firstEdge: UInt32(packed.edges.count), edgeCount: UInt16(node.edges.count),
                    entryCount: UInt16(node.entries.count), firstEntry: UInt32(packed.entries.count),
                    edgeBits: edgeBits(node)))
            for edge in node.edges { packed.edges.append(UInt32(edge.target) << 8 | UInt32(edge.byte)) }
            // A spelling that fits exactly goes before one that fits in any case.
            packed.entries += node.entries.filter { $0.traits.contains(.isCaseSensitive) }
            packed.entries += node.entries.filter { !$0.traits.contains(.isCaseSensitive) }
        }
        return packed
    }

    private static func secondBits(behind node: TermTrieBuilder.Node, _ nodes: [TermTrieBuilder.Node]) -> UInt32 {
        guard node.entries.isEmpty else { return .max }
        let next = node.edges.first { $0.byte == 0x20 }
        return next.map { edgeBits(nodes[$0.target]) } ?? 0
    }

    private static func edgeBits(_ node: TermTrieBuilder.Node) -> UInt32 {
        node.edges.reduce(0) { $0 | 1 << UInt32($1.byte & 31) }
    }

    private static func index(
        _ words: [(key: UInt64, node: Int)], _ nodes: [TermTrieBuilder.Node]
    ) -> (keys: [UInt64], roots: [Root], filter: [UInt64]) {
        var capacity = 64
        while capacity < words.count * 4 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var roots = [Root](repeating: Root(node: 0, secondBits: 0), count: capacity)
        var filter = [UInt64](repeating: 0, count: 1024)
        for word in words {
            let hash = Self.hash(word.key)
            filter[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
            var slot = Self.slot(hash, mask: capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = word.key
            roots[slot] = Root(node: UInt32(word.node), secondBits: secondBits(behind: nodes[word.node], nodes))
        }
        return (keys, roots, filter)
    }
}
