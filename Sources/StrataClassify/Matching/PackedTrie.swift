/// The builder's tree with the children of a node side by side, as ``TermTable`` reads it.
struct PackedTrie {
    private(set) var nodes: [TermTable.Node] = []
    /// By node, the byte that leads to it.
    private(set) var edges: [UInt8] = []
    private(set) var entries: [TermTable.Entry] = []
    private(set) var roots: [(key: UInt64, node: Int)] = []
    private let labels: [UInt8]

    init(_ builder: TermTrieBuilder) {
        labels = builder.labels
        nodes.reserveCapacity(builder.nodes.count)
        edges.reserveCapacity(builder.nodes.count)
        entries.reserveCapacity(builder.entries.count)
        // Breadth first: a node's children are appended together. `sources` is the queue too.
        var sources: [Int32] = []
        sources.reserveCapacity(builder.nodes.count)
        for root in builder.roots {
            roots.append((root.key, sources.count))
            sources.append(root.node)
        }
        var next = 0
        while next < sources.count {
            let source = builder.nodes[Int(sources[next])]
            var node = TermTable.Node(
                labelStart: UInt32(source.labelStart), labelEnd: UInt32(source.labelEnd),
                firstChild: UInt32(sources.count), firstEntry: UInt32(entries.count), edgeBits: 0, childCount: 0,
                entryCount: 0)
            var child = source.firstChild
            var children: [Int32] = []
            while child >= 0 {
                children.append(child)
                node.childCount += 1
                node.edgeBits |= 1 << UInt32(builder.nodes[Int(child)].edge & 31)
                child = builder.nodes[Int(child)].nextSibling
            }
            // In the order of the bits, so that a count of those below leads near the child.
            if children.count > 1 {
                func order(_ node: Int32) -> (UInt8, UInt8) {
                    (builder.nodes[Int(node)].edge & 31, builder.nodes[Int(node)].edge)
                }
                children.sort { order($0) < order($1) }
            }
            sources += children
            node.entryCount = pack(builder.entries, from: source.firstEntry)
            nodes.append(node)
            edges.append(source.edge)
            next += 1
        }
    }

    /// A spelling that fits exactly goes before one that fits in any case.
    private mutating func pack(_ list: [TermTrieBuilder.Entry], from first: Int32) -> UInt16 {
        var count: UInt16 = 0
        for isCaseSensitive in [true, false] {
            var index = first
            while index >= 0 {
                let item = list[Int(index)]
                if item.entry.traits.contains(.isCaseSensitive) == isCaseSensitive {
                    entries.append(item.entry)
                    count += 1
                }
                index = item.next
            }
        }
        return count
    }

    /// How terms go on behind the first words that share a root.
    struct Continuations {
        /// Whether one of the words is a term itself, or is with a mark behind it (C#).
        var endsTerm = false
        /// The two bytes that may come next: behind a separator the first two of the next word, else a mark and what follows
        /// it. The second is 0 where that is no letter or digit.
        var pairs: [(UInt8, UInt8)] = []
    }

    func continuations(of root: Int) -> Continuations {
        var found = Continuations()
        var open: [Place] = [(root, nodes[root].labelStart)]
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

    private typealias Place = (node: Int, label: UInt32)

    private func endsTerm(_ place: Place) -> Bool {
        place.label == nodes[place.node].labelEnd && nodes[place.node].entryCount > 0
    }

    /// Each byte that leads on from the place, and where to.
    private func forEachByte(from place: Place, _ body: (UInt8, Place) -> Void) {
        let node = nodes[place.node]
        if place.label < node.labelEnd { return body(labels[Int(place.label)], (place.node, place.label + 1)) }
        for child in Int(node.firstChild)..<Int(node.firstChild) + Int(node.childCount) {
            body(edges[child], (child, nodes[child].labelStart))
        }
    }
}
