import StrataModel

/// Tells a heading from the same words in a sentence.
struct HeadingReader {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the text has lost its line breaks, so that headings stand within the running text.
    let isStructureless: Bool

    init(_ bytes: UnsafeBufferPointer<UInt8>, lineCount: Int) {
        self.bytes = bytes
        isStructureless = bytes.count > 400 && bytes.count / max(1, lineCount) > 400
    }

    /// Whether the phrase at `span` is a heading, or opens one.
    func isHeading(_ span: Range<Int>) -> Bool {
        if Boundary(bytes: bytes).isGlue(at: span.upperBound) { return isTitleCase(span) }
        let lead = lead(before: span.lowerBound)
        let tail = tail(after: span.upperBound)
        guard lead.startsLine else { return isInline(span, tail) }
        // A line wrapped by hand goes on with small letters: "will be\na plus".
        if ASCII.isLower(bytes[span.lowerBound]), !tail.hasColon, !lead.isMarked, !lead.hasBullet { return false }
        if tail.endsLine || tail.hasColon { return true }
        return !lead.hasBullet && isShortLine(from: lead.lineStart, span, isMarked: lead.isMarked)
    }

    // MARK: Around the phrase

    private struct Lead {
        var startsLine: Bool
        var lineStart: Int
        /// Markdown's # or **.
        var isMarked: Bool
        var hasBullet: Bool
    }

    private struct Tail {
        var hasColon: Bool
        var endsLine: Bool
    }

    /// What stands before the phrase in its line: nothing but marks, numbers and signs when it starts the line.
    private func lead(before start: Int) -> Lead {
        var lead = Lead(startsLine: false, lineStart: start, isMarked: false, hasBullet: false)
        var index = start
        while index > 0, start - index < 24 {
            let byte = bytes[index - 1]
            if byte == 0x0A || byte == 0x0D { break }
            if byte < 0x80 {
                let isNumbering = ASCII.isDigit(byte) && index < start && [0x2E, 0x29].contains(bytes[index])
                guard !ASCII.isWord(byte) || isNumbering else { return lead }
                if byte == 0x23 || (byte == 0x2A && index >= 2 && bytes[index - 2] == 0x2A) { lead.isMarked = true }
                if byte == 0x2D || (byte == 0x2A && !lead.isMarked) { lead.hasBullet = true }
                if [0x2E, 0x21, 0x3F, 0x2C].contains(byte), index == start || !ASCII.isDigit(bytes[index - 1]),
                    index < 2 || !ASCII.isDigit(bytes[index - 2])
                {
                    return lead
                }
            } else if bytes.isWord(before: index) {
                return lead
            } else if byte == 0xA2 {
                lead.hasBullet = true
            }
            index -= 1
        }
        lead.startsLine = index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
        lead.lineStart = index
        return lead
    }

    private func tail(after end: Int) -> Tail {
        var tail = Tail(hasColon: false, endsLine: false)
        var index = end
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A, 0x0D:
                tail.endsLine = true
                return tail
            case 0x3A: tail.hasColon = true
            case 0x20, 0x09, 0x2A, 0x5F, 0x3F, 0x21, 0x23, 0x7C, 0x5C: break
            default: return tail
            }
            index += 1
        }
        tail.endsLine = true
        return tail
    }

    // MARK: Rules

    /// Whether the line that the phrase starts is a heading as a whole: short, and marked, in capitals, closed by a colon
    /// or made of a longer phrase in title case.
    private func isShortLine(from lineStart: Int, _ span: Range<Int>, isMarked: Bool) -> Bool {
        var end = span.upperBound
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            end += 1
            if end - lineStart > 80 { return false }
        }
        if isMarked { return true }
        var last = end - 1
        while last > lineStart, [0x20, 0x09, 0x2A, 0x5F].contains(bytes[last]) { last -= 1 }
        if bytes[last] == 0x3A || bytes[last] == 0x3F { return true }
        if isCapitals(span.lowerBound..<end) { return true }
        return end - lineStart <= 50 && bytes[last] != 0x2E && bytes[last] != 0x2C && wordCount(span) >= 2
            && isTitleCase(span)
    }

    private func isInline(_ span: Range<Int>, _ tail: Tail) -> Bool {
        guard ASCII.isUpper(bytes[span.lowerBound]) || bytes[span.lowerBound] >= 0xC3 else { return false }
        let follows = followsSentence(span.lowerBound)
        if tail.hasColon {
            return follows || isStructureless || isTitleCase(span) && !followsSmallWord(span.lowerBound)
        }
        guard isStructureless, isTitleCase(span) || isCapitals(span), opensSentence(after: span.upperBound) else {
            return false
        }
        return wordCount(span) >= 2 || (span.count >= 8 && (follows || isCapitals(span) || opensName(span.upperBound)))
    }

    private func followsSentence(_ start: Int) -> Bool {
        var index = start
        while index > 0, ASCII.isSpace(bytes[index - 1]) || bytes[index - 1] == 0x2A { index -= 1 }
        return index == 0 || [0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x29].contains(bytes[index - 1])
    }

    /// Whether a word of one to three letters stands before: "the Requirements: ..." goes on with a sentence.
    private func followsSmallWord(_ start: Int) -> Bool {
        var index = start
        while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
        let end = index
        while index > 0, ASCII.isLower(bytes[index - 1]) { index -= 1 }
        return (1...3).contains(end - index) && !bytes.isWord(before: index)
    }

    private func opensSentence(after end: Int) -> Bool {
        var index = end
        while index < bytes.count, ASCII.isSpace(bytes[index]) { index += 1 }
        return index < bytes.count && index > end && !ASCII.isLower(bytes[index]) && bytes[index] != 0x26
    }

    /// Whether a capital follows that begins a word: texts without any marks have only capitals to go by.
    private func opensName(_ end: Int) -> Bool {
        end + 1 < bytes.count && ASCII.isSpace(bytes[end]) && ASCII.isUpper(bytes[end + 1])
    }

    private func wordCount(_ span: Range<Int>) -> Int {
        span.dropFirst().count { bytes.isWord(at: $0) && !bytes.isWord(before: $0) } + 1
    }

    /// Whether every word of four letters or more begins with a capital, and the first one too.
    private func isTitleCase(_ span: Range<Int>) -> Bool {
        var index = span.lowerBound
        while index < span.upperBound {
            let end = max(index + 1, bytes.endOfWord(from: index, limit: span.upperBound))
            if ASCII.isLower(bytes[index]), end - index >= 4 || index == span.lowerBound { return false }
            index = end
        }
        return true
    }

    func isCapitals(_ range: Range<Int>) -> Bool {
        var letters = 0
        for index in range {
            if ASCII.isLower(bytes[index]) { return false }
            if ASCII.isUpper(bytes[index]) { letters += 1 }
        }
        return letters >= 4
    }
}
