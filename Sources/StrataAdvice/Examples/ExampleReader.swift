internal import StrataCatalogue
internal import StrataModel
internal import Synchronization

/// Says of a sentence what the labelled sentences of a rule file would say of it, and by which words.
///
/// The rules are the sentences themselves: who wants another reading adds a line. Read and learnt in some 50 ms.
struct ExampleReader: Sendable {
    /// What is said of a sentence.
    struct Reading: Sendable, Hashable {
        /// The label with the largest share.
        var label: String
        /// 0 to 1.
        var share: Double
        /// The labels, by their shares, largest first.
        var shares: [Share]
        /// Words of the sentence that told, the strongest first.
        var words: [String]
        /// The labelled sentence of the same label that is most like it; nil where none shares a telling word.
        var example: String?
    }

    struct Share: Sendable, Hashable {
        var label: String
        var share: Double
    }

    /// A sentence with its label.
    struct Labelled: Sendable {
        var label: String
        var text: String
    }

    private struct Example: Sendable {
        var label: String
        var text: String
        var features: Set<String>
    }

    private let vocabulary: Vocabulary
    private let examples: [Example]
    private let weights: WordWeights
    /// How telling a feature is: less, the more sentences have it.
    private let rarity: [String: Double]

    /// - parameters:
    ///   - names: of the rule files with the columns `text` and the label's.
    ///   - others: more labelled sentences.
    /// - throws: `SeedTable.Malformed`.
    init(
        _ names: [String], label: String, and others: [Labelled] = [], _ files: RuleFiles, _ vocabulary: Vocabulary
    ) throws {
        // What is built in is learnt once a process, however many questions it answers.
        let key = "\(names) \(label) \(others.count)"
        if files.areBuiltIn, let known = Self.known.withLock({ $0[key] }) {
            self = known
            return
        }
        try self.init(reading: names, label: label, and: others, files, vocabulary)
        let learnt = self
        if files.areBuiltIn { Self.known.withLock { $0[key] = learnt } }
    }

    /// The readers of the built-in files.
    private static let known = Mutex<[String: ExampleReader]>([:])

    private init(
        reading names: [String], label: String, and others: [Labelled], _ files: RuleFiles, _ vocabulary: Vocabulary
    ) throws {
        self.vocabulary = vocabulary
        let labelled = try names.flatMap { name in
            try files.read(name) { table in
                let (label, text) = try (table.column(label), table.column("text"))
                return try table.map { Labelled(label: $0[label].string, text: $0[text].string) }
            }
        }
        examples = (labelled + others).map { sentence in
            let features = SentenceFeatures.of(PhraseText(sentence.text, vocabulary))
            return Example(label: sentence.label, text: sentence.text, features: Set(features.map(\.feature)))
        }
        weights = WordWeights(examples.map { ($0.features, $0.label) })
        var counts: [String: Int] = [:]
        for example in examples { for feature in example.features { counts[feature, default: 0] += 1 } }
        rarity = counts.mapValues { 1 / Double($0) }
    }

    func read(_ text: String) -> Reading { read(PhraseText(text, vocabulary)) }

    /// - parameter labels: those among which to choose; nil for all.
    func read(_ text: PhraseText, among labels: [String]? = nil) -> Reading {
        let found = SentenceFeatures.of(text)
        let features = Set(found.map(\.feature))
        let shares = zip(weights.labels, weights.shares(of: features))
            .map { Share(label: $0, share: $1) }
            .filter { labels?.contains($0.label) ?? true }
            .sorted { ($1.share, $0.label) < ($0.share, $1.label) }
        guard let first = shares.first else {
            return Reading(label: "", share: 0, shares: [], words: [], example: nil)
        }
        let telling = weights.telling(features, for: first.label)
        let words = telling.compactMap { feature in found.first { $0.feature == feature }?.words }
        return Reading(
            label: first.label, share: first.share, shares: shares, words: Array(words.prefix(4)),
            example: nearest(features, label: first.label))
    }

    private func nearest(_ features: Set<String>, label: String) -> String? {
        var best: (text: String, likeness: Double)?
        for example in examples where example.label == label {
            let common = features.intersection(example.features)
            guard !common.isEmpty else { continue }
            let likeness =
                common.sorted().reduce(0) { $0 + (rarity[$1] ?? 0).squareRoot() }
                / Double(example.features.count).squareRoot()
            if likeness > best?.likeness ?? 0 { best = (example.text, likeness) }
        }
        return best?.text
    }
}

/// The words of a text, alone and in pairs, that weights are learnt for; denied ones are words of their own.
enum SentenceFeatures {
    /// Words that say nothing of the matter.
    private static let fillers: Set<String> = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "as", "is", "are", "was", "be", "been", "it", "its",
        "this",
        "that", "thes", "thos", "our", "your", "their", "his", "her", "i", "we", "you", "they", "he", "she", "them",
        "us",
        "and", "or", "so", "then", "than", "with", "for", "from", "into", "which", "who", "will", "would", "can",
        "could",
        "should", "may", "have", "ha", "had", "do", "doe", "did", "am", "me", "my", "there", "here", "also", "just",
        "very", "some", "any", "each", "such",
    ]

    static func of(_ text: PhraseText) -> [(feature: String, words: String)] {
        var features: [(feature: String, words: String)] = []
        for sentence in text.sentences {
            var previous: PhraseText.Word?
            for word in sentence where !fillers.contains(word.stem) {
                let own = text.slice(word.span.start..<word.span.end)
                features.append((word.stem, own))
                if word.isNegated { features.append(("not " + word.stem, "not " + own)) }
                if let previous {
                    let pair = text.slice(previous.span.start..<word.span.end)
                    features.append((previous.stem + " " + word.stem, pair))
                }
                previous = word
            }
        }
        return features
    }
}
