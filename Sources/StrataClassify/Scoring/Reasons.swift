import StrataModel

/// The evidence sorted by what it tells, quoted in the text's own words.
struct Reasons {
    private let evidence: [Evidence]
    private let text: String
    /// The skills that tell an outcome from the others: by outcome, the clearest first.
    private let clues: [Clue]

    private struct Clue {
        /// The outcome's index.
        var outcome: Int
        var lead: Double
        /// The skill's place among `evidence`.
        var place: Int
    }

    /// - parameter text: in which the evidence has its places.
    init(_ evidence: [Evidence], text: String) {
        self.evidence = evidence
        self.text = text
        var clues: [Clue] = []
        clues.reserveCapacity(evidence.count)
        for (place, item) in evidence.enumerated() where item.isSkill && item.requirement != .context {
            guard let outcome = item.telling else { continue }
            let lead = item.contributions.lead(of: outcome)
            clues.append(Clue(outcome: outcome.index, lead: lead, place: place))
        }
        clues.sort { ($0.outcome, $1.lead, $0.place) < ($1.outcome, $0.lead, $1.place) }
        self.clues = clues
    }

    /// What tells the outcome from the others, the clearest first.
    private func evidence(for outcome: Outcome) -> some Sequence<Evidence> {
        clues.lazy.filter { $0.outcome == outcome.index }.map { evidence[$0.place] }
    }

    /// Whether any skill is required that speaks for the outcome more than for any other.
    func isRequired(_ outcome: Outcome) -> Bool {
        evidence(for: outcome).contains { $0.requirement == .required }
    }

    /// The skills that speak for the outcome more than for any other, the clearest first, as the text writes them; each once.
    func quotes(
        for outcome: Outcome, _ requirement: Requirement, limit: Int, besides known: [String] = []
    ) -> [String] {
        guard limit > 0 else { return [] }
        return quotes(of: evidence(for: outcome).filter { $0.requirement == requirement }, limit: limit, besides: known)
    }

    func quotes(of items: some Sequence<Evidence>, limit: Int, besides known: [String] = []) -> [String] {
        var quotes: [String] = []
        for item in items {
            let quote = quote(item)
            let isKnown = known.contains { Self.isSame($0, quote) } || quotes.contains { Self.isSame($0, quote) }
            guard !isKnown else { continue }
            quotes.append(quote)
            if quotes.count == limit { break }
        }
        return quotes
    }

    /// How often what speaks for the outcome is asked for.
    func count(for outcome: Outcome) -> Int { evidence(for: outcome).reduce(0) { $0 + $1.count } }

    /// The role named in the text that speaks for the outcome.
    func role(for outcome: Outcome) -> String? {
        evidence.first { $0.kind == .phrase && $0.contributions.lead(of: outcome) > 0 }?.name
    }

    /// The role that the text names otherwise than in passing.
    var roleAsked: String? { evidence.first { $0.kind == .phrase && $0.requirement != .context }?.name }

    /// Skills that are asked for and tell anything.
    var asked: [Evidence] {
        evidence.filter { $0.isSkill && $0.requirement != .context && $0.strongest != nil }
    }

    var mentioned: [Evidence] { evidence.filter(\.isSkill) }

    /// What stands at the first place, in quotation marks; the skill's name where that is no short piece of one line.
    private func quote(_ item: Evidence) -> String {
        var text = text
        let words = item.spans.first.flatMap { span in
            text.withUTF8 { bytes -> String? in
                guard span.end <= bytes.count, (0...48).contains(span.end - span.start) else { return nil }
                let words = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
                guard !words.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
                return String(decoding: words, as: UTF8.self)
            }
        }
        return "“\(words ?? item.name)”"
    }

    /// Whether two quotes are the same words, in any case.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count
            && left.utf8.elementsEqual(right.utf8) { ASCII.lower($0) == ASCII.lower($1) }
    }
}

extension Evidence {
    fileprivate var isSkill: Bool { kind != .title && kind != .phrase }
}
