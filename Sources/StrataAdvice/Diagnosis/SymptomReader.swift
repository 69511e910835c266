internal import StrataModel

/// Reads complaints: which layer each speaks of, and by which rule.
///
/// A rule whose words stand in the complaint speaks for its layer, and so does the complaint's likeness to others whose
/// layer is known (`complaints.tsv`), among them statements that all is well.
struct SymptomReader: Sendable {
    /// What a complaint says of one layer.
    struct Finding: Sendable, Hashable {
        /// Slug of the rule.
        var rule: String
        var layer: Layer
        /// The complaint's own words.
        var quote: String
        /// The words that told.
        var words: [String]
        /// A complaint like it, where no rule of its own fits.
        var example: String?
        /// How much speaks for the layer, about 0 to 2.
        var weight: Double
    }

    private let knowledge: Knowledge
    /// Which layer a complaint is like, and which rule's complaints.
    private let layers: ExampleReader
    private let cases: ExampleReader
    let rules: [SymptomRule]

    init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        rules = try SymptomRule.all(knowledge)
        layers = try ExampleReader(["complaints"], label: "layer", knowledge.files, knowledge.vocabulary)
        cases = try ExampleReader(["complaints"], label: "symptom", knowledge.files, knowledge.vocabulary)
    }

    /// What a rule's words add to its layer, and each thing more that had to hold.
    private static let (ruleWeight, strengthWeight) = (0.25, 0.08)
    /// From here on a layer is spoken of; a second one needs more than what likeness alone gives.
    private static let (least, leastSecond) = (0.25, 0.45)

    /// A rule of which so much holds is taken at its words.
    private static let sureStrength = 3

    /// - parameter needsRule: whether likeness alone says nothing, as in texts that are no complaints.
    func read(_ complaint: String, needsRule: Bool = false) -> [Finding] {
        let text = PhraseText(complaint, knowledge.vocabulary)
        guard !text.isEmpty else { return [] }
        let alike = layers.read(text)
        var matched: [Layer: [(rule: SymptomRule, match: Condition.Match)]] = [:]
        for rule in rules where !rule.isGeneral {
            if let match = rule.when.match(in: text) { matched[rule.layer, default: []].append((rule, match)) }
        }
        let none = alike.shares.first { $0.label == "none" }?.share ?? 0
        let weights = Layer.allCases.map { layer in
            let share = alike.shares.first { $0.label == layer.slug }?.share ?? 0
            let strongest = matched[layer]?.map(\.match.strength).max()
            let ruled = strongest.map { Self.ruleWeight + Self.strengthWeight * Double($0) } ?? 0
            return (layer: layer, weight: share + ruled)
        }
        let ranked = weights.sorted { ($1.weight, $0.layer.index) < ($0.weight, $1.layer.index) }
        guard let first = ranked.first, first.weight > none, first.weight >= Self.least else { return [] }
        let told = ranked.filter { entry in
            if needsRule, matched[entry.layer] == nil { return false }
            return entry.layer == first.layer
                || entry.weight >= Self.leastSecond && matched[entry.layer] != nil && entry.weight > none
        }
        return told.flatMap { entry in
            findings(entry.layer, entry.weight, matched[entry.layer] ?? [], complaint, text)
        }
    }

    /// The rules whose words stand in the complaint, those that say most; else the one whose complaints are most like it.
    private func findings(
        _ layer: Layer, _ weight: Double, _ matched: [(rule: SymptomRule, match: Condition.Match)],
        _ complaint: String, _ text: PhraseText
    ) -> [Finding] {
        let fitting = matched.filter { $0.match.strength >= Self.sureStrength }
        if !fitting.isEmpty {
            return fitting.map {
                Finding(
                    rule: $0.rule.slug, layer: layer, quote: $0.match.quote, words: $0.match.words, example: nil,
                    weight: weight)
            }
        }
        let own = rules.filter { $0.layer == layer }.map(\.slug)
        let reading = cases.read(text, among: own + matched.map(\.rule.slug))
        guard let rule = own.contains(reading.label) ? reading.label : own.first else { return [] }
        return [
            Finding(
                rule: rule, layer: layer, quote: complaint.trimmed, words: reading.words, example: reading.example,
                weight: weight)
        ]
    }
}
