internal import StrataCatalogue
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
        /// Whether it is ground enough to hire by; else it is one to ask about.
        var isSure: Bool
    }

    private let knowledge: Knowledge
    private let examples: ExampleReader
    let rules: [SymptomRule]

    /// What marks a sentence that says of a layer that all is well.
    private static let praise = "well"

    init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        rules = try SymptomRule.all(knowledge)
        examples = try ExampleReader.learnt("complaints", knowledge) {
            try knowledge.files.read("complaints") { table in
                let (layer, symptom, text) = try (
                    table.column("layer"), table.column("symptom"), table.column("text")
                )
                return try table.map { row in
                    let kind = row[symptom].string
                    let layers = row[layer].list.filter { $0 != "none" }
                    return LabelledSentence(
                        labels: Set(kind == Self.praise ? layers.map { "\(Self.praise) \($0)" } : layers),
                        text: row[text].string, kind: kind)
                }
            }
        }
    }

    /// What a rule's words add to its layer, and each thing more that had to hold.
    private static let (ruleWeight, strengthWeight) = (0.1, 0.1)
    /// From here on a layer is spoken of; by a part of the complaint alone from there on.
    private static let (least, leastOfPart) = (-0.3, 0.1)
    /// So much makes a finding sure.
    private static let leastSure = 0.0
    /// A rule of which so much holds is taken at its words.
    private static let sureStrength = 3
    /// A rule of which so much holds settles it.
    private static let settlingStrength = 4

    /// - parameter needsRule: whether likeness alone says nothing, as in texts that are no complaints.
    func read(_ complaint: String, needsRule: Bool = false) -> [Finding] {
        let text = PhraseText(complaint, knowledge.vocabulary)
        guard !text.isEmpty else { return [] }
        var matched: [Layer: [(rule: SymptomRule, match: Condition.Match)]] = [:]
        // What was so, or is so elsewhere, is told by likeness alone; a company's own rules hold wherever their words stand.
        let isElsewhere = knowledge.vocabulary.isAny("solved", in: text)
        for rule in rules where !rule.isGeneral && (rule.isOwn || !isElsewhere) {
            if let match = rule.when.match(in: text) { matched[rule.layer, default: []].append((rule, match)) }
        }
        let whole = examples.read(text)
        let parts = Clauses.of(complaint).map(examples.read)
        return Layer.allCases.flatMap { layer -> [Finding] in
            if needsRule, matched[layer] == nil { return [] }
            let strongest = matched[layer]?.map(\.match.strength).max()
            let ruled = strongest.map { Self.ruleWeight + Self.strengthWeight * Double($0) } ?? 0
            let part = parts.map { Self.margin(of: layer, in: $0) }.max() ?? Self.well
            var margin = max(Self.margin(of: layer, in: whole), part >= Self.leastOfPart ? part : Self.well)
            // What a rule of so many words says holds however unlike other complaints this one is; praise it does not outweigh.
            let isSettled = strongest ?? 0 >= Self.settlingStrength && margin > Self.well
            if isSettled || matched[layer]?.contains(where: \.rule.isOwn) ?? false { margin = max(margin, -ruled) }
            guard margin + ruled >= Self.least else { return [] }
            return findings(layer, margin + ruled, matched[layer] ?? [], complaint, whole)
        }
    }

    /// What stands for praise in place of a margin.
    private static let well = -2.0

    /// How much a text complains of a layer; ``well`` where it rather says that all is well with it.
    private static func margin(of layer: Layer, in reading: ExampleReader.Reading) -> Double {
        let margin = reading.margin(of: layer.slug)
        let praised = reading.margin(of: "\(praise) \(layer.slug)")
        return praised > margin && praised >= least ? well : margin
    }

    /// Whether a text asks or doubts: such a one says of nothing that it is well.
    func isAsking(_ text: String) -> Bool {
        text.contains("?") || knowledge.vocabulary.isAny("doubt", in: PhraseText(text, knowledge.vocabulary))
    }

    /// The layers that a text says are well, by its likeness to others that do.
    func praised(in text: String) -> [Layer] {
        let readings = ([text] + Clauses.of(text)).map(examples.read)
        return Layer.allCases.filter { layer in
            readings.contains { reading in
                let margin = reading.margin(of: "\(Self.praise) \(layer.slug)")
                return margin >= Self.leastPraise && margin > reading.margin(of: layer.slug)
            }
        }
    }

    private static let leastPraise = 0.1

    /// Complaints that are asked which rule's they are like.
    private static let neighbours = 5

    /// The rules whose words stand in the complaint, those that say most; else the one whose complaints are most like it.
    private func findings(
        _ layer: Layer, _ weight: Double, _ matched: [(rule: SymptomRule, match: Condition.Match)],
        _ complaint: String, _ reading: ExampleReader.Reading
    ) -> [Finding] {
        let fitting = matched.filter { $0.match.strength >= Self.sureStrength }
        if !fitting.isEmpty {
            return fitting.map {
                Finding(
                    rule: $0.rule.slug, layer: layer, quote: $0.match.quote, words: $0.match.words, example: nil,
                    weight: weight, isSure: weight >= Self.leastSure)
            }
        }
        let own = rules.filter { $0.layer == layer }.map(\.slug)
        let near = examples.nearest(to: reading, most: Self.neighbours) {
            $0.labels.contains(layer.slug) && own.contains($0.kind ?? "")
        }
        let votes = Dictionary(near.map { ($0.sentence.kind ?? "", $0.likeness) }, uniquingKeysWith: +)
        let first = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        guard let rule = matched.first?.rule.slug ?? first ?? own.first else { return [] }
        return [
            Finding(
                rule: rule, layer: layer, quote: complaint.trimmed, words: examples.words(of: reading, for: layer.slug),
                example: near.first { $0.sentence.kind == rule }?.sentence.text ?? near.first?.sentence.text,
                weight: weight, isSure: weight >= Self.leastSure)
        ]
    }
}
