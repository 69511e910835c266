/// Lays the builder's tree out as the stream that ``TermTrie`` reads.
struct TermTriePacker {
    private let builder: TermTrieBuilder
    private(set) var stream: [UInt8] = []
    private(set) var roots: [(key: UInt64, place: Int)] = []

    init(_ builder: TermTrieBuilder) {
        self.builder = builder
        stream.reserveCapacity(builder.nodes.count * 16 + builder.labels.count)
        for root in builder.roots {
            append(root.key)
            roots.append((root.key, stream.count))
            let node = builder.nodes[Int(root.node)]
            place(root.node, label: Int(node.labelStart)..<Int(node.labelEnd))
        }
        stream += [UInt8](repeating: 0, count: TermTrie.padding)
    }

    /// Appends a node, then what hangs on it. A label that is too long for one node goes on in a child.
    private mutating func place(_ node: Int32, label: Range<Int>) {
        guard label.count <= TermTrie.Header.labelLimit else {
            let cut = label.lowerBound + TermTrie.Header.labelLimit
            return place(label.lowerBound..<cut, edges: [builder.labels[cut]], entries: []) { packer, _ in
                packer.place(node, label: cut + 1..<label.upperBound)
            }
        }
        let children = children(of: node)
        let edges = children.map { builder.nodes[Int($0)].edge }
        place(label, edges: edges, entries: entries(of: builder.nodes[Int(node)])) { packer, index in
            let child = packer.builder.nodes[Int(children[index])]
            packer.place(children[index], label: Int(child.labelStart)..<Int(child.labelEnd))
        }
    }

    private mutating func place(
        _ label: Range<Int>, edges: [UInt8], entries: [TermTrie.Entry],
        child: (inout TermTriePacker, Int) -> Void
    ) {
        let start = stream.count
        let header = TermTrie.Header(
            labelLength: UInt8(label.count), childCount: UInt8(edges.count), entryCount: UInt16(entries.count),
            edgeBits: edges.reduce(0) { $0 | 1 << UInt32($1 & 31) })
        append(header)
        stream += builder.labels[label]
        stream += edges
        stream += [UInt8](repeating: 0, count: -stream.count & 3)
        stream += [UInt8](repeating: 0, count: 4 * edges.count)
        for entry in entries { append(entry) }
        let slots = TermTrie.Node(header, at: start).children
        for index in edges.indices {
            withUnsafeBytes(of: UInt32(stream.count)) {
                stream.replaceSubrange(slots + 4 * index..<slots + 4 * index + 4, with: $0)
            }
            child(&self, index)
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
    private func entries(of node: TermTrieBuilder.Node) -> [TermTrie.Entry] {
        var entries: [TermTrieBuilder.Entry] = []
        var index = node.firstEntry
        while index >= 0 {
            entries.append(builder.entries[Int(index)])
            index = builder.entries[Int(index)].next
        }
        let exact = entries.filter { $0.traits.contains(.isCaseSensitive) }
        let others = entries.filter { !$0.traits.contains(.isCaseSensitive) }
        return (exact + others).map { TermTrie.Entry(term: $0.term, traits: $0.traits) }
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
