internal import StrataModel

/// A month, or a year of which no month is given.
struct ResumeMonth: Sendable, Hashable {
    var year: Int
    /// 1 to 12.
    var month: Int?

    /// Months since the year 0; the middle of a year whose month is not given.
    var position: Double { Double(year * 12) + (month.map { Double($0 - 1) } ?? 6) }
    /// Where it ends, as the last month of a job counts whole.
    var end: Double { month == nil ? position : position + 1 }

    /// `2021-03`, `2021`.
    var text: String { month.map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } ?? "\(year)" }
}

/// A stretch of time, as `03/2021 – today`.
struct ResumeRange: Sendable, Hashable {
    var start: ResumeMonth
    /// Nil for one that goes on.
    var end: ResumeMonth?
}

/// Reads dates among words.
struct ResumeDates {
    let text: ResumeText
    let vocabulary: ResumeVocabulary

    /// The first stretch of time that the words name.
    func range(in words: [ResumeText.Word]) -> ResumeRange? {
        var place = 0
        while place < words.count {
            guard let start = month(words, at: place) else {
                place += 1
                continue
            }
            if let range = range(from: start, words, opening: place) { return range }
            place = start.next
        }
        return nil
    }

    /// All months and years that the words name.
    func months(in words: [ResumeText.Word]) -> [ResumeMonth] {
        var (found, place): ([ResumeMonth], Int) = ([], 0)
        while place < words.count {
            if let month = month(words, at: place) {
                found.append(month.value)
                place = month.next
            } else {
                place += 1
            }
        }
        return found
    }

    private func range(
        from start: (value: ResumeMonth, next: Int), _ words: [ResumeText.Word], opening place: Int
    ) -> ResumeRange? {
        let before = place > 0 ? words[place - 1].text : ""
        let isSince = vocabulary.isWord(before, of: "since")
        var next = start.next
        let hasDash = isDash(behind: words[next - 1], before: next < words.count ? words[next] : nil)
        var hasWord = false
        while next < words.count, vocabulary.isWord(words[next].text, of: "range"), next - start.next < 2 {
            hasWord = true
            next += 1
        }
        if hasDash || hasWord, next < words.count || hasWord {
            if let end = next < words.count ? month(words, at: next) : nil {
                return end.value.end >= start.value.position ? ResumeRange(start: start.value, end: end.value) : nil
            }
            if vocabulary.length(of: "present", words, at: next) > 0 { return ResumeRange(start: start.value) }
            // "to date": the second word may be taken for one of the first kind.
            if hasWord, vocabulary.length(of: "present", words, at: next - 1) > 0 {
                return ResumeRange(start: start.value)
            }
        }
        if isSince && !hasWord || hasDash && isOpen(behind: words[start.next - 1]) {
            return ResumeRange(start: start.value)
        }
        return nil
    }

    /// Whether a dash stands between two words, or behind the last one.
    private func isDash(behind word: ResumeText.Word, before next: ResumeText.Word?) -> Bool {
        let limit = min(next?.span.lowerBound ?? text.bytes.count, word.span.upperBound + 8)
        guard word.span.upperBound < limit else { return false }
        for byte in text.bytes[word.span.upperBound..<limit] {
            if byte == 0x0A { return false }
            // A hyphen, or what the dashes of Unicode and the arrow begin with.
            if byte == 0x2D || byte == 0xE2 { return true }
        }
        return false
    }

    /// Whether a line or bracket closes right behind the dash: `2021-`, `(Mar 2020 –)`.
    private func isOpen(behind word: ResumeText.Word) -> Bool {
        for byte in text.bytes[word.span.upperBound...].prefix(12) {
            switch byte {
            case 0x0A, 0x0D, 0x29, 0x2C: return true
            case 0x20, 0x2D, 0x2A, 0x80...0xFF: continue
            default: return false
            }
        }
        return true
    }

    /// A month or year that begins at a place, and the place behind it.
    private func month(_ words: [ResumeText.Word], at place: Int) -> (value: ResumeMonth, next: Int)? {
        let word = words[place].text
        if let month = vocabulary.month(word), place + 1 < words.count, let year = Self.year(words[place + 1].text) {
            return (ResumeMonth(year: year, month: month), place + 2)
        }
        if let year = Self.year(word) {
            if place + 1 < words.count, isGlued(words[place], words[place + 1], by: [0x2D, 0x2F]),
                words[place + 1].text.utf8.count == 2, let month = Int(words[place + 1].text), (1...12).contains(month)
            {
                return (ResumeMonth(year: year, month: month), place + 2)
            }
            return (ResumeMonth(year: year), place + 1)
        }
        if let month = Int(word), (1...12).contains(month), place + 1 < words.count,
            isGlued(words[place], words[place + 1], by: [0x2F, 0x2D]), let year = Self.year(words[place + 1].text)
        {
            return (ResumeMonth(year: year, month: month), place + 2)
        }
        // "03.2021", "01.03.2021".
        let parts = word.split(separator: ".")
        if parts.count >= 2, let year = Self.year(String(parts[parts.count - 1])),
            let month = Int(parts[parts.count - 2]), (1...12).contains(month)
        {
            return (ResumeMonth(year: year, month: month), place + 1)
        }
        return nil
    }

    private func isGlued(_ left: ResumeText.Word, _ right: ResumeText.Word, by marks: [UInt8]) -> Bool {
        let gap = text.bytes[left.span.upperBound..<right.span.lowerBound]
        return gap.count == 1 && marks.contains(gap[gap.startIndex])
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), (1950...2099).contains(year) else { return nil }
        return year
    }
}
