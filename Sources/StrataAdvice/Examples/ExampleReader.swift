internal import StrataCatalogue
internal import StrataModel
internal import Synchronization
#if canImport(Glibc)
internal import Glibc
#endif

/// A sentence of a rule file with what is known of it.
struct LabelledSentence: Sendable {
    var labels: Set<String>
    var text: String
    /// Which of its label's cases it is, where the file says it.
    var kind: String?
}

/// Says of a sentence what the labelled sentences of a rule file would say of it, and by which words.
///
/// The rules are the sentences themselves: who wants another reading adds a line.
struct ExampleReader: Sendable {
    /// What is said of a sentence.
    struct Reading: Sendable {
        struct Share: Sendable, Hashable {
            var label: String
            /// 0 to 1; all of a sentence's shares add up to 1.
            var share: Double
            /// How far the sentence lies on the label's side: above 0 it has it, from 1 on surely.
            var margin: Double
        }

        /// The labels, the likeliest first.
        var shares: [Share]
        /// Words of the sentence that told for the first, the strongest first.
        var words: [String]
        fileprivate var features: SentenceFeatures
        fileprivate var vector: SentenceVector

        /// The likeliest label; empty where no sentence is labelled.
        var label: String { shares.first?.label ?? "" }
        var share: Double { shares.first?.share ?? 0 }

        func margin(of label: String) -> Double { shares.first { $0.label == label }?.margin ?? -1 }
    }

    private let vocabulary: Vocabulary
    private let sentences: [LabelledSentence]
    private let vectors: [SentenceVector]
    private let space: SentenceSpace
    private let weights: LinearWeights

    /// - parameters:
    ///   - name: tells these sentences from others: what is built in is learnt once a process, however much it reads.
    ///   - sentences: called where that has not happened yet.
    static func learnt(
        _ name: String, _ knowledge: Knowledge, from sentences: () throws -> [LabelledSentence]
    ) throws -> ExampleReader {
        guard knowledge.files.areBuiltIn else { return ExampleReader(try sentences(), knowledge.vocabulary) }
        if let known = known.withLock({ $0[name] }) { return known }
        let learnt = ExampleReader(try sentences(), knowledge.vocabulary)
        known.withLock { $0[name] = learnt }
        return learnt
    }

    private static let known = Mutex<[String: ExampleReader]>([:])

    init(_ sentences: [LabelledSentence], _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.sentences = sentences
        let features = sentences.map { SentenceFeatures(PhraseText($0.text, vocabulary), vocabulary) }
        let space = SentenceSpace(features)
        vectors = features.map(space.vector)
        self.space = space
        weights = LinearWeights(
            vectors, given: sentences.map(\.labels), labels: Set(sentences.flatMap(\.labels)).sorted(),
            features: space.count)
    }

    func read(_ text: String) -> Reading { read(PhraseText(text, vocabulary)) }

    /// Margins are this much sharper than chances: by five-fold cross-validation over the sentences that ship.
    private static let sharpness = 4.0

    func read(_ text: PhraseText) -> Reading {
        let features = SentenceFeatures(text, vocabulary)
        let vector = space.vector(of: features)
        let margins = weights.margins(of: vector).map(Double.init)
        let powers = margins.map { exp(Self.sharpness * $0) }
        let sum = powers.reduce(0, +)
        let shares = weights.labels.indices.map { index in
            Reading.Share(label: weights.labels[index], share: powers[index] / sum, margin: margins[index])
        }.sorted { ($1.share, $0.label) < ($0.share, $1.label) }
        var reading = Reading(shares: shares, words: [], features: features, vector: vector)
        reading.words = words(of: reading, for: reading.label)
        return reading
    }

    /// So many words are shown.
    private static let mostWords = 4

    /// Words of a sentence that tell for a label, the strongest first, without those that are a part of another.
    func words(of reading: Reading, for label: String) -> [String] {
        guard let number = weights.labels.firstIndex(of: label) else { return [] }
        let weighed = reading.features.words.compactMap { word in
            space.place(of: word.feature).map { (words: word.words, weight: weights.weight(of: $0, for: number)) }
        }.filter { $0.weight > 0 }.sorted { ($1.weight, $0.words) < ($0.weight, $1.words) }
        var shown: [String] = []
        for word in weighed where !shown.contains(where: { $0.contains(word.words) || word.words.contains($0) }) {
            shown.append(word.words)
            if shown.count == Self.mostWords { break }
        }
        return shown
    }

    /// The labelled sentences that are most like one, among those that fulfil a condition, the likest first.
    func nearest(
        to reading: Reading, most: Int = 1, where isTaken: (LabelledSentence) -> Bool
    ) -> [(sentence: LabelledSentence, likeness: Double)] {
        let found = sentences.indices.compactMap { index -> (index: Int, likeness: Float)? in
            guard isTaken(sentences[index]) else { return nil }
            let likeness = reading.vector.likeness(to: vectors[index])
            return likeness > 0 ? (index, likeness) : nil
        }
        return found.sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }.prefix(most)
            .map { (sentences[$0.index], Double($0.likeness)) }
    }

    /// The labelled sentence of a label that is most like one; nil where none has anything of it.
    func example(of reading: Reading, label: String) -> String? {
        nearest(to: reading) { $0.labels.contains(label) }.first?.sentence.text
    }
}

extension Knowledge {
    /// The sentences of a rule file whose label is a column.
    func sentences(of name: String, label: String) throws -> [LabelledSentence] {
        try files.read(name) { table in
            let (label, text) = try (table.column(label), table.column("text"))
            return try table.map { LabelledSentence(labels: [$0[label].string], text: $0[text].string) }
        }
    }
}
