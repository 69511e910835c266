internal import StrataModel

/// Quotes a document without what it says of the person: only the words themselves where the sentence may hold a name, a
/// school, an age or the like.
struct ResumeQuotes {
    /// No quote is longer, in bytes, but for what ends a word.
    private static let longest = 150

    /// No head has more blocks.
    private static let longestHead = 5

    private let text: ResumeText
    private let sections: ResumeSections
    private let vocabulary: ResumeVocabulary
    /// The blocks of the document's head, which names the person.
    private let head: Int
    /// The person's name, by word.
    private let name: Set<String>

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
    func quote(_ mention: Range<Int>, in number: Int) -> String {
        sentence(number, around: mention) ?? text.string(mention)
    }

    /// A sentence, cut around a place; nil where it may hold what is nobody's business.
    func sentence(_ number: Int, around place: Range<Int>) -> String? {
        let sentence = text.sentences[number]
        let isPrivate =
            sentence.block < head
            || [.education, .references, .personal, .publications, .languages, .interests, .certificates]
                .contains(sections.sections[sentence.block])
            || vocabulary.isFound("personal", in: sentence.words) || vocabulary.isFound("school", in: sentence.words)
            || sentence.words.contains { name.contains($0.text) }
        return isPrivate ? nil : cut(sentence, around: place)
    }

    private func cut(_ sentence: ResumeText.Sentence, around place: Range<Int>) -> String {
        var span = sentence.span
        // The bracket that closes behind the last word.
        if span.upperBound < text.bytes.count, text.bytes[span.upperBound] == 0x29 {
            span = span.lowerBound..<span.upperBound + 1
        }
        guard span.count > Self.longest else { return collapsed(span) }
        let room = max(0, Self.longest - place.count) / 2
        var words = sentence.words.filter {
            $0.span.lowerBound >= place.lowerBound - room && $0.span.upperBound <= place.upperBound + room
        }
        if words.isEmpty { words = sentence.words.filter { $0.span.overlaps(place) } }
        guard let first = words.first, let last = words.last else { return text.string(place) }
        let cut = first.span.lowerBound..<last.span.upperBound
        return (cut.lowerBound > span.lowerBound ? "… " : "") + collapsed(cut)
            + (cut.upperBound < span.upperBound ? " …" : "")
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
