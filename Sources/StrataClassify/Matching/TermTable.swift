import StrataModel

/// The terms as flat arrays: a hash of the first word leads to a node of a byte trie that holds the rest.
struct TermTable: Sendable {
    /// A place in the trie: which bytes lead on, which terms end here.
    struct Node: Sendable {
        var firstEdge: UInt32
        var edgeCount: UInt16
        var entryCount: UInt16
        var firstEntry: UInt32
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
    }

    private(set) var nodes: [Node] = []
    /// Byte in the low eight bits, target node above.
    private(set) var edges: [UInt32] = []
    private(set) var entries: [Entry] = []
    private(set) var spellings: [UInt8] = []
    /// Open addressing: up to eight bytes of the first word, 0 for an empty slot; beside it the word's node.
    private(set) var keys: [UInt64] = []
    private(set) var roots: [UInt32] = []
    /// 65,536 bits by hash: nearly every word of a text is turned away here, within the first-level cache.
    private(set) var filter: [UInt64] = Array(repeating: 0, count: 1024)
    /// Marks that a term may begin with, such as the full stop of .NET; by byte.
    private(set) var opensTerm: [Bool] = Array(repeating: false, count: 256)

    init(_ terms: [Term]) {
        var builder = TermTrieBuilder()
        for (index, term) in terms.enumerated() { builder.add(term, as: Int32(index)) }
        pack(builder)
        index(builder.roots)
        for mark in builder.openingMarks { opensTerm[Int(mark)] = true }
    }

    /// The multiplication spreads the key's bits; its top ones serve table and filter.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 {
        let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    private mutating func pack(_ builder: TermTrieBuilder) {
        spellings = builder.spellings
        for node in builder.nodes {
            nodes.append(
                Node(
                    firstEdge: UInt32(edges.count), edgeCount: UInt16(node.edges.count),
                    entryCount: UInt16(node.entries.count), firstEntry: UInt32(entries.count)))
            for edge in node.edges { edges.append(UInt32(edge.target) << 8 | UInt32(edge.byte)) }
            // A spelling that fits exactly goes before one that fits in any case.
            entries += node.entries.filter { $0.traits.contains(.isCaseSensitive) }
            entries += node.entries.filter { !$0.traits.contains(.isCaseSensitive) }
        }
    }

    private mutating func index(_ words: [(key: UInt64, node: Int)]) {
        var capacity = 64
        while capacity < words.count * 4 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        roots = Array(repeating: 0, count: capacity)
        for word in words {
            let hash = Self.hash(word.key)
            filter[Int(hash >> 48) >> 6] |= 1 << (hash >> 48 & 63)
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = word.key
            roots[slot] = UInt32(word.node)
        }
    }
}

/// Builds the trie that ``TermTable`` packs.
struct TermTrieBuilder {
    struct Node {
        var edges: [(byte: UInt8, target: Int)] = []
        var entries: [TermTable.Entry] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var roots: [(key: UInt64, node: Int)] = []
    private(set) var spellings: [UInt8] = []
    private(set) var openingMarks: Set<UInt8> = []
    private var nodeOfKey: [UInt64: Int] = [:]

    /// Adds a term; one that begins neither with a letter or digit nor with one mark before such can never match.
    mutating func add(_ term: Term, as index: Int32) {
        let folded = TermKey.fold(term.text)
        let scalars = Array(folded.unicodeScalars)
        guard let (key, length) = firstWord(of: scalars) else { return }
        var node = root(of: key)
        for byte in Array(folded.utf8).dropFirst(length) { node = child(of: node, by: byte) }
        var entry = TermTable.Entry(term: index, spellingStart: 0, spellingEnd: 0, traits: Self.traits(of: scalars))
        if term.isCaseSensitive {
            entry.traits.insert(.isCaseSensitive)
            entry.spellingStart = Int32(spellings.count)
            spellings += Self.spelling(of: term.text)
            entry.spellingEnd = Int32(spellings.count)
        }
        nodes[node].entries.append(entry)
    }

    /// The first word's leading bytes, at most eight and whole scalars only, and how many they are.
    private mutating func firstWord(of scalars: [Unicode.Scalar]) -> (key: UInt64, length: Int)? {
        guard let first = scalars.first else { return nil }
        let opensWithMark = !Scalars.isWord(first)
        if opensWithMark {
            guard (0x21...0x2F).contains(first.value), scalars.count > 1, Scalars.isWord(scalars[1]) else { return nil }
            openingMarks.insert(UInt8(first.value))
        }
        var key: UInt64 = 0
        var length = 0
        for (index, scalar) in scalars.enumerated() {
            let bytes = Array(String(Character(scalar)).utf8)
            guard Scalars.isWord(scalar) || (index == 0 && opensWithMark), length + bytes.count <= 8 else { break }
            for byte in bytes {
                key |= UInt64(byte) << UInt64(8 * length)
                length += 1
            }
        }
        return (key, length)
    }

    private mutating func root(of key: UInt64) -> Int {
        if let node = nodeOfKey[key] { return node }
        nodes.append(Node())
        nodeOfKey[key] = nodes.count - 1
        roots.append((key, nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func child(of node: Int, by byte: UInt8) -> Int {
        if let edge = nodes[node].edges.first(where: { $0.byte == byte }) { return edge.target }
        nodes.append(Node())
        nodes[node].edges.append((byte, nodes.count - 1))
        return nodes.count - 1
    }

    private static func traits(of scalars: [Unicode.Scalar]) -> TermTable.Traits {
        var traits: TermTable.Traits = []
        if scalars.count <= 2, scalars.allSatisfy(Scalars.isWord) { traits.insert(.isShort) }
        if scalars.count == 1 { traits.insert(.isLetter) }
        let letters = scalars.reversed().prefix { Scalars.isWord($0) && !(0x30...0x39).contains($0.value) }.count
        if letters >= 3 || scalars.last == "+" || scalars.last == "#" { traits.insert(.takesVersion) }
        return traits
    }

    /// The term as ``TermKey`` folds it, but for the case.
    private static func spelling(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if TermKey.isSeparator(scalar) {
                pendingSpace = !bytes.isEmpty
                continue
            }
            if pendingSpace { bytes.append(0x20) }
            pendingSpace = false
            bytes += scalar.value == 0x2019 ? [0x27] : Array(String(Character(scalar)).utf8)
        }
        return bytes
    }
}
