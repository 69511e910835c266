import StrataModel

/// Finds what looks like a name in a text: words with capitals or digits in them, and runs of up to three such words.
struct NameScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the language writes nouns with a capital: then one by itself says nothing.
    let capitalisesNouns: Bool

    /// A word of letters and digits, with marks within that names have: node.js, C++, CI/CD.
    private struct Word {
        var range: Range<Int>
        /// Begins with a capital.
        var isCapitalised: Bool
        /// Has a capital or a digit behind its first letter, and a letter.
        var isOdd: Bool
        /// Begins a sentence, a line or an item of a list: its capital says nothing.
        var opens: Bool
    }

    /// A run of words that looks like a name.
    struct Name {
        var range: Range<Int>
        /// Whether only the place at the start of a sentence may have given it its capital.
        var isDoubtful: Bool
    }

    /// Calls `name` with what looks like a name and `word` with each other word, in order; passes over `known` ranges.
    ///
    /// - parameter known: in order, not overlapping.
    func scan(known: [Range<Int>], name: (Name) -> Void, word: (Range<Int>) -> Void) {
        var run: [Word] = []
        var nextKnown = 0
        var index = 0
        func finish() {
            guard let first = run.first, let last = run.last else { return }
            let isPlain = run.count == 1 && !first.isOdd
            let isDoubtful = isPlain && (capitalisesNouns || (first.opens && !standsAlone(first.range)))
            if run.count <= 3 {
                name(Name(range: first.range.lowerBound..<last.range.upperBound, isDoubtful: isDoubtful))
            }
            run.removeAll(keepingCapacity: true)
        }
        while index < bytes.count {
            while nextKnown < known.count, known[nextKnown].upperBound <= index { nextKnown += 1 }
            if nextKnown < known.count, known[nextKnown].lowerBound <= index {
                finish()
                index = known[nextKnown].upperBound
                continue
            }
            guard bytes.isWord(at: index) else {
                // Whole scalars: a byte within a bullet may look like a letter.
                index += bytes[index] < 0x80 ? 1 : Scalars.decode(bytes, at: index).length
                continue
            }
            let limit = nextKnown < known.count ? known[nextKnown].lowerBound : bytes.count
            let found = self.word(at: index, limit: limit)
            index = found.range.upperBound
            guard found.isCapitalised || found.isOdd else {
                finish()
                word(found.range)
                continue
            }
            if let last = run.last, !isOneSpace(last.range.upperBound..<found.range.lowerBound) { finish() }
            run.append(found)
        }
        finish()
    }

    private func word(at start: Int, limit: Int) -> Word {
        var end = start
        var (capitals, smalls, digits) = (0, 0, 0)
        while end < limit {
            let byte = bytes[end]
            if byte >= 0x80 {
                guard bytes.isWord(at: end) else { break }
                smalls += 1
                end += Scalars.decode(bytes, at: end).length
                continue
            }
            if ASCII.isUpper(byte) {
                capitals += 1
            } else if ASCII.isLower(byte) {
                smalls += 1
            } else if ASCII.isDigit(byte) {
                digits += 1
            } else if !joins(at: end, limit) {
                break
            }
            end += 1
        }
        while end < limit, bytes[end] == 0x2B || bytes[end] == 0x23 { end += 1 }
        let first = bytes[start]
        let isCapitalised = ASCII.isUpper(first)
        let isOdd =
            (capitals > (isCapitalised ? 1 : 0) || (digits > 0 && !ASCII.isDigit(first))) && capitals + smalls > 0
        return Word(range: start..<end, isCapitalised: isCapitalised, isOdd: isOdd, opens: opens(at: start))
    }

    /// A mark between two letters that belongs to a name: node.js, scikit-learn, T-SQL, A/B.
    private func joins(at index: Int, _ limit: Int) -> Bool {
        let byte = bytes[index]
        guard byte == 0x2E || byte == 0x2D || byte == 0x26 || byte == 0x27, index + 1 < limit else { return false }
        // "Python.You" is two sentences, "node.js" one name.
        if byte == 0x2E {
            return ASCII.isLower(bytes[index + 1]) && bytes.endOfWord(from: index + 1, limit: limit) - index <= 4
        }
        return bytes.isWord(at: index + 1) && byte != 0x27
    }

    private func isOneSpace(_ range: Range<Int>) -> Bool { range.count == 1 && bytes[range.lowerBound] == 0x20 }

    private func opens(at start: Int) -> Bool {
        var index = start
        while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
        guard index > 0 else { return true }
        switch bytes[index - 1] {
        case 0x0A, 0x0D, 0x2E, 0x21, 0x3F, 0x3A, 0x2A, 0x2D, 0x3B, 0x3E, 0x29: return true
        // Bullets and dashes beyond ASCII.
        case 0x80...: return !bytes.isWord(before: index)
        default: return false
        }
    }

    /// Whether the word is a line or an item by itself, as in a list of tools.
    private func standsAlone(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D || bytes[end] == 0x2C
    }
}
