/// The builder's tree with the children of a node side by side, as ``TermTable`` reads it.
///
/// What hangs on a root stands together, labels and entries too: a walk stays within a few lines of the cache.
struct PackedTrie {
    private(set) var nodes: [TermTable.Node] = []
    /// By node, the byte that leads to it.
    private(set) var edges: [UInt8] = []
    private(set) var labels: [UInt8] = []
    private(set) var entries: [TermTable.Entry] = []
    private(set) var roots: [(key: UInt64, node: Int)] = []

    init(_ builder: TermTrieBuilder) {
        nodes.reserveCapacity(builder.nodes.count)
        edges.reserveCapacity(builder.nodes.count)
        entries.reserveCapacity(builder.entries.count)
        labels.reserveCapacity(builder.labels.count)
        for root in builder.roots {
            roots.append((root.key, nodes.count))
            place([root.node], of: builder)
        }
    }

    /// Appends siblings, then what hangs on each.
    private mutating func place(_ siblings: [Int32], of builder: TermTrieBuilder) {
        let first = nodes.count
        for source in siblings.lazy.map({ builder.nodes[Int($0)] }) {
            let labelStart = UInt32(labels.count)
            labels += builder.labels[Int(source.labelStart)..<Int(source.labelEnd)]
            let firstEntry = UInt32(entries.count)
            nodes.append(
                TermTable.Node(
                    labelStart: labelStart, labelEnd: UInt32(labels.count), firstChild: 0, firstEntry: firstEntry,
                    edgeBits: 0, childCount: 0, entryCount: pack(builder.entries, from: source.firstEntry)))
            edges.append(source.edge)
        }
        for (offset, source) in siblings.enumerated() {
            let children = Self.children(of: source, in: builder)
            nodes[first + offset].firstChild = UInt32(nodes.count)
            nodes[first + offset].childCount = UInt16(children.count)
            nodes[first + offset].edgeBits = children.reduce(0) { bits, child in
                bits | 1 << UInt32(builder.nodes[Int(child)].edge & 31)
            }
            if !children.isEmpty { place(children, of: builder) }
        }
    }

    /// In the order of the edges' bits, so that a count of those below leads near the child.
    private static func children(of node: Int32, in builder: TermTrieBuilder) -> [Int32] {
        var children: [Int32] = []
        var child = builder.nodes[Int(node)].firstChild
        while child >= 0 {
            children.append(child)
            child = builder.nodes[Int(child)].nextSibling
        }
        guard children.count > 1 else { return children }
        func order(_ node: Int32) -> (UInt8, UInt8) {
            (builder.nodes[Int(node)].edge & 31, builder.nodes[Int(node)].edge)
        }
        return children.sorted { order($0) < order($1) }
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
