/// Finds the names of people whom applicants shall turn to.
///
/// A name is one where a word such as "recruiter:" or "Ansprechpartnerin" goes before it, where it bears a title (Frau, Dr.),
/// or where it stands beside an address or a number that is masked. A first name that is known, or the address itself,
/// tells it from a product's or a firm's. A name found once is masked wherever it stands in the text.
struct NameFinder {
    private(set) var findings: [Redaction.Finding] = []
    private let text: [Unicode.Scalar]
    private let words: [Word]
    private let masked: FindingList
    /// Words of the employer's name: the two together are no person.
    private let employer: Set<String>

    /// A stretch of letters, with apostrophes and hyphens within.
    private struct Word {
        var range: Range<Int>
        var text: String
        var isCapital: Bool
        var key: String { text.lowercased() }
        /// The first letter, small.
        var first: UInt32
    }

    init(_ text: [Unicode.Scalar], beside masked: [Redaction.Finding], employer: String?) {
        self.text = text
        self.employer = Set(ColumnNames.normalisedWords((employer ?? "").lowercased()))
        self.masked = FindingList(masked)
        words = Self.words(text)
        var names: [Range<Int>] = cued() + beside()
        if !names.isEmpty { names += again(names) }
        for name in names.sorted(by: { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) })
        where !self.masked.overlaps(name)
            && name.lowerBound >= (findings.last?.range.upperBound ?? 0)
        {
            findings.append(Redaction.Finding(range: name, kind: .name))
        }
    }

    private static func words(_ text: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var position = 0
        while position < text.count {
            guard text[position].isLetter else {
                position += 1
                continue
            }
            let start = position
            while position < text.count {
                let scalar = text[position]
                let joins = (scalar == "'" || scalar == "’" || scalar == "-") && position + 1 < text.count
                guard scalar.isLetter || joins && text[position + 1].isLetter else { break }
                position += 1
            }
            words.append(
                Word(
                    range: start..<position, text: String(String.UnicodeScalarView(text[start..<position])),
                    isCapital: text[start].isCapital,
                    first: text[start].value < 0x80 ? text[start].value | 0x20 : 0x80))
        }
        return words
    }

    // MARK: Behind a cue

    private func cued() -> [Range<Int>] {
        var names: [Range<Int>] = []
        for index in words.indices {
            guard let cue = cue(at: index) else {
                // "Frau Dr. Müller" needs no other word before it.
                if isTitle(words[index]), !NameWords.degrees.contains(words[index].key),
                    isContactNear(words[index].range),
                    let name = name(from: index), name.hasTitle
                {
                    names.append(name.range)
                }
                continue
            }
            var next = cue.next
            var steps = 0
            // "contact our recruiter, Ms Jane Doe": a few small words lie between.
            while next < words.count, steps < 5, NameWords.links.contains(words[next].key), isNear(next - 1, next) {
                next += 1
                steps += 1
            }
            guard next < words.count, isNear(next - 1, next), let name = name(from: next) else { continue }
            let isCertain = name.hasTitle || name.isKnown
            if isCertain || name.count >= 2 && (cue.isStrong && hasColon(cue.next - 1, next) || isBeside(name.range)) {
                names.append(name.range)
            }
        }
        return names
    }

    /// Whether a masked address or number follows at once: "Jane Doe on [email]".
    private func isBeside(_ name: Range<Int>) -> Bool {
        masked.begins(at: name.upperBound, within: 8)
    }

    /// Whether one can get in touch with somebody near: Mr. Beast is no recruiter.
    private func isContactNear(_ range: Range<Int>) -> Bool {
        masked.begins(at: max(0, range.lowerBound - 300), within: 600)
    }

    /// A cue that begins with this word, and the word behind it.
    private func cue(at index: Int) -> (next: Int, isStrong: Bool)? {
        guard NameWords.cueLetters.contains(words[index].first) else { return nil }
        let key = words[index].key
        guard NameWords.cueStarts.contains(key) else { return nil }
        if NameWords.strong.contains(key) { return (index + 1, true) }
        if index + 1 < words.count {
            let pair = "\(key) \(words[index + 1].key)"
            if NameWords.strong.contains(pair) { return (index + 2, true) }
            if NameWords.weak.contains(pair) { return (index + 2, false) }
            if index + 2 < words.count {
                let three = "\(pair) \(words[index + 2].key)"
                if NameWords.strong.contains(three) { return (index + 3, true) }
                if NameWords.weak.contains(three) { return (index + 3, false) }
            }
        }
        return NameWords.weak.contains(key) ? (index + 1, false) : nil
    }

    /// Whether only spaces and signs lie between two words, and not too many.
    private func isNear(_ first: Int, _ second: Int) -> Bool {
        let gap = text[words[first].range.upperBound..<words[second].range.lowerBound]
        // A list of contacts goes on in the next line, a sentence does not.
        return gap.count <= 6
            && !gap.contains(where: { $0.isDigit || $0 == "." && gap.count > 2 || $0 == ";" || $0 == "[" })
            && gap.count(where: \.isLineEnd) <= 1
    }

    private func hasColon(_ first: Int, _ second: Int) -> Bool {
        text[words[first].range.upperBound..<words[second].range.lowerBound].contains { $0 == ":" || $0 == "：" }
    }

    // MARK: Names

    private struct Name {
        var range: Range<Int>
        /// Words with a capital, titles apart.
        var count: Int
        var hasTitle: Bool
        /// Whether its first word is a first name that is known.
        var isKnown: Bool
    }

    /// The name that begins at a word: titles, then up to four words with capitals and particles between.
    private func name(from start: Int) -> Name? {
        var index = start
        var hasTitle = false
        while index < words.count, index < start + 4, isTitle(words[index]),
            index == start || isJoined(index - 1, index, points: true)
        {
            hasTitle = true
            index += 1
        }
        let first = index
        var last = -1
        var count = 0
        while index < words.count, index < first + 6 {
            if index > first || hasTitle {
                guard index > 0,
                    isJoined(index - 1, index, points: index == first || Self.isInitial(words[index - 1].text))
                else { break }
            }
            let word = words[index]
            if word.isCapital {
                guard !NameWords.noNames.contains(word.key), !isAcronym(word.text), count < 4 else {
                    // "Jane Doe Recruiting": the name ends; "Talent Team" is none.
                    return count >= 2 && NameWords.endings.contains(word.key) ? finished() : nil
                }
                count += 1
                last = index
            } else {
                guard NameWords.particles.contains(word.key), count > 0 else { break }
            }
            index += 1
        }
        return finished()

        func finished() -> Name? {
            guard last >= first, hasTitle || count >= 2 || isFirstName(words[first]),
                !words[first...last].allSatisfy({ employer.contains(Gazetteer.key($0.text)) })
            else { return nil }
            let isKnown = NameWords.firstNames.contains(
                words[first].key.split(separator: "-").first.map(String.init) ?? "")
            return Name(
                range: words[start].range.lowerBound..<words[last].range.upperBound, count: count, hasTitle: hasTitle,
                isKnown: isKnown)
        }
    }

    /// Whether a word alone is a person: "Orlando" is a town.
    private func isFirstName(_ word: Word) -> Bool {
        guard NameWords.firstNames.contains(word.key) else { return false }
        let key = Gazetteer.key(word.text)
        return Gazetteer.shared.city(named: key) == nil && Gazetteer.shared.region(named: key) == nil
    }

    /// Whether a space, and perhaps the point of a title or an initial, lies between two words.
    private func isJoined(_ first: Int, _ second: Int, points: Bool) -> Bool {
        let gap = text[words[first].range.upperBound..<words[second].range.lowerBound]
        guard (1...2).contains(gap.count), gap.last?.isSpace ?? false else { return false }
        return gap.count == 1 || points && gap.first == "."
    }

    /// "Ms" is one, "MS" a degree.
    private func isTitle(_ word: Word) -> Bool {
        word.isCapital && NameWords.titles.contains(word.key)
            && !word.text.unicodeScalars.dropFirst().contains(where: \.isCapital)
    }

    private static func isInitial(_ word: String) -> Bool { word.unicodeScalars.count == 1 }

    /// "HR", "AWS"; a name all in capitals has more letters.
    private func isAcronym(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        return scalars.count > 1 && scalars.count <= 4 && scalars.allSatisfy(\.isCapital)
    }

    // MARK: Beside what is masked

    /// Names in the line of a masked address or number, next to it or but for a job title between.
    private func beside() -> [Range<Int>] {
        var names: [Range<Int>] = []
        for finding in masked.findings {
            let local = Self.parts(of: text[finding.range])
            let line = line(around: finding.range.lowerBound)
            var index = word(from: line.lowerBound)
            while index < words.count, words[index].range.upperBound <= line.upperBound {
                let word = words[index]
                index += 1
                guard word.isCapital, !finding.range.overlaps(word.range), let name = name(from: index - 1) else {
                    continue
                }
                let distance =
                    name.range.upperBound <= finding.range.lowerBound
                    ? finding.range.lowerBound - name.range.upperBound
                    : name.range.lowerBound - finding.range.upperBound
                guard (0...60).contains(distance) else { continue }
                let isOwn =
                    name.count >= 2
                    && text[name.range].split(separator: " ").contains { part in
                        let key = Self.folded(part)
                        return key.count >= 3 && local.contains { $0.contains(key) }
                    }
                if isOwn || (name.isKnown && name.count >= 2 || name.hasTitle) && distance <= 40 {
                    names.append(name.range)
                }
            }
        }
        return names
    }

    /// The first word that begins at a place or behind it.
    private func word(from place: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func line(around position: Int) -> Range<Int> {
        var (start, end) = (position, position)
        while start > 0, position - start < 160, !text[start - 1].isLineEnd { start -= 1 }
        while end < text.count, end - position < 160, !text[end].isLineEnd { end += 1 }
        return start..<end
    }

    /// The words of an address before its sign: "jane.doe" gives jane and doe.
    private static func parts(of address: ArraySlice<Unicode.Scalar>) -> [String] {
        address.prefix { $0 != "@" && $0 != "(" && $0 != "[" && !$0.isSpace }.split { !$0.isLetter }.map(folded)
    }

    private static func folded(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        ColumnNames.normalisedWords(String(String.UnicodeScalarView(letters)).lowercased()).joined()
    }

    // MARK: The same name again

    private func again(_ names: [Range<Int>]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var known: [String: [[Unicode.Scalar]]] = [:]
        for name in names where text[name].contains(where: \.isSpace) {
            let first = words[word(from: name.lowerBound)].text
            let letters = Array(text[name])
            // Few persons of one text share a first name.
            guard known[first, default: []].count < 8, !known[first, default: []].contains(letters) else { continue }
            known[first, default: []].append(letters)
        }
        for word in words where word.isCapital {
            for name in known[word.text] ?? [] {
                let range = word.range.lowerBound..<min(text.count, word.range.lowerBound + name.count)
                guard text[range].elementsEqual(name),
                    range.upperBound == text.count || !text[range.upperBound].isLetter
                else { continue }
                found.append(range)
            }
        }
        return found
    }
}
