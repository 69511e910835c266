/// Lays the builder's tree out as the stream that ``TermTrie`` reads.
struct TermTriePacker {
    private let builder: TermTrieBuilder
    private(set) var stream: [UInt8] = []
    private(set) var roots: [(key: UInt64, place: Int)] = []

    /// What is still to be laid out: a node from a byte of its label on, and where its place is to be noted.
    private struct Pending {
        var node: Int32
        var label: Range<Int>
        var slot: Int?
    }

    init(_ builder: TermTrieBuilder) {
        self.builder = builder
        stream.reserveCapacity(builder.nodes.count * 16 + builder.labels.count)
        for root in builder.roots {
            append(root.key)
            roots.append((root.key, stream.count))
            layOut(root.node)
        }
        stream += [UInt8](repeating: 0, count: TermTrie.padding)
    }

    /// Appends a node and all that hangs on it, the first child right behind its parent.
    private mutating func layOut(_ root: Int32) {
        var pending = [Pending(node: root, label: label(of: root), slot: nil)]
        while let next = pending.popLast() {
            if let slot = next.slot { note(stream.count, at: slot) }
            guard next.label.count <= TermTrie.Header.labelLimit else {
                // A label that is too long for one node goes on in a child.
                let cut = next.label.lowerBound + TermTrie.Header.labelLimit
                let slots = append(next.label.lowerBound..<cut, edges: [builder.labels[cut]], entries: [])
                pending.append(Pending(node: next.node, label: cut + 1..<next.label.upperBound, slot: slots))
                continue
            }
            let children = children(of: next.node)
            let slots = append(
                next.label, edges: children.map { builder.nodes[Int($0)].edge },
                entries: entries(of: builder.nodes[Int(next.node)]))
            for (index, child) in children.enumerated().reversed() {
                pending.append(Pending(node: child, label: label(of: child), slot: slots + 4 * index))
            }
        }
    }

    private func label(of node: Int32) -> Range<Int> {
        Int(builder.nodes[Int(node)].labelStart)..<Int(builder.nodes[Int(node)].labelEnd)
    }

    /// Appends one node.
    ///
    /// - returns: where the places of its children are to be noted, four bytes each.
    private mutating func append(_ label: Range<Int>, edges: [UInt8], entries: [TermTrie.Entry]) -> Int {
        append(
            TermTrie.Header(
                labelLength: UInt8(label.count), childCount: UInt8(edges.count), entryCount: UInt16(entries.count),
                edgeBits: edges.reduce(0) { $0 | 1 << UInt32($1 & 31) }))
        stream += builder.labels[label]
        stream += edges
        stream += [UInt8](repeating: 0, count: -stream.count & 3)
        let slots = stream.count
        stream += [UInt8](repeating: 0, count: 4 * edges.count)
        for entry in entries { append(entry) }
        return slots
    }

    private mutating func note(_ place: Int, at slot: Int) {
        withUnsafeBytes(of: UInt32(place)) { stream.replaceSubrange(slot..<slot + 4, with: $0) }
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
