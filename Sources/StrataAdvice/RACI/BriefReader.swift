internal import StrataModel

/// Says of a brief which sort of project it is, and by which words.
struct BriefReader: Sendable {
    /// Which archetype a brief is of.
    struct Reading: Sendable, Hashable {
        /// Nil for what is no AI or data project, or says too little.
        var archetype: String?
        /// 0 to 1.
        var share: Double
        /// The next most likely ones that are not far behind; the most likely ones where none is taken.
        var near: [String]
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
        examples = try ExampleReader.learnt("briefs", knowledge) {
            try knowledge.sentences(of: "briefs", label: "archetype")
        }
    }

    /// With a smaller part a brief may be of any sort: what is nearest is offered, and nothing taken.
    private static let leastShare = 0.35
    /// What has this part of the first's share is worth a word.
    private static let nearness = 0.35
    /// So many are offered.
    private static let mostNear = 3

    func read(_ brief: String) -> Reading {
        let text = PhraseText(brief, vocabulary)
        let reading = examples.read(text)
        let near = reading.shares.filter { archetypes[$0.label] != nil }
        let isKnown =
            archetypes[reading.label] != nil && reading.share >= Self.leastShare && !reading.words.isEmpty
        let others = near.filter { $0.label != reading.label && $0.share >= Self.nearness * reading.share }
        return Reading(
            archetype: isKnown ? reading.label : nil, share: reading.share,
            near: (isKnown ? others : near).prefix(Self.mostNear).map(\.label), words: reading.words,
            example: examples.example(of: reading, label: reading.label), data: DataWords.found(in: text, vocabulary))
    }
}

/// Finds what a brief calls its data: "our internal knowledge base and past tickets".
enum DataWords {
    /// How many words before the noun belong to it.
    private static let reach = 3

    static func found(in text: PhraseText, _ vocabulary: Vocabulary) -> String? {
        var names: [String] = []
        for words in text.sentences {
            var place = 0
            while place < words.count {
                guard let length = vocabulary.length(of: "material", in: words, at: place) else {
                    place += 1
                    continue
                }
                let noun = text.slice(words[place].span.start..<words[place + length - 1].span.end).lowercased()
                // "Order quantities" are no orders, and "the bank's call centre" no calls.
                if vocabulary.materials.contains(noun), let start = start(of: place, in: words, vocabulary) {
                    let name = text.slice(words[start].span.start..<words[place + length - 1].span.end)
                    if !names.contains(where: { $0.lowercased() == name.lowercased() }) { names.append(name) }
                }
                place += length
            }
        }
        return names.isEmpty ? nil : Prose.list(Array(names.prefix(3)))
    }

    /// Where what a noun is called begins: behind a word that opens a name ("our", "of", "using"); nil where none does, since
    /// what stands before it may then be anything: "block suspicious transactions".
    private static func start(of noun: Int, in words: [PhraseText.Word], _ vocabulary: Vocabulary) -> Int? {
        for start in (max(0, noun - reach)...noun).reversed() {
            guard start > 0, words[start].pause == nil else { return nil }
            let before = words[start - 1].stem
            if vocabulary.length(of: "opening", in: words, at: start - 1) != nil { return start }
            guard vocabulary.isQualifier(before), before.contains(where: \.isLetter) else { return nil }
        }
        return nil
    }
}
