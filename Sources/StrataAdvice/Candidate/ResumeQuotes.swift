internal import StrataModel

/// Quotes a document without what it says of the person: only the words themselves where the sentence may hold a name, a
/// school, an age or the like.
struct ResumeQuotes {
    /// A longer sentence is shortened to so many bytes or fewer, but for the words that matter and the marks of what is left out.
    private static let longest = 160

    /// No more bytes stand between a word and the space beside it.
    private static let marks = 60

    /// No head has more blocks.
    private static let longestHead = 5

    private let text: ResumeText
    private let sections: ResumeSections
    private let vocabulary: ResumeVocabulary
    /// The blocks of the document's head, which names the person.
    private let head: Int
    /// The person's name, by word.
    let name: Set<String>

    init(_ text: ResumeText, _ sections: ResumeSections, _ vocabulary: ResumeVocabulary, named: [Span]) {
        (self.text, self.sections, self.vocabulary) = (text, sections, vocabulary)
        var head = 0
        while head < min(text.blocks.count, Self.longestHead), head == 0 || !text.blocks[head].opensParagraph,
            !sections.isHeading[head], !text.blocks[head].isBullet
        {
            head += 1
        }
        self.head = head
        name = Self.name(text, vocabulary, named)
    }

    /// Whether a block is of the document's head.
    func isHead(_ block: Int) -> Bool { block < head }

    /// What to show for a mention.
    ///
    /// - parameter telling: the words that say how deep it goes, which are shown with it.
    func quote(_ mention: Range<Int>, telling: Range<Int>?, in number: Int) -> String {
        sentence(number, around: mention, telling: telling) ?? text.string(mention)
    }

    /// A sentence, shortened around a place where it is long; nil where it may hold what is nobody's business.
    func sentence(_ number: Int, around place: Range<Int>, telling: Range<Int>?) -> String? {
        let whole = parts(of: number)
        let isPrivate =
            text.sentences[number].block < head
            || [.education, .references, .personal, .publications, .languages, .interests, .certificates]
                .contains(sections.sections[text.sentences[number].block])
            || whole.contains { sentence in
                vocabulary.isFound("personal", in: sentence.words) || vocabulary.isFound("school", in: sentence.words)
                    || sentence.words.contains { name.contains($0.text) }
            }
        guard !isPrivate, let first = whole.first, let last = whole.last else { return nil }
        return shortened(outward(first.span.lowerBound..<last.span.upperBound), around: place, telling)
    }

    /// The sentence as people read it, what semicolons part is one; of it no more than a quote can hold.
    private func parts(of number: Int) -> ArraySlice<ResumeText.Sentence> {
        func isSplit(_ left: Int) -> Bool {
            let (one, next) = (text.sentences[left], text.sentences[left + 1])
            guard one.block == next.block else { return true }
            return !text.bytes[one.span.upperBound..<next.span.lowerBound].contains(0x3B)
        }
        var (first, last) = (number, number)
        let span = text.sentences[number].span
        while first > 0, span.lowerBound - text.sentences[first].span.lowerBound < 2 * Self.longest,
            !isSplit(first - 1)
        {
            first -= 1
        }
        while last + 1 < text.sentences.count,
            text.sentences[last].span.upperBound - span.upperBound < 2 * Self.longest, !isSplit(last)
        {
            last += 1
        }
        return text.sentences[first...last]
    }

    /// With the signs that stand right before the first word and behind the last one, but the stop: "(C++)", "$2m", "90%".
    private func outward(_ range: Range<Int>) -> Range<Int> {
        func isSpace(_ place: Int) -> Bool { text.bytes[place] <= 0x20 }
        let (least, most) = (
            max(0, range.lowerBound - Self.marks), min(text.bytes.count, range.upperBound + Self.marks)
        )
        var (first, last) = (range.lowerBound, range.upperBound)
        while first > least, !isSpace(first - 1) { first -= 1 }
        while last < most, !isSpace(last) { last += 1 }
        // What has no space for so long is no word.
        if first == least, first > 0 { first = range.lowerBound }
        if last == most, last < text.bytes.count { last = range.upperBound }
        while last > range.upperBound, [0x2E, 0x2C, 0x3A, 0x3B].contains(text.bytes[last - 1]) { last -= 1 }
        return first..<last
    }

    /// A stretch of text with nothing cut that need not be: around the words that matter where it is too long.
    private func shortened(_ span: Range<Int>, around place: Range<Int>, _ telling: Range<Int>?) -> String {
        guard collapsed(span).utf8.count > Self.longest else { return collapsed(span) }
        let needed = [place, telling].compactMap { $0 }.map(outward).sorted { $0.lowerBound < $1.lowerBound }
        let whole = (needed.map(\.lowerBound).min() ?? 0)..<(needed.map(\.upperBound).max() ?? 0)
        let stretches = whole.count <= Self.longest ? [whole] : needed
        let room = max(0, Self.longest - stretches.map(\.count).reduce(0, +)) / stretches.count
        var cuts: [Range<Int>] = []
        for stretch in stretches {
            let cut = widened(stretch, within: span, by: room)
            if let last = cuts.last, cut.lowerBound <= last.upperBound + 1 {
                cuts[cuts.count - 1] = last.lowerBound..<max(last.upperBound, cut.upperBound)
            } else {
                cuts.append(cut)
            }
        }
        let words = cuts.map(collapsed).joined(separator: " … ")
        guard let first = cuts.first, let last = cuts.last else { return words }
        return (first.lowerBound > span.lowerBound ? "… " : "") + words
            + (last.upperBound < span.upperBound ? " …" : "")
    }

    /// A stretch with the words around it that there is room for, the sentence's beginning first.
    private func widened(_ stretch: Range<Int>, within span: Range<Int>, by room: Int) -> Range<Int> {
        func isSpace(_ place: Int) -> Bool { text.bytes[place] <= 0x20 }
        let before = stretch.lowerBound - span.lowerBound
        let behind = span.upperBound - stretch.upperBound
        // What one side does not need the other may have.
        let left = before <= room * 2 / 3 ? before : max(room / 2, room - behind)
        var first = max(span.lowerBound, stretch.lowerBound - left)
        while first > span.lowerBound, first < stretch.lowerBound, !isSpace(first - 1) { first += 1 }
        var last = min(span.upperBound, stretch.upperBound + room - (stretch.lowerBound - first))
        while last < span.upperBound, last > stretch.upperBound, !isSpace(last) { last -= 1 }
        return first..<max(last, stretch.upperBound)
    }

    /// On one line, without marks of Markdown.
    private func collapsed(_ range: Range<Int>) -> String {
        text.string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("**", with: "")
    }

    /// The words of the first line that look like a person's name.
    private static func name(_ text: ResumeText, _ vocabulary: ResumeVocabulary, _ named: [Span]) -> Set<String> {
        guard let first = text.sentences.first else { return [] }
        var words = first.words[...]
        while let lead = vocabulary.nameLeads.first(where: { words.map(\.text).starts(with: $0) }), !lead.isEmpty {
            words = words.dropFirst(lead.count)
        }
        let end = words.indices.dropFirst().first { words[$0].pause != nil } ?? words.endIndex
        words = words[..<end]
        guard (1...6).contains(words.count) else { return [] }
        return Set(
            words.filter { word in
                word.text.utf8.count >= 3 && !word.text.contains(where: \.isNumber)
                    && !named.contains { $0.start < word.span.upperBound && word.span.lowerBound < $0.end }
            }.map(\.text))
    }
}
