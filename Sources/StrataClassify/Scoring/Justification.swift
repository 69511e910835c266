import StrataModel

/// The sentence that says why: the strongest evidence for the first layer, and what came second and why it lost.
struct Justification {
    let primary: Layer?
    let shares: OutcomeValues
    /// Strongest first.
    let evidence: [Evidence]
    let isThin: Bool

    /// No more skills than these are named for one outcome.
    private static let nameLimit = 4
    /// A smaller share than this is no runner-up worth a word.
    private static let runnerUpShare = 0.08

    var sentence: String {
        let body = primary.map(sentence(for:)) ?? sentenceForNone
        return body + (isThin ? "; the text is thin, so little can be said." : ".")
    }

    // MARK: A layer

    private func sentence(for layer: Layer) -> String {
        let share = shares[layer]
        let opening = share >= 0.75 ? "Clearly" : share >= 0.5 ? "Mostly" : "Narrowly"
        return "\(opening) \(layer.name)\(reason(for: layer))\(runnerUp(behind: .layer(layer)))"
    }

    /// What speaks for the layer, from the text, else from the title.
    private func reason(for layer: Layer) -> String {
        let outcome = Outcome.layer(layer)
        let title = evidence.first { $0.kind == .title && $0.contributions[layer] > 0 }
        if let asked = wishes(for: outcome) {
            return ": the text \(asked)" + (title.map { ", and the title names the role \($0.name)" } ?? "")
        }
        if let phrase = evidence.first(where: { $0.kind == .phrase && $0.contributions[layer] > 0 }) {
            return ": the text names the role \(phrase.name), though no skill of that layer"
        }
        if let title { return " by the title alone (\(title.name)): the text asks for no skill of that layer" }
        return ": what the text asks for leans that way"
    }

    /// "asks for A, B and C and would like D"; nil when it does neither.
    private func wishes(for outcome: Outcome) -> String? {
        let required = names(outcome, .required, limit: Self.nameLimit)
        let preferred = names(outcome, .preferred, limit: Self.nameLimit - required.count, besides: required)
        if required.isEmpty { return preferred.isEmpty ? nil : "would like \(Self.list(preferred))" }
        if required.count >= 3 || preferred.isEmpty { return "asks for \(Self.list(required))" }
        return "asks for \(Self.list(required)) and would like \(Self.list(preferred))"
    }

    // MARK: The runner-up

    private func runnerUp(behind winner: Outcome) -> String {
        let others = Outcome.allCases.filter { $0 != winner }
        guard let second = others.max(by: { shares[$0] < shares[$1] }), shares[second] >= Self.runnerUpShare else {
            return ""
        }
        let required = names(second, .required, limit: 2)
        let preferred = names(second, .preferred, limit: 2, besides: required)
        guard !(required + preferred).isEmpty else { return "" }
        let subject = second.layer.map(\.name) ?? "what lies outside the stack"
        let found = "\(subject) (\(Self.list(required.isEmpty ? preferred : required)))"
        return required.isEmpty ? "; \(found) is only nice to have" : "; \(found) is asked for too but weighs less"
    }

    // MARK: No layer

    private var sentenceForNone: String {
        let asked = evidence.filter { $0.kind != .title && $0.requirement != .context && $0.strongest != nil }
        guard !asked.isEmpty else { return sentenceForNothingAsked }
        guard shares.largest.outcome == .outside, let outside = wishes(for: .outside) else {
            return "Too little to name a layer: the text asks for no more than \(Self.list(named(asked)))"
        }
        let inside = Layer.allCases.filter { names(.layer($0), .required, limit: 1).count > 0 }
        let rest = inside.isEmpty ? "; nothing asks for a layer of the stack" : runnerUp(behind: .outside)
        return "Outside the stack: the text \(outside)\(rest)"
    }

    private var sentenceForNothingAsked: String {
        if let title = evidence.first(where: { $0.kind == .title && $0.strongest == .outside }) {
            return "Outside the stack by the title (\(title.name)): the text asks for no skill of the stack"
        }
        let mentioned = evidence.filter { $0.kind != .title && $0.kind != .phrase }
        guard !mentioned.isEmpty else { return "No layer: the text names no skill that the catalogue knows" }
        return "No layer: \(Self.list(named(mentioned))) stand in the text, but it asks for nothing of the stack"
    }

    // MARK: Names

    /// The skills that speak for the outcome most of all, strongest first.
    private func names(
        _ outcome: Outcome, _ requirement: Requirement, limit: Int, besides known: [String] = []
    ) -> [String] {
        let items = evidence.filter { item in
            item.requirement == requirement && item.kind != .title && item.kind != .phrase && item.strongest == outcome
        }
        let sorted = items.sorted { $0.contributions[outcome] > $1.contributions[outcome] }
        return Array(sorted.map(\.name).filter { !known.contains($0) }.prefix(max(0, limit)))
    }

    private func named(_ items: [Evidence]) -> [String] {
        var names: [String] = []
        for item in items where !names.contains(item.name) && names.count < 3 { names.append(item.name) }
        return names
    }

    /// "A", "A and B", "A, B and C".
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
