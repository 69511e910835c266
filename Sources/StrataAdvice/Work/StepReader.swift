internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel

#if canImport(Glibc)
internal import Glibc
#endif

/// Gives a step of a project to a layer and a kind of work.
///
/// Two things speak: the tools and practices that the classifier finds in it, and how like it is to steps whose layer is
/// known (`steps.tsv`). Their sum decides.
struct StepReader: Sendable {
    struct Reading: Sendable, Hashable {
        /// Nil for work outside the stack.
        var layer: Layer?
        /// Of the layer, 0 to 1.
        var share: Double
        var kind: String
        /// Why, a sentence each.
        var reasons: [String]
    }

    private let knowledge: Knowledge
    private let examples: ExampleReader
    let kinds: WorkKinds

    init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        let kinds = try WorkKinds(knowledge)
        self.kinds = kinds
        // The workflows that Strata proposes are examples too: whoever changes one teaches by it.
        examples = try ExampleReader.learnt("steps", knowledge) {
            try knowledge.sentences(of: "steps", label: "layer")
                + Archetypes(knowledge, kinds).all.flatMap { archetype in
                    archetype.steps.map { step in
                        LabelledSentence(
                            labels: [kinds[step.work]?.layer?.slug ?? "none"],
                            text: step.name.replacing("{data}", with: archetype.data))
                    }
                }
        }
    }

    /// How much a named tool weighs beside the words of a step.
    private static let toolWeight = 0.6

    /// - parameter said: where the user puts it, over what the words say.
    func read(_ step: String, said: Outcome? = nil) -> Reading {
        let text = PhraseText(step, knowledge.vocabulary)
        let words = examples.read(text)
        let verdict = knowledge.classifier.verdict(title: nil, text: step)
        let tools = verdict.evidence.filter { $0.kind == .tool && $0.requirement != .context }
        var scores: [String: Double] = [:]
        for share in words.shares {
            let outcome = Layer(rawValue: share.label).map(Outcome.layer) ?? .outside
            let named = tools.reduce(0.0) { $0 + $1.contributions[outcome] }
            scores[share.label] = log(max(share.share, 1e-6)) + Self.toolWeight * named
        }
        let largest = scores.values.max() ?? 0
        let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let sum = ranked.reduce(0) { $0 + exp($1.value - largest) }
        let label = said?.label ?? ranked.first?.key ?? "none"
        let layer = Layer(rawValue: label)
        let kind = kinds.kind(of: text, in: layer)
        return Reading(
            layer: layer, share: scores[label].map { exp($0 - largest) / max(sum, 1) } ?? 0,
            kind: kind?.slug ?? "", reasons: reasons(words, tools, layer, kind, isSaid: said != nil))
    }

    private func reasons(
        _ words: ExampleReader.Reading, _ tools: [Evidence], _ layer: Layer?, _ kind: WorkKind?, isSaid: Bool
    ) -> [String] {
        if isSaid { return ["You gave it to this layer."] + (kind.map { [$0.why] } ?? []) }
        var reasons: [String] = []
        let named = tools.filter { $0.telling == layer.map(Outcome.layer) ?? .outside }.map(\.name)
        let home = layer.map(\.name) ?? "work outside the stack"
        if !named.isEmpty { reasons.append("\(named.joined(separator: ", ")) speaks for \(home).") }
        if words.label == layer?.slug ?? "none", !words.words.isEmpty {
            let quoted = Prose.quoted(words.words.prefix(3))
            let example = examples.example(of: words, label: words.label).map { ", like: \($0)" } ?? ""
            reasons.append("\(quoted) speak\(words.words.count == 1 ? "s" : "") for \(home)\(example)")
        }
        if let kind { reasons.append(kind.why) }
        return reasons
    }
}
