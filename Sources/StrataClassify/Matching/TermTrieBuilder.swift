import StrataModel

/// Collects terms into the trie that ``TermTriePacker`` lays out: some 20,000 terms in a few milliseconds.
///
/// A radix tree: a node bears a label of any number of bytes, so most terms cost one node. Nodes, entries and labels stand
/// in flat arrays, children as lists of siblings.
struct TermTrieBuilder {
    struct Node {
        /// The folded bytes that lead through the node behind its edge: a range of `labels`.
        var labelStart: Int32
        var labelEnd: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        var firstEntry: Int32 = -1
        /// The byte that leads from the parent to the node; 0 in a root.
        var edge: UInt8
    }

    /// A term that ends at a node.
    struct Entry {
        var term: Int32
        var traits: TermTable.Traits
        /// Its spelling among `spellings`, for a term that counts only in exactly this case; else empty.
        var spellingStart: Int32 = 0
        var spellingEnd: Int32 = 0
        /// The next term that ends there, in the order in which they came.
        var next: Int32 = -1
    }

    private(set) var nodes: [Node] = []
    private(set) var entries: [Entry] = []
    /// The terms, folded, one behind the other.
    private(set) var labels: [UInt8] = []
    private(set) var spellings: [UInt8] = []
    private(set) var roots: [(key: UInt64, node: Int32)] = []
    private(set) var openingMarks: Set<UInt8> = []
    /// How many terms there are; of terms added by ``add(_:traits:)`` the next one's index.
    private(set) var count = 0
    /// Open addressing by the key's hash: index of the root, -1 for an empty slot.
    private var slots: [Int32]

    /// - parameter capacity: about how many terms will come.
    init(capacity: Int = 64) {
        nodes.reserveCapacity(capacity * 2)
        entries.reserveCapacity(capacity)
        labels.reserveCapacity(capacity * 20)
        var size = 64
        while size < capacity { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    /// Adds a term, also one that is there already.
    ///
    /// - returns: its index, counted from 0. One that begins neither with a letter or digit nor with one mark before such
    ///   (an apostrophe is no such mark), or that holds a NUL, gets an index but can never match.
    @discardableResult
    mutating func add(_ term: Term, traits: TermTable.Traits = []) -> Int {
        place(term.text, isCaseSensitive: term.isCaseSensitive, traits: traits, reusing: false).index
    }

    /// Adds a term unless one of the same spelling is there: the same folded, or the same to the letter where case counts.
    mutating func addOrFind(
        _ text: String, isCaseSensitive: Bool = false, traits: TermTable.Traits = []
    ) -> (index: Int, isNew: Bool) {
        place(text, isCaseSensitive: isCaseSensitive, traits: traits, reusing: true)
    }

    private mutating func place(
        _ text: String, isCaseSensitive: Bool, traits: TermTable.Traits, reusing: Bool
    ) -> (index: Int, isNew: Bool) {
        let start = labels.count
        TermKey.fold(text, into: &labels)
        guard !labels[start...].contains(0), let (key, length) = firstWord(from: start) else {
            labels.removeLast(labels.count - start)
            count += 1
            return (count - 1, true)
        }
        let node = insert(start + length..<labels.count, at: root(of: key, labelFrom: start + length))
        var entry = Entry(term: Int32(count), traits: traits.union(shape(from: start)))
        if isCaseSensitive {
            entry.traits.insert(.isCaseSensitive)
            entry.spellingStart = Int32(spellings.count)
            TermKey.fold(text, into: &spellings, keepingCase: true)
            entry.spellingEnd = Int32(spellings.count)
        }
        if reusing, let known = find(entry, at: node) { return (known, false) }
        append(entry, to: node)
        count += 1
        return (count - 1, true)
    }

    private mutating func append(_ entry: Entry, to node: Int) {
        let index = Int32(entries.count)
        entries.append(entry)
        guard nodes[node].firstEntry >= 0 else {
            nodes[node].firstEntry = index
            return
        }
        var last = Int(nodes[node].firstEntry)
        while entries[last].next >= 0 { last = Int(entries[last].next) }
        entries[last].next = index
    }

    private func find(_ wanted: Entry, at node: Int) -> Int? {
        var index = nodes[node].firstEntry
        while index >= 0 {
            let entry = entries[Int(index)]
            if entry.traits.contains(.isCaseSensitive) == wanted.traits.contains(.isCaseSensitive),
                spellings[Int(entry.spellingStart)..<Int(entry.spellingEnd)]
                    == spellings[Int(wanted.spellingStart)..<Int(wanted.spellingEnd)]
            {
                return Int(entry.term)
            }
            index = entry.next
        }
        return nil
    }

    // MARK: The tree

    private mutating func root(of key: UInt64, labelFrom start: Int) -> Int {
        let mask = slots.count - 1
        var slot = TermTable.slot(TermTable.hash(key), mask: mask)
        while slots[slot] >= 0 {
            let root = roots[Int(slots[slot])]
            if root.key == key { return Int(root.node) }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(roots.count)
        roots.append((key, Int32(nodes.count)))
        nodes.append(Node(labelStart: Int32(start), labelEnd: Int32(labels.count), edge: 0))
        let node = nodes.count - 1
        if roots.count * 2 > slots.count { growSlots() }
        return node
    }

    private mutating func growSlots() {
        let mask = slots.count * 2 - 1
        slots = [Int32](repeating: -1, count: mask + 1)
        for (index, root) in roots.enumerated() {
            var slot = TermTable.slot(TermTable.hash(root.key), mask: mask)
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(index)
        }
    }

    /// The node at which the bytes of `range` end, made where it is missing.
    private mutating func insert(_ range: Range<Int>, at root: Int) -> Int {
        var node = root
        var position = range.lowerBound
        while true {
            var label = Int(nodes[node].labelStart)
            let labelEnd = Int(nodes[node].labelEnd)
            while label < labelEnd, position < range.upperBound, labels[label] == labels[position] {
                label += 1
                position += 1
            }
            if label < labelEnd { split(node, at: label) }
            guard position < range.upperBound else { return node }
            let byte = labels[position]
            position += 1
            guard let child = child(of: node, by: byte) else {
                return addChild(to: node, byte, label: position..<range.upperBound)
            }
            node = child
        }
    }

    private func child(of node: Int, by byte: UInt8) -> Int? {
        var child = nodes[node].firstChild
        while child >= 0 {
            if nodes[Int(child)].edge == byte { return Int(child) }
            child = nodes[Int(child)].nextSibling
        }
        return nil
    }

    private mutating func addChild(to node: Int, _ byte: UInt8, label: Range<Int>) -> Int {
        nodes.append(
            Node(
                labelStart: Int32(label.lowerBound), labelEnd: Int32(label.upperBound),
                nextSibling: nodes[node].firstChild, edge: byte))
        nodes[node].firstChild = Int32(nodes.count - 1)
        return nodes.count - 1
    }

    /// Ends the node's label before `position`; what followed goes to a child.
    private mutating func split(_ node: Int, at position: Int) {
        let parent = nodes[node]
        nodes.append(
            Node(
                labelStart: Int32(position + 1), labelEnd: parent.labelEnd, firstChild: parent.firstChild,
                firstEntry: parent.firstEntry, edge: labels[position]))
        nodes[node].labelEnd = Int32(position)
        nodes[node].firstChild = Int32(nodes.count - 1)
        nodes[node].firstEntry = -1
    }

    // MARK: Reading a term

    /// The leading bytes of the first word of the label at `start`, at most eight and whole scalars only, and how many.
    private mutating func firstWord(from start: Int) -> (key: UInt64, length: Int)? {
        guard start < labels.count else { return nil }
        let (key, length, mark) = labels.withUnsafeBufferPointer { bytes in Self.firstWord(from: start, in: bytes) }
        if let mark { openingMarks.insert(mark) }
        return length > 0 ? (key, length) : nil
    }

    private static func firstWord(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (key: UInt64, length: Int, mark: UInt8?) {
        var index = start
        var mark: UInt8?
        if bytes[start] < 0x80, !ASCII.isWord(bytes[start]) {
            guard (0x21...0x2F).contains(bytes[start]), bytes[start] != 0x27, bytes.isWord(at: start + 1) else {
                return (0, 0, nil)
            }
            mark = bytes[start]
            index += 1
        }
        while index < bytes.count {
            let (scalar, width) = Scalars.decode(bytes, at: index)
            guard Scalars.isWord(scalar), index + width - start <= 8 else { break }
            index += width
        }
        var key: UInt64 = 0
        for position in start..<index { key |= UInt64(bytes[position]) << UInt64(8 * (position - start)) }
        return (key, index - start, mark)
    }

    /// What the boundary rules ask of the term whose label begins at `start`.
    private func shape(from start: Int) -> TermTable.Traits {
        labels.withUnsafeBufferPointer { bytes in
            var traits: TermTable.Traits = []
            var scalars = 0
            var trailingLetters = 0
            var areWords = true
            var index = start
            while index < bytes.count {
                let (scalar, width) = Scalars.decode(bytes, at: index)
                let isWord = Scalars.isWord(scalar)
                if !isWord { areWords = false }
                trailingLetters = isWord && !(0x30...0x39).contains(scalar.value) ? trailingLetters + 1 : 0
                scalars += 1
                index += width
            }
            if scalars <= 2, areWords { traits.insert(.isShort) }
            if scalars == 1 { traits.insert(.isLetter) }
            let last = bytes[bytes.count - 1]
            if trailingLetters >= 3 || last == 0x2B || last == 0x23 { traits.insert(.takesVersion) }
            return traits
        }
    }
}
