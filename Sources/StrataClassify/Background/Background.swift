public import StrataModel

/// How much of the stack's layers a person's text, such as a résumé, speaks for.
///
/// The same sum as a ``Verdict``: `bias` plus the contributions of all evidence gives `scores`; their softmax gives `shares`.
public struct Background: Sendable, Hashable {
    /// The layer that most speaks for; nil where that is outside's, or there is too little to say.
    public var primary: Layer?
    public var bias: OutcomeValues
    public var scores: OutcomeValues
    public var shares: OutcomeValues
    /// An item for each skill and way in which it counts, strongest first: `required` counts in full, `preferred` in part,
    /// `context` not at all.
    public var evidence: [Evidence]

    public init(
        primary: Layer?, bias: OutcomeValues, scores: OutcomeValues, shares: OutcomeValues, evidence: [Evidence]
    ) {
        self.primary = primary
        self.bias = bias
        self.scores = scores
        self.shares = shares
        self.evidence = evidence
    }

    /// How a mention counts.
    public enum Weight: Sendable {
        /// As two mentions: what somebody made or led.
        case double
        case full
        /// As much as a JD's nice-to-have.
        case part
        /// Denied, or somebody else's.
        case none
        /// A role that this person had: all of them together count as much as a JD's title.
        case title
    }
}

extension Classifier {
    /// Every skill, and every role as one calls a person, that a text names, in order.
    public func namedSkills(in text: String) -> [NamedSkill] {
        var text = text
        return text.withUTF8 { bytes in
            named(in: bytes).map { index, span in
                NamedSkill(
                    skill: slug(at: index), name: name(at: index), kind: kind(at: index),
                    span: Span(start: span.lowerBound, end: span.upperBound), index: index)
            }
        }
    }

    /// Weighs what a person's text names.
    ///
    /// - parameters:
    ///   - named: of ``namedSkills(in:)``, in order.
    ///   - weight: how each counts.
    public func background(
        of named: [NamedSkill], counting weight: (NamedSkill) -> Background.Weight = { _ in .full }
    ) -> Background {
        var mentions: [FoundMention] = []
        var titles: [NamedSkill] = []
        for mention in named {
            let requirement: Requirement
            let weight = weight(mention)
            switch weight {
            case .title where mention.kind == .phrase:
                titles.append(mention)
                continue
            case .double, .full, .title: requirement = .required
            case .part: requirement = .preferred
            case .none: requirement = .context
            }
            let found = FoundMention(
                skill: mention.index, span: mention.span.start..<mention.span.end, segment: 0, requirement: requirement)
            mentions += weight == .double ? [found, found] : [found]
        }
        return background(of: mentions, titles: titles)
    }
}
