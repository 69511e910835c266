import StrataModel

/// The sentence that says why: the strongest evidence for the first layer, and what came second and why it lost.
struct Justification {
    private let primary: Layer?
    private let shares: OutcomeValues
    private let evidence: [Evidence]
    /// By evidence, what it speaks for most.
    private let strongest: [Outcome?]
    private let isThin: Bool

    /// - parameter evidence: strongest first.
    init(primary: Layer?, shares: OutcomeValues, evidence: [Evidence], isThin: Bool) {
        self.primary = primary
        self.shares = shares
        self.evidence = evidence
        strongest = evidence.map(\.strongest)
        self.isThin = isThin
    }

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
        let title = evidence.first { $0.kind == .title && $0.strongest == outcome }
        if let asked = wishes(for: outcome) {
            return ": the text \(asked)" + (title.map { ", and the title, read as \($0.name), points there too" } ?? "")
        }
        if let phrase = evidence.first(where: { $0.kind == .phrase && $0.contributions[layer] > 0 }) {
            return ": the text names the role \(phrase.name), though no skill of that layer"
        }
        if let title { return " by the title alone, read as \(title.name): the text asks for no skill of that layer" }
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

    /// The outcome with the next largest share that any skill speaks for: outside has a share of its own without any.
    private func runnerUp(behind winner: Outcome) -> String {
        let others = Outcome.allCases.filter { $0 != winner && shares[$0] >= Self.runnerUpShare }
        for second in others.sorted(by: { shares[$0] > shares[$1] }) {
            let required = names(second, .required, limit: 2)
            let names = required.isEmpty ? names(second, .preferred, limit: 2) : required
            guard !names.isEmpty else { continue }
            let subject = second.layer.map(\.name) ?? "what lies outside the stack"
            let reason = required.isEmpty ? "is only nice to have" : "is asked for too but weighs less"
            return "; \(subject) (\(Self.list(names))) \(reason)"
        }
        return ""
    }

    // MARK: No layer

    private var sentenceForNone: String {
        let asked = evidence.filter { isSkill($0) && $0.requirement != .context && $0.strongest != nil }
        guard !asked.isEmpty else { return sentenceForNothingAsked }
        guard shares.largest.outcome == .outside, let outside = wishes(for: .outside) else {
            let names = Self.list(named(asked))
            return asked.count > 3
                ? "No layer stands out: what the text asks for, such as \(names), is too little or too mixed"
                : "Too little to name a layer: the text asks for no more than \(names)"
        }
        let inside = Layer.allCases.filter { names(.layer($0), .required, limit: 1).count > 0 }
        let rest = inside.isEmpty ? "; nothing asks for a layer of the stack" : runnerUp(behind: .outside)
        return "Outside the stack: the text \(outside)\(rest)"
    }

    private var sentenceForNothingAsked: String {
        if let title = evidence.first(where: { $0.kind == .title && $0.strongest == .outside }) {
            return "Outside the stack by the title (\(title.name)): the text asks for no skill of the stack"
        }
        if let role = evidence.first(where: { $0.kind == .phrase && $0.requirement != .context }) {
            return "Too little to name a layer: the text names the role \(role.name), but asks for no skill that tells"
        }
        let mentioned = evidence.filter(isSkill)
        guard !mentioned.isEmpty else { return "No layer: the text names no skill that the catalogue knows" }
        let isAsked = mentioned.contains { $0.requirement != .context }
        return "No layer: the text names \(Self.list(named(mentioned))), "
            + (isAsked ? "which tells no layer from another" : "but asks for nothing of the stack")
    }

    // MARK: Names

    private func isSkill(_ item: Evidence) -> Bool { item.kind != .title && item.kind != .phrase }

    /// The skills that speak for the outcome most of all, strongest first.
    private func names(
        _ outcome: Outcome, _ requirement: Requirement, limit: Int, besides known: [String] = []
    ) -> [String] {
        var names: [String] = []
        for index in evidence.indices where strongest[index] == outcome && names.count < limit {
            guard evidence[index].requirement == requirement, isSkill(evidence[index]) else { continue }
            let name = Self.prose(evidence[index])
            if !known.contains(name) { names.append(name) }
        }
        return names
    }

    /// The first names, each once: a skill may be both required and preferred.
    private func named(_ items: [Evidence]) -> [String] {
        var names: [String] = []
        for item in items where names.count < 3 {
            let name = Self.prose(item)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The name as it stands within a sentence: what is no proper name begins small.
    private static func prose(_ item: Evidence) -> String {
        guard item.kind == .practice || item.kind == .concept, let initial = item.name.utf8.first,
            ASCII.isUpper(initial)
        else { return item.name }
        let word = item.name.utf8.dropFirst().prefix { $0 != 0x20 }
        guard !word.isEmpty, !word.contains(where: ASCII.isUpper), !properNouns.contains(where: item.name.hasPrefix)
        else { return item.name }
        var name = item.name
        name.replaceSubrange(name.startIndex..<name.index(after: name.startIndex), with: name.prefix(1).lowercased())
        return name
    }

    private static let properNouns = [
        "Agile", "Android", "Bayesian", "Gaussian", "Kaizen", "Kanban", "Kimball", "Markov", "Modbus", "Monte Carlo",
        "Scrum",
        "Six Sigma", "Zigbee",
    ]

    /// "A", "A and B", "A, B and C".
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
