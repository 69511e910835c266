internal import StrataModel

/// Says of a brief which sort of project it is, and by which words.
struct BriefReader: Sendable {
    /// Which archetype a brief is of.
    struct Reading: Sendable, Hashable {
        /// Nil for what is no AI or data project, or says too little.
        var archetype: String?
        /// 0 to 1.
        var share: Double
        /// The next most likely one that is not far behind; nil where there is none.
        var second: String?
        /// The brief's words that told.
        var words: [String]
        /// The labelled brief that is most like it.
        var example: String?
        /// What the brief calls its data; nil where it names none.
        var data: String?
    }

    private let vocabulary: Vocabulary
    private let examples: ExampleReader
    let archetypes: Archetypes

    init(_ knowledge: Knowledge, _ kinds: WorkKinds) throws {
        vocabulary = knowledge.vocabulary
        archetypes = try Archetypes(knowledge, kinds)
        examples = try ExampleReader(["briefs"], label: "archetype", knowledge.files, knowledge.vocabulary)
    }

    /// So many telling words make a brief say something.
    private static let leastWords = 1
    /// What has this part of the first's share is worth a word.
    private static let nearness = 0.35

    func read(_ brief: String) -> Reading {
        let text = PhraseText(brief, vocabulary)
        let reading = examples.read(text)
        let isKnown = archetypes[reading.label] != nil && reading.words.count >= Self.leastWords
        let second = reading.shares.dropFirst().first
        let isNear = second.map { archetypes[$0.label] != nil && $0.share >= Self.nearness * reading.share } ?? false
        return Reading(
            archetype: isKnown ? reading.label : nil, share: reading.share, second: isNear ? second?.label : nil,
            words: reading.words, example: reading.example, data: DataWords.found(in: text, vocabulary))
    }
}

/// Finds what a brief calls its data: "our internal knowledge base and past tickets".
enum DataWords {
    /// How many words before the noun belong to it.
    private static let reach = 2

    static func found(in text: PhraseText, _ vocabulary: Vocabulary) -> String? {
        var names: [String] = []
        for words in text.sentences {
            var place = 0
            while place < words.count {
                guard let length = vocabulary.length(of: "material", in: words, at: place) else {
                    place += 1
                    continue
                }
                var start = place
                while start > 0, place - start < reach, words[start].pause == nil,
                    vocabulary.isQualifier(words[start - 1].stem)
                { start -= 1 }
                let name = text.slice(words[start].span.start..<words[place + length - 1].span.end)
                if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
                place += length
            }
        }
        guard let last = names.prefix(3).last else { return nil }
        let first = names.prefix(3).dropLast()
        return first.isEmpty ? last : "\(first.joined(separator: ", ")) and \(last)"
    }
}
