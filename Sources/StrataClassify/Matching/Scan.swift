import StrataModel

/// The look at one word of the text: is it a term's first, and how far does the longest such term reach?
struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    /// No match goes beyond it.
    let limit: Int
    let table: TermTable
    let mode: Matcher.Mode

    /// A quick look that turns away most words; what it lets through may still be none.
    @inline(__always)
    func surelyOpensNothing(_ word: Range<Int>, precededBy mark: UInt8) -> Bool {
        guard word.lowerBound &+ 8 <= bytes.count, let base = bytes.baseAddress else { return false }
        let low = Self.low(min(word.upperBound &- word.lowerBound, 8))
        let raw = UnsafeRawPointer(base + word.lowerBound).loadUnaligned(as: UInt64.self).littleEndian
        let isOdd = raw & low & 0x8080_8080_8080_8080 != 0 || ASCII.isDigit(base[word.upperBound &- 1])
        guard !isOdd, !table.opensTerm[Int(mark)] else { return false }
        let hash = TermTable.hash((raw | 0x2020_2020_2020_2020) & low)
        if TermTable.holds(table.singles, hash) { return false }
        // What comes next: a separator and a word, or a mark with something behind it.
        var next = word.upperBound
        guard next &+ 2 < limit else { return !TermTable.holds(table.all, hash) }
        if ASCII.isSeparator(base[next]) { next &+= 1 }
        let (first, second) = (base[next], base[next &+ 1])
        guard first | second < 0x80, !ASCII.isSeparator(first) else { return !TermTable.holds(table.all, hash) }
        return !TermTable.holds(table.pairs, TermTable.pairHash(hash, first, second))
    }

    /// Adds what begins at the word, or at a mark glued before it, to `matches`.
    ///
    /// - parameter floor: no match begins before it.
    /// - returns: the end of what was found.
    @inline(never)
    func word(_ word: Range<Int>, from floor: Int, into matches: inout [Matcher.Match]) -> Int? {
        let start = word.lowerBound
        if start > floor, table.opensTerm[Int(bytes[start - 1])] {
            let end = tryWord(start - 1..<word.upperBound, into: &matches)
            if end != nil, mode == .leftmostLongest { return end }
        }
        return tryWord(word, into: &matches)
    }

    @inline(__always)
    private func tryWord(_ word: Range<Int>, into matches: inout [Matcher.Match]) -> Int? {
        if let end = tryKey(word, into: &matches) { return end }
        // Python3: the version is no part of the word. Beyond eight bytes the trie has seen to it.
        guard ASCII.isDigit(bytes[word.upperBound - 1]) else { return nil }
        var end = word.upperBound - 1
        while end > word.lowerBound, ASCII.isDigit(bytes[end - 1]) { end -= 1 }
        return end - word.lowerBound >= 3 && end - word.lowerBound < 8
            ? tryKey(word.lowerBound..<end, into: &matches) : nil
    }

    @inline(__always)
    private func tryKey(_ word: Range<Int>, into matches: inout [Matcher.Match]) -> Int? {
        let (key, keyEnd) = key(of: word)
        let hash = TermTable.hash(key)
        let slotMask = table.keys.count - 1
        var slot = TermTable.slot(hash, mask: slotMask)
        while table.keys[slot] != key {
            if table.keys[slot] == 0 { return nil }
            slot = (slot + 1) & slotMask
        }
        return walk(from: word.lowerBound, at: keyEnd, root: Int(table.roots[slot]), into: &matches)
    }

    /// The word's first bytes, folded, at most eight and whole scalars only, and where they end.
    @inline(__always)
    private func key(of word: Range<Int>) -> (key: UInt64, end: Int) {
        let start = word.lowerBound
        let length = min(word.count, 8)
        var key: UInt64 = 0
        if start + 8 <= bytes.count, let base = bytes.baseAddress {
            key = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian
            key &= Self.low(length)
        } else {
            for offset in 0..<length { key |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
        }
        if key & 0x8080_8080_8080_8080 != 0 { return foldedKey(of: word) }
        // Letters and digits alone: one bit folds the case of all of them.
        return (key | (0x2020_2020_2020_2020 & Self.low(length)), start + length)
    }

    /// Ones in the lowest bytes, 1 to 8 of them.
    @inline(__always)
    private static func low(_ bytes: Int) -> UInt64 { UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* bytes) }

    private func foldedKey(of word: Range<Int>) -> (key: UInt64, end: Int) {
        var key: UInt64 = 0
        var length = 0
        var index = word.lowerBound
        while index < word.upperBound {
            let (scalar, width) = Scalars.decode(bytes, at: index)
            let folded = Scalars.folded(scalar)
            let foldedLength = 8 - folded.leadingZeroBitCount / 8
            guard length + foldedLength <= 8 else { break }
            key |= folded << UInt64(8 * length)
            length += foldedLength
            index += width
        }
        return (key, index)
    }

    /// Follows the text through the trie and keeps the longest term that ends at a boundary.
    ///
    /// Letters and single spaces, which are nearly all of a text, are followed here; all else goes by ``step(from:at:)``.
    private func walk(from start: Int, at position: Int, root: Int, into matches: inout [Matcher.Match]) -> Int? {
        let boundary = Boundary(bytes: bytes)
        guard boundary.opens(at: start) else { return nil }
        var found: (term: Int, end: Int)?
        var position = position
        var place = TermTable.Place(node: root, label: Int(table.nodes[root].labelStart))
        while true {
            let node = table.nodes[place.node]
            let labelEnd = Int(node.labelEnd)
            while place.label < labelEnd, position < limit, isPlain(table.labels[place.label], at: position) {
                place.label &+= 1
                position &+= 1
            }
            if place.label == labelEnd {
                if node.entryCount > 0 { keep(start..<position, at: node, boundary, &found, into: &matches) }
                if node.childCount == 0 { break }
            }
            guard position < limit else { break }
            if place.label == labelEnd, isPlain(ASCII.lower(bytes[position]), at: position) {
                guard let child = child(of: node, by: ASCII.lower(bytes[position])) else { break }
                place = TermTable.Place(node: child, label: Int(table.nodes[child].labelStart))
                position &+= 1
            } else {
                guard let next = step(from: place, at: position) else { break }
                (place, position) = next
            }
        }
        guard let found else { return nil }
        if mode == .leftmostLongest { matches.append(Matcher.Match(term: found.term, span: start..<found.end)) }
        return found.end
    }

    /// Whether the text goes on with the byte, its case folded, and with no other separator than one space before a word.
    @inline(__always)
    private func isPlain(_ byte: UInt8, at position: Int) -> Bool {
        let own = bytes[position]
        guard own < 0x80, ASCII.lower(own) == byte else { return false }
        if !ASCII.isSeparator(own) { return true }
        return own == 0x20 && position &+ 1 < limit && ASCII.isWord(bytes[position &+ 1])
    }

    private func keep(
        _ span: Range<Int>, at node: TermTable.Node, _ boundary: Boundary, _ found: inout (term: Int, end: Int)?,
        into matches: inout [Matcher.Match]
    ) {
        let first = Int(node.firstEntry)
        for index in first..<first + Int(node.entryCount) {
            let entry = table.entries[index]
            guard let end = isClosed(span, entry) ? span.upperBound : boundary.end(of: span, entry.traits), end <= limit
            else { continue }
            if entry.traits.contains(.isCaseSensitive), !isSpelt(entry, at: span) { continue }
            found = (Int(entry.term), end)
            if mode == .leftmostLongest { return }
            matches.append(Matcher.Match(term: Int(entry.term), span: span.lowerBound..<end))
        }
    }

    /// Whether a mark or space that joins nothing stands behind a term that asks no more of its end.
    @inline(__always)
    private func isClosed(_ span: Range<Int>, _ entry: TermTable.Entry) -> Bool {
        guard span.upperBound < bytes.count, !entry.traits.contains(.isShort) else { return false }
        let next = bytes[span.upperBound]
        return next < 0x80 && next != 0x2E && !ASCII.isWord(next)
    }

    /// The place behind the scalar, or the run of separators, at `position`, and where that ends.
    @inline(__always)
    private func step(from place: TermTable.Place, at position: Int) -> (place: TermTable.Place, position: Int)? {
        let byte = bytes[position]
        if byte < 0x80 {
            if ASCII.isSeparator(byte) { return separated(from: place, at: position) }
            return follow(place, by: ASCII.lower(byte)).map { ($0, position + 1) }
        }
        let (scalar, length) = Scalars.decode(bytes, at: position)
        if TermKey.isSeparator(scalar) { return separated(from: place, at: position) }
        var folded = Scalars.folded(scalar)
        var place = place
        while folded != 0 {
            guard let next = follow(place, by: UInt8(truncatingIfNeeded: folded)) else { return nil }
            place = next
            folded >>= 8
        }
        return (place, position + length)
    }

    /// One byte further along the label, or into a child.
    @inline(__always)
    private func follow(_ place: TermTable.Place, by byte: UInt8) -> TermTable.Place? {
        let node = table.nodes[place.node]
        if place.label < Int(node.labelEnd) {
            guard table.labels[place.label] == byte else { return nil }
            return TermTable.Place(node: place.node, label: place.label &+ 1)
        }
        return child(of: node, by: byte).map {
            TermTable.Place(node: $0, label: Int(table.nodes[$0].labelStart))
        }
    }

    /// Most texts leave the trie soon, and mostly here, without a look at the edges.
    @inline(__always)
    private func child(of node: TermTable.Node, by byte: UInt8) -> Int? {
        let bit: UInt32 = 1 &<< UInt32(byte & 31)
        guard node.edgeBits & bit != 0 else { return nil }
        var child = Int(node.firstChild) &+ (node.edgeBits & (bit &- 1)).nonzeroBitCount
        let end = Int(node.firstChild) &+ Int(node.childCount)
        while child < end {
            if table.edges[child] == byte { return child }
            child &+= 1
        }
        return nil
    }

    @inline(__always)
    private func separated(from place: TermTable.Place, at position: Int) -> (place: TermTable.Place, position: Int)? {
        guard let next = follow(place, by: 0x20) else { return nil }
        // One space and a word behind it: what nearly all separators are.
        if position &+ 1 < limit, ASCII.isWord(bytes[position &+ 1]) { return (next, position &+ 1) }
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
    private func isSpelt(_ entry: TermTable.Entry, at span: Range<Int>) -> Bool {
        var position = span.lowerBound
        var index = Int(entry.spellingStart)
        while index < Int(entry.spellingEnd) {
            guard position < bytes.count else { return false }
            let expected = table.spellings[index]
            if expected == 0x20 {
                guard let end = endOfSeparators(from: position) else { return false }
                position = end
                index += 1
            } else if bytes[position] == expected {
                position += 1
                index += 1
            } else {
                // A typographic apostrophe is the plain one in another dress.
                guard expected == 0x27, Scalars.decode(bytes, at: position).scalar.value == 0x2019 else { return false }
                position += 3
                index += 1
            }
        }
        return true
    }
}
