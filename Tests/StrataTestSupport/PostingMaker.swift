/// Makes texts of words that nobody has read, some of them almost the same: the same ones for the same seed.
public struct PostingMaker {
    private var generator: RepeatableGenerator
    private let vocabulary: [String]

    public init(seed: UInt64) {
        var generator = RepeatableGenerator(seed: seed)
        vocabulary = (0..<2000).map { _ in
            String((0...(2 + generator.upTo(6))).map { _ in generator.pick(Array("abcdefghijklmnoprstuvwy")) })
        }
        self.generator = generator
    }

    /// So many words; common ones come often, as in any language.
    public mutating func words(_ count: Int) -> [String] {
        (0..<count).map { _ in
            let place = Double(generator.upTo(1_000_000)) / 1_000_000
            return vocabulary[Int(place * place * Double(vocabulary.count - 1))]
        }
    }

    /// The words with some of them replaced.
    ///
    /// - parameter share: which part of them, 0 to 1.
    public mutating func changed(_ words: [String], _ share: Double) -> [String] {
        words.map { Double(generator.upTo(1000)) < share * 1000 ? self.words(1)[0] : $0 }
    }

    /// Sentences of the words.
    public static func text(_ words: [String]) -> String {
        stride(from: 0, to: words.count, by: 12).map { start in
            let sentence = words[start..<min(start + 12, words.count)].joined(separator: " ")
            return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
        }.joined(separator: "\n")
    }

    /// Texts in families, each of one text with up to a fifth of its words replaced; shuffled.
    ///
    /// - parameter words: how many a text has, about.
    public mutating func families(_ count: Int, upTo size: Int, words: Int) -> [String] {
        var texts: [String] = []
        for _ in 0..<count {
            let first = self.words(words / 2 + generator.upTo(words))
            texts.append(Self.text(first))
            for _ in 0..<generator.upTo(size - 1) {
                texts.append(Self.text(changed(first, Double(generator.upTo(20)) / 100)))
            }
        }
        return texts.shuffled(using: &generator)
    }
}
