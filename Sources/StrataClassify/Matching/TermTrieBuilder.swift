import StrataModel

/// Builds the trie that ``TermTable`` packs.
struct TermTrieBuilder {
    struct Node {
        var edges: [(byte: UInt8, target: Int)] = []
        var entries: [TermTable.Entry] = []
    }

    private(set) var nodes: [Node] = []
    private(set) var roots: [(key: UInt64, node: Int)] = []
    private(set) var spellings: [UInt8] = []
    private(set) var openingMarks: Set<UInt8> = []
    private var nodeOfKey: [UInt64: Int] = [:]

    /// Adds a term; one that begins neither with a letter or digit nor with one mark before such (an apostrophe is no such mark) can never match.
    mutating func add(_ term: Term, as index: Int32, _ traits: TermTable.Traits) {
        let folded = TermKey.fold(term.text)
        let scalars = Array(folded.unicodeScalars)
        guard let (key, length) = firstWord(of: scalars) else { return }
        var node = root(of: key)
        for byte in Array(folded.utf8).dropFirst(length) { node = child(of: node, by: byte) }
        var entry = TermTable.Entry(
            term: index, spellingStart: 0, spellingEnd: 0, traits: traits.union(Self.traits(of: scalars)))
        if term.isCaseSensitive {
            entry.traits.insert(.isCaseSensitive)
            entry.spellingStart = Int32(spellings.count)
            spellings += Self.spelling(of: term.text)
            entry.spellingEnd = Int32(spellings.count)
        }
        nodes[node].entries.append(entry)
    }

    /// The first word's leading bytes, at most eight and whole scalars only, and how many they are.
    private mutating func firstWord(of scalars: [Unicode.Scalar]) -> (key: UInt64, length: Int)? {
        guard let first = scalars.first else { return nil }
        let opensWithMark = !Scalars.isWord(first)
        if opensWithMark {
            guard (0x21...0x2F).contains(first.value), first != "'", scalars.count > 1, Scalars.isWord(scalars[1])
            else { return nil }
            openingMarks.insert(UInt8(first.value))
        }
        var key: UInt64 = 0
        var length = 0
        for (index, scalar) in scalars.enumerated() {
            let bytes = Array(String(Character(scalar)).utf8)
            guard Scalars.isWord(scalar) || (index == 0 && opensWithMark), length + bytes.count <= 8 else { break }
            for byte in bytes {
                key |= UInt64(byte) << UInt64(8 * length)
                length += 1
            }
        }
        return (key, length)
    }

    private mutating func root(of key: UInt64) -> Int {
        if let node = nodeOfKey[key] { return node }
        nodes.append(Node())
        nodeOfKey[key] = nodes.count - 1
        roots.append((key, nodes.count - 1))
        return nodes.count - 1
    }

    private mutating func child(of node: Int, by byte: UInt8) -> Int {
        if let edge = nodes[node].edges.first(where: { $0.byte == byte }) { return edge.target }
        nodes.append(Node())
        nodes[node].edges.append((byte, nodes.count - 1))
        return nodes.count - 1
    }

    private static func traits(of scalars: [Unicode.Scalar]) -> TermTable.Traits {
        var traits: TermTable.Traits = []
        if scalars.count <= 2, scalars.allSatisfy(Scalars.isWord) { traits.insert(.isShort) }
        if scalars.count == 1 { traits.insert(.isLetter) }
        let letters = scalars.reversed().prefix { Scalars.isWord($0) && !(0x30...0x39).contains($0.value) }.count
        if letters >= 3 || scalars.last == "+" || scalars.last == "#" { traits.insert(.takesVersion) }
        return traits
    }

    /// The term as ``TermKey`` folds it, but for the case.
    private static func spelling(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if TermKey.isSeparator(scalar) {
                pendingSpace = !bytes.isEmpty
                continue
            }
            if pendingSpace { bytes.append(0x20) }
            pendingSpace = false
            bytes += scalar.value == 0x2019 ? [0x27] : Array(String(Character(scalar)).utf8)
        }
        return bytes
    }
}
