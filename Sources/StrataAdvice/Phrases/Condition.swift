public import StrataCatalogue
internal import StrataModel

/// When a rule holds of a text, as the column `when` of the rule files says it.
///
/// Alternatives stand between `|`; of each, everything between spaces must stand in one sentence, in any order. `@deploy` is
/// any word of a group, `knowledge_base` words in a row, `-word` must not stand there, `no:@deploy` must be denied ("never
/// deployed", "undeployed") and `yes:@deploy` must not.
public struct Condition: Sendable {
    private struct Item: Sendable {
        enum Sense { case any, affirmed, denied, absent }
        var sense: Sense
        var phrases: [Vocabulary.Phrase]
    }

    /// What holds, and where.
    public struct Match: Sendable, Hashable {
        /// The sentence's number in the text.
        public var sentence: Int
        /// The sentence in the text's own words.
        public var quote: String
        /// The words that matched, as they stand, in the order of the text.
        public var words: [String]
        /// How many things had to hold: the more, the surer.
        public var strength: Int
    }

    private let alternatives: [[Item]]
    /// How many alternatives there are: none never hold.
    public var isEmpty: Bool { alternatives.isEmpty }

    /// - parameter cell: a cell of a rule file.
    /// - throws: `SeedTable.Malformed` at an unknown group.
    public init(_ cell: SeedText, of row: SeedTable.Row, _ vocabulary: Vocabulary) throws {
        alternatives = try cell.list.map { alternative in
            try alternative.split(separator: " ").map { try Self.item($0, row, vocabulary) }
        }
        if alternatives.contains(where: { $0.allSatisfy { $0.sense == .absent } }) {
            throw row.malformed("'\(cell.string)' names in one of its alternatives nothing that must stand there")
        }
    }

    private static func item(
        _ text: Substring, _ row: SeedTable.Row, _ vocabulary: Vocabulary
    ) throws -> Item {
        var (rest, sense) = (text, Item.Sense.any)
        for (mark, meaning) in [("-", Item.Sense.absent), ("no:", .denied), ("yes:", .affirmed)]
        where text.hasPrefix(mark) {
            (rest, sense) = (text.dropFirst(mark.count), meaning)
        }
        guard rest.hasPrefix("@") else {
            let phrase = Vocabulary.phrase(String(rest))
            guard !phrase.isEmpty else { throw row.malformed("'\(text)' names no word") }
            return Item(sense: sense, phrases: [phrase])
        }
        guard let phrases = vocabulary.phrases(of: String(rest.dropFirst())) else {
            throw row.malformed("no group '\(rest.dropFirst())' in words.tsv")
        }
        return Item(sense: sense, phrases: phrases)
    }

    // MARK: Matching

    /// The sentence in which most has to hold, of equals the first; nil where none does.
    public func match(in text: PhraseText) -> Match? {
        matches(in: text).max { ($0.strength, $1.sentence) < ($1.strength, $0.sentence) }
    }

    /// How much of it holds: the strengths of all its alternatives that hold anywhere in the text, summed.
    func score(in text: PhraseText) -> Int {
        alternatives.reduce(0) { sum, items in
            sum + (text.sentences.compactMap { Self.places(of: items, in: $0)?.strength }.max() ?? 0)
        }
    }

    /// Every sentence in which it holds, once.
    public func matches(in text: PhraseText) -> [Match] {
        text.sentences.indices.compactMap { number in
            let found = alternatives.compactMap { Self.places(of: $0, in: text.sentences[number]) }
            guard let best = found.max(by: { $0.strength < $1.strength }) else { return nil }
            let words = Set(best.places).sorted().map { place in
                let span = text.sentences[number][place].span
                return text.slice(span.start..<span.end)
            }
            return Match(sentence: number, quote: text.quote(number), words: words, strength: best.strength)
        }
    }

    /// The places of the words that match; nil where something does not.
    private static func places(
        of items: [Item], in words: [PhraseText.Word]
    ) -> (places: [Int], strength: Int)? {
        var (places, strength): ([Int], Int) = ([], 0)
        for item in items {
            let found = range(of: item, in: words)
            guard (item.sense == .absent) == (found == nil) else { return nil }
            if let found {
                places += found
                strength += item.sense == .any ? 2 : 3
            }
        }
        return (places, strength)
    }

    private static func range(of item: Item, in words: [PhraseText.Word]) -> Range<Int>? {
        for start in words.indices {
            for phrase in item.phrases where words[start].stem == phrase.first && start + phrase.count <= words.count {
                let range = start..<start + phrase.count
                guard zip(words[range], phrase).allSatisfy({ $0.stem == $1 }) else { continue }
                switch item.sense {
                case .any, .absent: return range
                case .affirmed where !words[range].contains(where: \.isNegated): return range
                case .denied where words[range].contains(where: \.isNegated): return range
                default: continue
                }
            }
        }
        return nil
    }
}
