/// The terms behind their first words, as one stream of bytes: a radix tree whose nodes lie one behind the other, each
/// before those that hang on it.
///
/// A walk waits for memory more than it computes, so all that it needs of a node stands together, and small: before a root
/// the first word's key; a header of eight bytes; the label, which is what leads through the node; the bytes that lead to
/// the children; padding to a multiple of four; the children's places, four bytes each; the terms that end there, four
/// bytes each.
struct TermTrie {
    struct Header: BitwiseCopyable {
        var labelLength: UInt8
        var childCount: UInt8
        var entryCount: UInt16
        /// The bytes that lead to children modulo 32, a bit each.
        var edgeBits: UInt32

        static let labelLimit = 255
    }

    /// A term that ends at a node.
    struct Entry: BitwiseCopyable {
        private var termAndTraits: UInt32

        init(term: Int32, traits: TermTable.Traits) { termAndTraits = UInt32(bitPattern: term) << 6 | traits.rawValue }

        var term: Int { Int(termAndTraits &>> 6) }
        var traits: TermTable.Traits { TermTable.Traits(rawValue: termAndTraits & 63) }
    }

    /// A node with its place in the stream.
    struct Node {
        let header: Header
        let label: Int

        @inline(__always)
        init(_ header: Header, at place: Int) {
            self.header = header
            label = place &+ MemoryLayout<Header>.size
        }

        var labelEnd: Int { label &+ Int(header.labelLength) }
        var edges: Int { labelEnd }
        var children: Int { (edges &+ Int(header.childCount) &+ 3) & ~3 }
        var entries: Int { children &+ 4 &* Int(header.childCount) }
        /// Where the next node begins, or the key before it.
        var end: Int { entries &+ 4 &* Int(header.entryCount) }
    }

    /// A point on the way through the trie: a node, and the place of the label's byte that comes next.
    struct Place {
        var node: Int
        var label: Int
    }

    /// Eight bytes of padding behind the last node: labels and edges are read eight at once.
    static let padding = 8

    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = UnsafeRawBufferPointer(bytes) }

    @inline(__always)
    func node(at place: Int) -> Node {
        Node(bytes.loadUnaligned(fromByteOffset: place, as: Header.self), at: place)
    }

    /// The first word's key; of a root only.
    @inline(__always)
    func key(ofRoot place: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: place &- 8, as: UInt64.self)
    }

    @inline(__always)
    func entry(_ index: Int, of node: Node) -> Entry {
        bytes.loadUnaligned(fromByteOffset: node.entries &+ 4 &* index, as: Entry.self)
    }

    /// Eight bytes, the first one lowest.
    @inline(__always)
    func eight(at place: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian }

    /// Most texts leave the trie here, and mostly without a look at the edges.
    @inline(__always)
    func child(of node: Node, by byte: UInt8) -> Int? {
        guard node.header.edgeBits &>> UInt32(byte & 31) & 1 != 0 else { return nil }
        let count = Int(node.header.childCount)
        let wanted = 0x0101_0101_0101_0101 &* UInt64(byte)
        var child = 0
        while child < count {
            // The lowest byte that is 0 is the lowest whose top bit this sets.
            let rest = eight(at: node.edges &+ child) ^ wanted
            let hits = (rest &- 0x0101_0101_0101_0101) & ~rest & 0x8080_8080_8080_8080
            if hits != 0 {
                child &+= hits.trailingZeroBitCount &>> 3
                return child < count ? place(ofChild: child, of: node) : nil
            }
            child &+= 8
        }
        return nil
    }

    @inline(__always)
    private func place(ofChild child: Int, of node: Node) -> Int {
        Int(bytes.loadUnaligned(fromByteOffset: node.children &+ 4 &* child, as: UInt32.self))
    }

    /// One byte further along the label, or into a child.
    func follow(_ place: Place, by byte: UInt8) -> Place? {
        let node = node(at: place.node)
        if place.label < node.labelEnd {
            return bytes[place.label] == byte ? Place(node: place.node, label: place.label + 1) : nil
        }
        return child(of: node, by: byte).map { Place(node: $0, label: self.node(at: $0).label) }
    }

    // MARK: Soundness

    /// Whether every node lies within the stream, every way down ends, every term is there, and no byte of a label or edge is
    /// 0: a walk ends where it comes to the zeros behind a text.
    ///
    /// - parameter roots: the places that are taken for roots, in any order.
    func isSound(roots: some Sequence<Int>, terms: Int) -> Bool {
        let count = bytes.count - Self.padding
        guard count >= 0, count % 4 == 0 else { return false }
        // By four bytes: 1 where a node begins, 2 where a root does.
        var starts = [UInt8](repeating: 0, count: count / 4)
        for root in roots {
            guard root >= 8, root % 4 == 0, root < count else { return false }
            starts[root / 4] = 2
        }
        var places: [Int] = []
        var place = 0
        while place < count {
            // The key before a root is told by the root behind it.
            if place + 8 < count, starts[place / 4] == 0, starts[place / 4 + 2] == 2 { place += 8 }
            guard place + MemoryLayout<Header>.size <= count else { return false }
            let node = node(at: place)
            guard node.end <= count,
                !bytes[node.label..<node.edges + Int(node.header.childCount)].contains(0),
                (0..<Int(node.header.entryCount)).allSatisfy({ entry($0, of: node).term < terms })
            else { return false }
            if starts[place / 4] == 0 { starts[place / 4] = 1 }
            places.append(place)
            place = node.end
        }
        return areSound(places, starts)
    }

    /// Whether children are nodes that stand behind their parents, and roots are nodes at all.
    private func areSound(_ places: [Int], _ starts: [UInt8]) -> Bool {
        var roots = 0
        for place in places {
            if starts[place / 4] == 2 { roots += 1 }
            let node = node(at: place)
            for child in 0..<Int(node.header.childCount) {
                let target = self.place(ofChild: child, of: node)
                guard target > place, target % 4 == 0, target / 4 < starts.count, starts[target / 4] == 1 else {
                    return false
                }
            }
        }
        return roots == starts.count { $0 == 2 }
    }
}
