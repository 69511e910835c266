/// Where a term may begin and end.
///
/// A letter or digit glued to a term makes another word of it. So do some marks: `C` is not in `C++`, `R` not in `R&D`,
/// `node` not in `node.js`. The shorter the term, the stricter the rules.
struct Boundary {
    let bytes: UnsafeBufferPointer<UInt8>

    /// Whether a term may begin at `start`: no letter or digit is glued on, and a full stop before it ends a sentence.
    @inline(__always)
    func opens(at start: Int) -> Bool {
        guard start > 0 else { return true }
        if bytes[start - 1] == 0x2E, bytes.isWord(before: start - 1) { return dotEndsSentence(at: start - 1) }
        return !bytes.isWord(before: start)
    }

    /// Where the term at `span` ends, its plural's ending included; nil when it is part of something else.
    @inline(__always)
    func end(of span: Range<Int>, _ traits: TermTable.Traits) -> Int? {
        let end = span.upperBound
        if end < bytes.count {
            let next = bytes[end]
            if next >= 0x80 {
                if bytes.isWord(at: end) { return nil }
            } else if ASCII.isWord(next) {
                if traits.contains(.takesVersion), endsAfterDigits(from: end) { return end }
                if traits.contains(.mayBeGlued), isGlue(at: end) { return end }
                return traits.contains(.takesPlural) ? endOfPlural(from: end) : nil
            } else if next == 0x2E, !dotEndsSentence(at: end) {
                return nil
            }
        }
        return !traits.contains(.isShort) || standsAlone(span, traits) ? end : nil
    }

    /// Behind an "s", or an "es" where the word asks for it, that closes the word begun before `index`.
    private func endOfPlural(from index: Int) -> Int? {
        guard index > 0 else { return nil }
        let last = ASCII.lower(bytes[index - 1])
        let hisses =
            last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z")
            || (last == UInt8(ascii: "h") && index > 1
                && (ASCII.lower(bytes[index - 2]) == UInt8(ascii: "c")
                    || ASCII.lower(bytes[index - 2]) == UInt8(ascii: "s")))
        var end = index
        if hisses {
            guard ASCII.lower(bytes[end]) == UInt8(ascii: "e") else { return nil }
            end += 1
        }
        guard end < bytes.count, ASCII.lower(bytes[end]) == UInt8(ascii: "s") else { return nil }
        // GPUs and DATA PIPELINES, but no capital behind a small letter.
        if ASCII.isUpper(bytes[end]), end == index, index > 1, !ASCII.isUpper(bytes[index - 1]) { return nil }
        end += 1
        if end < bytes.count {
            if bytes.isWord(at: end) { return nil }
            if bytes[end] == 0x2E, !dotEndsSentence(at: end) { return nil }
        }
        return end
    }

    /// Whether a run of digits begins at `index` and no letter follows it: the version of Python3 and C++17.
    private func endsAfterDigits(from index: Int) -> Bool {
        var end = index
        while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
        return end > index && !bytes.isWord(at: end)
    }

    /// Whether a word in title case begins at `index`, glued to a small letter.
    func isGlue(at index: Int) -> Bool {
        index > 0 && index + 1 < bytes.count && ASCII.isLower(bytes[index - 1]) && ASCII.isUpper(bytes[index])
            && ASCII.isLower(bytes[index + 1])
    }

    /// Whether the full stop at `dot` ends a sentence rather than joining two parts of a name.
    ///
    /// Scraped texts lose the space behind a full stop, so "Python.You will" is two sentences; "node.js", "ASP.NET" and
    /// "spark.apache.org" are one name each.
    private func dotEndsSentence(at dot: Int) -> Bool {
        let start = dot + 1
        guard bytes.isWord(at: start) else { return true }
        if ASCII.isDigit(bytes[start]) { return true }
        guard ASCII.isUpper(bytes[start]) else { return false }
        let end = bytes.endOfWord(from: start, limit: min(bytes.count, start + 4))
        return end - start >= 2 && !Self.nameSuffixes.contains(lowered(start..<end))
    }

    /// Up to four bytes in lower case, as one number.
    private func lowered(_ range: Range<Int>) -> UInt32 {
        range.reduce(0) { $0 << 8 | UInt32(ASCII.lower(bytes[$1])) }
    }

    private static let nameSuffixes: [UInt32] = ["js", "io", "ai", "net", "com", "org", "co", "py"].map { suffix in
        suffix.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: One- and two-letter terms

    private func standsAlone(_ span: Range<Int>, _ traits: TermTable.Traits) -> Bool {
        let (start, end) = (span.lowerBound, span.upperBound)
        if end < bytes.count {
            switch bytes[end] {
            case 0x2B, 0x23: return false  // C++ C#
            case 0x2D, 0x26: if bytes.isWord(at: end + 1) { return false }  // Go-to-market R&D
            case 0x2F: if !slashLists(span, neighbour: wordAfter(end + 1)) { return false }
            default: break
            }
        }
        if start > 0 {
            switch bytes[start - 1] {
            case 0x2D, 0x26: if bytes.isWord(before: start - 1) { return false }  // Objective-C
            case 0x2F: if !slashLists(span, neighbour: wordBefore(start - 1)) { return false }
            default: break
            }
        }
        return !traits.contains(.isLetter) || !isInitial(span)
    }

    /// Whether a slash between a short term and its neighbour lists two things: Python/R, C/C++, AI/ML; not I/O.
    private func slashLists(_ span: Range<Int>, neighbour: Range<Int>) -> Bool {
        guard !neighbour.isEmpty else { return true }
        if bytes.scalars(in: neighbour) >= 3 { return true }
        let marks: Set<UInt8> = [0x2B, 0x23]
        if neighbour.upperBound < bytes.count, marks.contains(bytes[neighbour.upperBound]) { return true }
        return isCapitals(neighbour) && isCapitals(span)
    }

    private func isCapitals(_ range: Range<Int>) -> Bool { range.count >= 2 && bytes[range].allSatisfy(ASCII.isUpper) }

    private func wordAfter(_ index: Int) -> Range<Int> { index..<bytes.endOfWord(from: index, limit: bytes.count) }

    private func wordBefore(_ index: Int) -> Range<Int> { bytes.startOfWord(to: index)..<index }

    /// Whether a single letter is one of "R & D" or the mark of "Intel(R)".
    private func isInitial(_ span: Range<Int>) -> Bool {
        let (start, end) = (span.lowerBound, span.upperBound)
        if start > 1, bytes[start - 1] == 0x28, bytes.isWord(before: start - 1) { return true }
        var after = end
        while after < bytes.count, bytes[after] == 0x20 { after += 1 }
        if after < bytes.count, bytes[after] == 0x26 {
            repeat { after += 1 } while after < bytes.count && bytes[after] == 0x20
            if bytes.scalars(in: wordAfter(after)) == 1 { return true }
        }
        var before = start
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        if before > 0, bytes[before - 1] == 0x26 {
            repeat { before -= 1 } while before > 0 && bytes[before - 1] == 0x20
            if bytes.scalars(in: wordBefore(before)) == 1 { return true }
        }
        return false
    }
}
