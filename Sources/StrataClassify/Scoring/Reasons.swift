import StrataModel

/// The evidence sorted by what it tells, quoted in the text's own words.
struct Reasons {
    private let evidence: [Evidence]
    private let text: String

    /// - parameter text: in which the evidence has its places.
    init(_ evidence: [Evidence], text: String) {
        self.evidence = evidence
        self.text = text
    }

    /// The skills that speak for the outcome more than for any other, the clearest first, as the text writes them; each once.
    func quotes(
        for outcome: Outcome, _ requirement: Requirement, limit: Int, besides known: [String] = []
    ) -> [String] {
        let telling = evidence.filter { $0.requirement == requirement && $0.isSkill && $0.telling == outcome }
            .map { (item: $0, lead: $0.contributions.lead(of: outcome)) }
            .sorted { ($1.lead, $0.item.skill) < ($0.lead, $1.item.skill) }
        return quotes(of: telling.map(\.item), limit: limit, besides: known)
    }

    func quotes(of items: [Evidence], limit: Int, besides known: [String] = []) -> [String] {
        var quotes: [String] = []
        var said = Set(known.map { $0.lowercased() })
        for item in items where quotes.count < limit {
            let quote = quote(item)
            if said.insert(quote.lowercased()).inserted { quotes.append(quote) }
        }
        return quotes
    }

    /// How often what speaks for the outcome is asked for.
    func count(for outcome: Outcome) -> Int {
        evidence.reduce(0) { sum, item in
            item.isSkill && item.requirement != .context && item.telling == outcome ? sum + item.count : sum
        }
    }

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
        guard let span = item.spans.first else { return "“\(item.name)”" }
        let bytes = text.utf8
        guard let start = bytes.index(bytes.startIndex, offsetBy: span.start, limitedBy: bytes.endIndex),
            let end = bytes.index(start, offsetBy: span.end - span.start, limitedBy: bytes.endIndex)
        else { return "“\(item.name)”" }
        let words = String(Substring(bytes[start..<end]))
        return words.utf8.count <= 48 && !words.contains(where: \.isNewline) ? "“\(words)”" : "“\(item.name)”"
    }
}

extension Evidence {
    fileprivate var isSkill: Bool { kind != .title && kind != .phrase }
}
