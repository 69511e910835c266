/// Lays the builder's tree out as the stream that ``TermTrie`` reads.
struct TermTriePacker {
    private let builder: TermTrieBuilder
    private(set) var stream: [UInt8] = []
    /// Each closed by a 0.
    private(set) var spellings: [UInt8] = []
    private(set) var roots: [(key: UInt64, place: Int)] = []

    init(_ builder: TermTrieBuilder) {
        self.builder = builder
        stream.reserveCapacity(builder.nodes.count * 24 + builder.labels.count)
        for root in builder.roots {
            roots.append((root.key, stream.count))
            place(root.node, key: root.key)
        }
        stream += [UInt8](repeating: 0, count: TermTrie.padding)
    }

    /// Appends a node, then what hangs on it.
    private mutating func place(_ node: Int32, key: UInt64?) {
        let start = stream.count
        let source = builder.nodes[Int(node)]
        let children = children(of: node)
        let entries = entries(of: source)
        let header = TermTrie.Header(
            labelLength: UInt16(source.labelEnd - source.labelStart), entryCount: UInt16(entries.count),
            childCount: UInt16(children.count), isRoot: key == nil ? 0 : 1,
            edgeBits: children.reduce(0) { $0 | 1 << UInt32(builder.nodes[Int($1)].edge & 31) })
        append(header)
        if let key { append(key) }
        for entry in entries { append(entry) }
        stream += [UInt8](repeating: 0, count: 4 * children.count)
        stream += children.map { builder.nodes[Int($0)].edge }
        stream += builder.labels[Int(source.labelStart)..<Int(source.labelEnd)]
        stream += [UInt8](repeating: 0, count: -stream.count & 3)
        let slots = TermTrie.Node(header, at: start).children
        for (index, child) in children.enumerated() {
            withUnsafeBytes(of: UInt32(stream.count)) {
                stream.replaceSubrange(slots + 4 * index..<slots + 4 * index + 4, with: $0)
            }
            place(child, key: nil)
        }
    }

    private mutating func append<Value: BitwiseCopyable>(_ value: Value) {
        withUnsafeBytes(of: value) { stream.append(contentsOf: $0) }
    }

    /// In the order of their edges: the same terms are the same bytes.
    private func children(of node: Int32) -> [Int32] {
        var children: [Int32] = []
        var child = builder.nodes[Int(node)].firstChild
        while child >= 0 {
            children.append(child)
            child = builder.nodes[Int(child)].nextSibling
        }
        return children.sorted { builder.nodes[Int($0)].edge < builder.nodes[Int($1)].edge }
    }

    /// A spelling that fits exactly goes before one that fits in any case.
    private mutating func entries(of node: TermTrieBuilder.Node) -> [TermTrie.Entry] {
        var exact: [TermTrie.Entry] = []
        var others: [TermTrie.Entry] = []
        var index = node.firstEntry
        while index >= 0 {
            let entry = builder.entries[Int(index)]
            if entry.traits.contains(.isCaseSensitive) {
                exact.append(TermTrie.Entry(term: entry.term, traits: entry.traits, spelling: UInt32(spellings.count)))
                spellings += builder.spellings[Int(entry.spellingStart)..<Int(entry.spellingEnd)] + [0]
            } else {
                others.append(TermTrie.Entry(term: entry.term, traits: entry.traits, spelling: 0))
            }
            index = entry.next
        }
        return exact + others
    }
}

// MARK: - What may follow a first word

extension TermTrieBuilder {
    /// How terms go on behind the first words that share a root.
    struct Continuations {
        /// Whether one of the words is a term itself, or is with a mark behind it (C#).
        var endsTerm = false
        /// The two bytes that may come next: behind a separator the first two of the next word, else a mark and what follows
        /// it. The second is 0 where that is no letter or digit.
        var pairs: [(UInt8, UInt8)] = []
    }

    func continuations(of root: Int32) -> Continuations {
        var found = Continuations()
        var open: [Place] = [(root, nodes[Int(root)].labelStart)]
        while let place = open.popLast() {
            if endsTerm(place) { found.endsTerm = true }
            forEachByte(from: place) { byte, next in
                if byte == 0x20 {
                    forEachByte(from: next) { first, behindFirst in addPairs(first, behindFirst, to: &found) }
                } else if byte < 0x80, !ASCII.isWord(byte) {
                    if endsTerm(next) { found.endsTerm = true }
                    addPairs(byte, next, to: &found)
                } else {
                    open.append(next)
                }
            }
        }
        return found
    }

    private func addPairs(_ first: UInt8, _ place: Place, to found: inout Continuations) {
        // A word of one letter may bear a plural's ending.
        if endsTerm(place) { found.pairs += [0, UInt8(ascii: "s"), UInt8(ascii: "e")].map { (first, $0) } }
        forEachByte(from: place) { second, _ in found.pairs.append((first, second)) }
    }

    private typealias Place = (node: Int32, label: Int32)

    private func endsTerm(_ place: Place) -> Bool {
        let node = nodes[Int(place.node)]
        return place.label == node.labelEnd && node.firstEntry >= 0
    }

    /// Each byte that leads on from the place, and where to.
    private func forEachByte(from place: Place, _ body: (UInt8, Place) -> Void) {
        let node = nodes[Int(place.node)]
        if place.label < node.labelEnd { return body(labels[Int(place.label)], (place.node, place.label + 1)) }
        var child = node.firstChild
        while child >= 0 {
            body(nodes[Int(child)].edge, (child, nodes[Int(child)].labelStart))
            child = nodes[Int(child)].nextSibling
        }
    }
}
