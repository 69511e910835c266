import StrataModel

/// The look at one word of the text: is it a term's first, and how far does the longest such term reach?
struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The stretch that is looked at, folded: no match goes beyond it.
    let folded: FoldedText
    let table: TermTable
    let mode: Matcher.Mode

    private var limit: Int { folded.range.upperBound }

    /// Adds what begins at the word, or at a mark glued before it, to `matches`.
    ///
    /// - parameter floor: no match begins before it.
    /// - returns: the end of what was found; 0 for nothing.
    @inline(__always)
    func look(at word: FirstWords.Word, from floor: Int, into matches: inout MatchList) -> Int {
        guard let root = word.root else { return look(atUnsettled: word, from: floor, into: &matches) }
        return walk(from: word.start, at: min(word.end, word.start &+ 8), root: root, into: &matches)
    }

    @inline(never)
    private func look(
        atUnsettled word: FirstWords.Word, from floor: Int, into matches: inout MatchList
    ) -> Int {
        if word.start > floor, table.opensTerm[Int(bytes[word.start - 1])] != 0 {
            let end = lookUpPlain(word.start - 1..<word.end, into: &matches)
            if end > 0, mode == .leftmostLongest { return end }
        }
        return lookUpPlain(word.start..<word.end, into: &matches)
    }

    /// The word as it stands, else without the version at its end (Python3). Beyond eight bytes the trie has seen to that.
    private func lookUpPlain(_ word: Range<Int>, into matches: inout MatchList) -> Int {
        let found = lookUp(word, into: &matches)
        if found > 0 { return found }
        var end = word.upperBound
        while end > word.lowerBound, ASCII.isDigit(bytes[end - 1]) { end -= 1 }
        return (3..<8).contains(end - word.lowerBound) && end < word.upperBound
            ? lookUp(word.lowerBound..<end, into: &matches) : 0
    }

    private func lookUp(_ word: Range<Int>, into matches: inout MatchList) -> Int {
        let (key, keyEnd) = key(of: word)
        guard let root = table.root(of: key, hash: TermTable.hash(key)) else { return 0 }
        return walk(from: word.lowerBound, at: keyEnd, root: root, into: &matches)
    }

    /// The word's first bytes, folded, at most eight and whole scalars only, and where they end.
    private func key(of word: Range<Int>) -> (key: UInt64, end: Int) {
        let key = folded.key(word.lowerBound, word.upperBound)
        return key & 0x8080_8080_8080_8080 == 0
            ? (key, min(word.upperBound, word.lowerBound + 8)) : foldedKey(of: word)
    }

    private func foldedKey(of word: Range<Int>) -> (key: UInt64, end: Int) {
        var key: UInt64 = 0
        var length = 0
        var index = word.lowerBound
        while index < word.upperBound {
            let (scalar, width) = Scalars.decode(bytes, at: index)
            let folded = Scalars.folded(scalar)
            let foldedLength = 8 - folded.leadingZeroBitCount / 8
            guard length + foldedLength <= 8, index + width <= limit else { break }
            key |= folded << UInt64(8 * length)
            length += foldedLength
            index += width
        }
        return (key, index)
    }

    /// Follows the text through the trie and keeps the longest term that ends at a boundary.
    ///
    /// The labels are compared with the folded text, eight bytes at once; all that this does not settle, scalars beyond
    /// ASCII and runs of separators, goes by ``step(from:at:)``.
    private func walk(from start: Int, at position: Int, root: Int, into matches: inout MatchList) -> Int {
        guard Boundary(bytes: bytes).opens(at: start) else { return 0 }
        let trie = table.trie
        var found = Found()
        var position = position
        var node = trie.node(at: root)
        var place = TermTrie.Place(node: root, label: node.label)
        while true {
            let differs = follow(node, &place.label, &position)
            if !differs {
                if node.header.entryCount > 0 { keep(start..<position, at: node, &found, into: &matches) }
                if node.header.childCount == 0 { break }
                if let child = trie.child(of: node, by: folded[position]) {
                    node = trie.node(at: child)
                    place = TermTrie.Place(node: child, label: node.label)
                    position &+= 1
                    continue
                }
            }
            // A letter that does not fit, as nearly always.
            let byte = folded[position]
            guard byte == 0x20 || byte == 0xFF, position < limit, let next = step(from: place, at: position) else {
                break
            }
            (place, position) = next
            node = trie.node(at: place.node)
        }
        if found.end > 0, mode == .leftmostLongest {
            matches.append(term: found.term, start, found.end)
        }
        return found.end
    }

    /// Follows the folded text along the node's label.
    ///
    /// - returns: whether they differ before the label's end.
    @inline(__always)
    private func follow(_ node: TermTrie.Node, _ label: inout Int, _ position: inout Int) -> Bool {
        while label < node.labelEnd {
            let rest = min(node.labelEnd &- label, 8)
            let difference = (table.trie.eight(at: label) ^ folded.eight(at: position)) & FoldedText.low(rest)
            let same = difference == 0 ? rest : difference.trailingZeroBitCount &>> 3
            label &+= same
            position &+= same
            if difference != 0 { return true }
        }
        return false
    }

    /// The longest term so far; none while its end is 0.
    private struct Found {
        var term = 0
        var end = 0
    }

    /// Keeps the terms that end at the node, where a word ends there.
    @inline(__always)
    private func keep(
        _ span: Range<Int>, at node: TermTrie.Node, _ found: inout Found, into matches: inout MatchList
    ) {
        let entry = table.trie.entry(0, of: node)
        // One term, of which nothing more is asked, as nearly always.
        guard node.header.entryCount == 1, entry.traits.isDisjoint(with: [.isShort, .isCaseSensitive]),
            isClosed(span.upperBound)
        else { return keepChecked(span, at: node, &found, into: &matches) }
        found = Found(term: entry.term, end: span.upperBound)
        if mode == .all { matches.append(term: entry.term, span.lowerBound, span.upperBound) }
    }

    @inline(never)
    private func keepChecked(
        _ span: Range<Int>, at node: TermTrie.Node, _ found: inout Found, into matches: inout MatchList
    ) {
        let isClosed = isClosed(span.upperBound)
        for index in 0..<Int(node.header.entryCount) {
            let entry = table.trie.entry(index, of: node)
            var end = span.upperBound
            if !isClosed || entry.traits.contains(.isShort) {
                guard let boundary = Boundary(bytes: bytes).end(of: span, entry.traits), boundary <= limit else {
                    continue
                }
                end = boundary
            }
            if entry.traits.contains(.isCaseSensitive), !isSpelt(entry, at: span) { continue }
            found = Found(term: entry.term, end: end)
            if mode == .leftmostLongest { return }
            matches.append(term: entry.term, span.lowerBound, end)
        }
    }

    /// Whether a mark or space that joins nothing stands behind a term, so that it ends unless it is short.
    @inline(__always)
    private func isClosed(_ end: Int) -> Bool {
        guard end < bytes.count else { return false }
        let next = bytes[end]
        return next < 0x80 && next != 0x2E && !ASCII.isWord(next)
    }

    /// The place behind the scalar, or the run of separators, at `position`, and where that ends.
    @inline(never)
    private func step(from place: TermTrie.Place, at position: Int) -> (place: TermTrie.Place, position: Int)? {
        // The run may have begun with what was taken for its only space.
        if folded[position - 1] == 0x20, let end = endOfSeparators(from: position - 1), end > position {
            return (place, end)
        }
        if folded[position] == 0x20 { return separated(from: place, at: position) }
        let (scalar, length) = Scalars.decode(bytes, at: position)
        if TermKey.isSeparator(scalar) { return separated(from: place, at: position) }
        // A stretch may end within a scalar.
        guard position + length <= limit else { return nil }
        var next = place
        var rest = Scalars.folded(scalar)
        while rest != 0 {
            guard let followed = table.trie.follow(next, by: UInt8(truncatingIfNeeded: rest)) else { return nil }
            next = followed
            rest >>= 8
        }
        return (next, position + length)
    }

    private func separated(from place: TermTrie.Place, at position: Int) -> (place: TermTrie.Place, position: Int)? {
        guard let next = table.trie.follow(place, by: 0x20) else { return nil }
        return endOfSeparators(from: position).map { (next, $0) }
    }

    /// The end of the run of separators; nil where it holds an empty line, or the text ends in it.
    private func endOfSeparators(from position: Int) -> Int? {
        var index = position
        var lineBreaks = 0
        while index < limit {
            let byte = bytes[index]
            if byte < 0x80 {
                guard ASCII.isSeparator(byte) else { return index }
                if byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)) {
                    lineBreaks += 1
                    if lineBreaks > 1 { return nil }
                }
                index += 1
            } else {
                let (scalar, length) = Scalars.decode(bytes, at: index)
                guard TermKey.isSeparator(scalar) else { return index }
                index += length
            }
        }
        return nil
    }

    /// Whether the text at `span`, which matches the entry folded, is written in exactly its case.
    private func isSpelt(_ entry: TermTrie.Entry, at span: Range<Int>) -> Bool {
        var position = span.lowerBound
        var index = table.spelling(of: entry.term)
        while table.spelling(at: index) != 0 {
            guard position < bytes.count else { return false }
            let expected = table.spelling(at: index)
            if expected == 0x20 {
                guard let end = endOfSeparators(from: position) else { return false }
                position = end
            } else if bytes[position] == expected {
                position += 1
            } else {
                // A typographic apostrophe is the plain one in another dress.
                guard expected == 0x27, Scalars.decode(bytes, at: position).scalar.value == 0x2019 else { return false }
                position += 3
            }
            index += 1
        }
        return true
    }
}
