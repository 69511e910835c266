import StrataModel

/// The sentence that says why: what the hire would mostly do, the text's own words for it, and what came second and why it
/// lost.
struct Justification {
    private let primary: Layer?
    private let shares: OutcomeValues
    private let reasons: Reasons
    private let title: Evidence?
    private let isThin: Bool

    /// - parameters:
    ///   - evidence: strongest first.
    ///   - text: in which the evidence has its places.
    init(primary: Layer?, shares: OutcomeValues, evidence: [Evidence], text: String) {
        self.primary = primary
        self.shares = shares
        reasons = Reasons(evidence, text: text)
        title = evidence.first { $0.kind == .title }
        isThin = text.utf8.count < JobDescription.thinLength
    }

    /// How many of the text's own words are quoted for what wins, and for what comes second.
    private static let (quotes, fewerQuotes) = (4, 2)
    /// A smaller share than this is no runner-up worth a word.
    private static let runnerUpShare = 0.08

    var sentence: String {
        let body = primary.map(sentence(for:)) ?? sentenceForNone
        return body + (isThin ? "; the text is thin, so little can be said." : ".")
    }

    // MARK: A layer

    private func sentence(for layer: Layer) -> String {
        let share = shares[layer]
        let degree = share >= 0.75 ? "mostly" : share >= 0.5 ? "for the greater part" : "more than anything else"
        return "\(layer.name): the hire would \(degree) \(layer.work)\(reason(for: layer))"
            + runnerUp(behind: .layer(layer))
    }

    /// What speaks for the layer, from the text, else from the title.
    private func reason(for layer: Layer) -> String {
        let outcome = Outcome.layer(layer)
        let titled = title.flatMap { $0.contributions.lead(of: outcome) > 0 ? $0.name : nil }
        if let wish = wish(for: outcome) {
            return "; the text \(wish)" + (titled.map { ", and its title reads as \($0)" } ?? "")
        }
        if let role = reasons.role(for: outcome) {
            return "; the text speaks of the role \(role), though of no skill that only this layer has"
        }
        if let titled {
            return ", going by its title, which reads as \(titled): the text asks for no skill that only this layer has"
        }
        return ", going by what the text asks for taken together"
    }

    /// `asks for “A” and “B”, and would like “C”`; nil when it does neither.
    private func wish(for outcome: Outcome) -> String? {
        let required = reasons.quotes(for: outcome, .required, limit: Self.quotes)
        let preferred = reasons.quotes(
            for: outcome, .preferred, limit: Self.quotes - required.count, besides: required)
        if required.isEmpty { return preferred.isEmpty ? nil : "would like \(Prose.list(preferred))" }
        if required.count >= 3 || preferred.isEmpty { return "asks for \(Prose.list(required))" }
        return "asks for \(Prose.list(required)) and would like \(Prose.list(preferred))"
    }

    // MARK: The runner-up

    /// The outcome with the next largest share that any skill speaks for: outside has a share of its own without any.
    private func runnerUp(behind winner: Outcome) -> String {
        let others = Outcome.allCases.filter { $0 != winner && shares[$0] >= Self.runnerUpShare }
        for second in others.sorted(by: { shares[$0] > shares[$1] }) {
            let required = reasons.quotes(for: second, .required, limit: Self.fewerQuotes)
            let quotes = required.isEmpty ? reasons.quotes(for: second, .preferred, limit: Self.fewerQuotes) : required
            guard !quotes.isEmpty else { continue }
            let subject = second.layer.map(\.name) ?? "work outside the stack"
            return "; \(subject) (\(Prose.list(quotes))) comes second, "
                + loss(of: second, to: winner, isAsked: !required.isEmpty)
        }
        return ""
    }

    /// Why the second lost: it is only a wish, there is less of it, or what there is weighs less.
    private func loss(of second: Outcome, to winner: Outcome, isAsked: Bool) -> String {
        guard isAsked else { return "as it is only nice to have" }
        let (less, more) = (reasons.count(for: second), reasons.count(for: winner))
        if less * 3 <= more * 2 { return "with \(less) mention\(less == 1 ? "" : "s") against \(more)" }
        let titled = title.map { $0.contributions[winner] - $0.contributions[second] >= 0.5 } ?? false
        return titled ? "as the title points the other way" : "as its words say less about the work"
    }

    // MARK: No layer

    private var sentenceForNone: String {
        let asked = reasons.asked
        guard !asked.isEmpty else { return sentenceForNothingAsked }
        guard shares.largest.outcome == .outside, let wish = wish(for: .outside) else {
            let names = Prose.list(reasons.quotes(of: asked, limit: 3))
            return asked.count > 3
                ? "No layer: what the text asks for, such as \(names), is too little or too mixed to tell one"
                : "No layer: the text asks for no more than \(names)"
        }
        let inside = Layer.allCases.contains { reasons.isRequired(.layer($0)) }
        let titled =
            title.flatMap { $0.contributions.lead(of: .outside) > 0 ? ", as its title, read as \($0.name), says" : nil }
            ?? ""
        return "No layer: the hire would mostly do other work\(titled); the text \(wish)"
            + (inside ? runnerUp(behind: .outside) : "; nothing in it asks for a layer of the stack")
    }

    private var sentenceForNothingAsked: String {
        if let title, title.strongest == .outside {
            return
                "No layer: the title reads as \(title.name), which is other work, and the text asks for no skill of the stack"
        }
        if let role = reasons.roleAsked {
            return "No layer: the text names the role \(role), but asks for no skill that tells"
        }
        let mentioned = reasons.mentioned
        guard !mentioned.isEmpty else { return "No layer: the text names no skill that the catalogue knows" }
        let isAsked = mentioned.contains { $0.requirement != .context }
        return "No layer: the text names \(Prose.list(reasons.quotes(of: mentioned, limit: 3))), "
            + (isAsked ? "which tells no layer from another" : "but asks for nothing of the stack")
    }
}

extension Layer {
    /// What is done in it, as it follows "the hire would mostly".
    fileprivate var work: String {
        switch self {
        case .dataEngineering: "make data reliable"
        case .appliedML: "train and evaluate models"
        case .mlops: "deploy and monitor models"
        case .promptEngineering: "make language models do their work"
        }
    }
}
