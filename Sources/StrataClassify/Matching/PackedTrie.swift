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
            while child >= 0 {
                sources.append(child)
                node.childCount += 1
                node.edgeBits |= 1 << UInt32(builder.nodes[Int(child)].edge & 31)
                child = builder.nodes[Int(child)].nextSibling
            }
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

    /// The bytes modulo 32 that may follow one space behind the root's word; all of them where the word is a term itself.
    func secondBits(behind root: Int) -> UInt32 {
        let node = nodes[root]
        let label = labels[Int(node.labelStart)..<Int(node.labelEnd)]
        guard let first = label.first else {
            guard node.entryCount == 0 else { return .max }
            let children = Int(node.firstChild)..<Int(node.firstChild) + Int(node.childCount)
            guard let space = children.first(where: { edges[$0] == 0x20 }) else { return 0 }
            return bits(at: nodes[space].labelStart, of: nodes[space])
        }
        return first == 0x20 ? bits(at: node.labelStart + 1, of: node) : 0
    }

    /// The bytes that may come at a place of the node's label, a bit each.
    private func bits(at position: UInt32, of node: TermTable.Node) -> UInt32 {
        position < node.labelEnd ? 1 << UInt32(labels[Int(position)] & 31) : node.edgeBits
    }
}
