/// Builds what turns away most words of a text; ``TermTable`` says how it is read.
struct FirstWordFilters {
    var firsts = [UInt64](repeating: 0, count: TermTable.filterWords)
    var pairs = [UInt64](repeating: 0, count: TermTable.filterWords)

    init(_ builder: TermTrieBuilder) {
        for root in builder.roots {
            let hash = TermTable.hash(root.key)
            let continuations = builder.continuations(of: root.node)
            firsts[Int(hash >> 52)] |=
                (continuations.endsTerm ? TermTable.endsTerm : TermTable.goesOn) << (hash >> 46 & 62)
            for (first, second) in continuations.pairs {
                let pair = TermTable.pairHash(hash, first, TermTable.counted(second))
                pairs[Int(pair >> 52)] |= 1 << (pair >> 46 & 63)
            }
        }
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
