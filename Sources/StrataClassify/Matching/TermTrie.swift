/// The terms behind their first words, as one stream of bytes: a radix tree whose nodes lie one behind the other, each
/// before those that hang on it.
///
/// A walk waits for memory more than it computes, so all that it needs of a node stands together: a header of twelve bytes;
/// of a root the first word's key; the terms that end there, eight bytes each; the places of the children, four bytes each;
/// the bytes that lead to them; the label, which is what leads through the node; and padding to a multiple of four.
struct TermTrie {
    struct Header: BitwiseCopyable {
        var labelLength: UInt16
        var entryCount: UInt16
        var childCount: UInt16
        /// 1 for the node of a first word, else 0.
        var isRoot: UInt16
        /// The bytes that lead to children modulo 32, a bit each.
        var edgeBits: UInt32
    }

    /// A term that ends at a node.
    struct Entry: BitwiseCopyable {
        private var termAndTraits: UInt32
        /// Where its spelling begins among the table's, for a term that counts only in exactly this case.
        var spelling: UInt32

        static let termLimit = 1 << 26

        init(term: Int32, traits: TermTable.Traits, spelling: UInt32) {
            termAndTraits = UInt32(bitPattern: term) << 6 | traits.rawValue
            self.spelling = spelling
        }

        var term: Int { Int(termAndTraits &>> 6) }
        var traits: TermTable.Traits { TermTable.Traits(rawValue: termAndTraits & 63) }
    }

    /// A node with the places of its parts in the stream.
    struct Node {
        let header: Header
        let entries: Int
        let children: Int
        let edges: Int
        let label: Int

        @inline(__always)
        init(_ header: Header, at place: Int) {
            self.header = header
            entries = place &+ MemoryLayout<Header>.size &+ 8 &* Int(header.isRoot)
            children = entries &+ 8 &* Int(header.entryCount)
            edges = children &+ 4 &* Int(header.childCount)
            label = edges &+ Int(header.childCount)
        }

        var labelEnd: Int { label &+ Int(header.labelLength) }

        /// Where the next node begins.
        var end: Int { (labelEnd &+ 3) & ~3 }
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
        bytes.loadUnaligned(fromByteOffset: place &+ MemoryLayout<Header>.size, as: UInt64.self)
    }

    @inline(__always)
    func entry(_ index: Int, of node: Node) -> Entry {
        bytes.loadUnaligned(fromByteOffset: node.entries &+ 8 &* index, as: Entry.self)
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

    /// Whether every node lies within the stream, every way down ends, and every term and spelling is there.
    ///
    /// - parameter roots: the places that are taken for roots.
    func isSound(roots: some Sequence<Int>, terms: Int, spellings: Int) -> Bool {
        let count = bytes.count - Self.padding
        guard count >= 0, count % 4 == 0 else { return false }
        var starts = [UInt8](repeating: 0, count: count / 4)
        var place = 0
        while place < count {
            guard place + MemoryLayout<Header>.size <= count else { return false }
            let node = node(at: place)
            guard node.header.isRoot <= 1, node.end <= count,
                (0..<Int(node.header.entryCount)).allSatisfy({
                    let entry = entry($0, of: node)
                    return entry.term < terms && Int(entry.spelling) < max(1, spellings)
                })
            else { return false }
            starts[place / 4] = node.header.isRoot == 1 ? 2 : 1
            place = node.end
        }
        func begins(_ place: Int, as kind: UInt8) -> Bool {
            place % 4 == 0 && place < count && starts[place / 4] == kind
        }
        place = 0
        while place < count {
            let node = node(at: place)
            for child in 0..<Int(node.header.childCount) {
                let target = self.place(ofChild: child, of: node)
                guard target > place, begins(target, as: 1) else { return false }
            }
            place = node.end
        }
        return roots.allSatisfy { begins($0, as: 2) }
    }
}
