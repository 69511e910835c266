/// How strongly a JD asks for something.
public enum Requirement: String, Sendable, CaseIterable, Codable, Comparable {
    case required, preferred
    /// Mentioned, not asked for: the employer's product, other teams' work, benefits.
    case context

    /// 0 to 2, the place among all cases: the strongest first.
    public var index: Int {
        switch self {
        case .required: 0
        case .preferred: 1
        case .context: 2
        }
    }

    public static func < (left: Requirement, right: Requirement) -> Bool { left.index < right.index }
}

/// Half-open range of UTF-8 byte offsets into a JD's stored text.
public struct Span: Sendable, Hashable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

/// A skill found in a JD, once for each way in which it is asked for.
public struct Mention: Sendable, Hashable {
    /// Slug of the skill.
    public var skill: String
    public var requirement: Requirement
    /// Where it stands, in the order of the text; in the description only.
    public var spans: [Span]

    public var count: Int { spans.count }

    public init(skill: String, requirement: Requirement, spans: [Span]) {
        self.skill = skill
        self.requirement = requirement
        self.spans = spans
    }
}

/// What speaks for a layer, and how much: an item of the sum that a verdict is.
public struct Evidence: Sendable, Hashable {
    /// A skill's kind, or `title`: what the title alone says; or `phrase`: a wording that is no skill.
    public enum Kind: String, Sendable {
        case tool, practice, concept, language, title, phrase
    }

    /// Slug of the skill, or of the role that the title names.
    public var skill: String
    /// Its name in prose.
    public var name: String
    public var kind: Kind
    public var requirement: Requirement
    /// How often it stands in the text.
    public var count: Int
    public var spans: [Span]
    /// What it adds to the score of each outcome.
    public var contributions: OutcomeValues

    public init(
        skill: String, name: String, kind: Kind, requirement: Requirement, count: Int, spans: [Span],
        contributions: OutcomeValues
    ) {
        self.skill = skill
        self.name = name
        self.kind = kind
        self.requirement = requirement
        self.count = count
        self.spans = spans
        self.contributions = contributions
    }

    /// The outcome that it speaks for most, nil when it speaks for none.
    public var strongest: Outcome? {
        let (outcome, value) = contributions.largest
        return value > 0 ? outcome : nil
    }

    /// The outcome that it tells from the others: it speaks for it more than for any other, by enough to be worth saying.
    public var telling: Outcome? {
        let (outcome, value) = contributions.largest
        return value > 0 && contributions.lead(of: outcome) >= 0.05 ? outcome : nil
    }

    /// Its largest contribution.
    public var weight: Double { contributions.largest.value }
}

/// What Strata says of a JD.
///
/// `bias` plus the contributions of all evidence gives `scores`; their softmax gives `shares`.
public struct Verdict: Sendable, Hashable {
    /// Slug of the role that the title names.
    public var role: String?
    public var seniority: Seniority?
    /// The layer in which most of the work lies; nil when the JD lies outside the stack or says too little.
    public var primary: Layer?
    /// The layers that the JD asks for, in the stack's order.
    public var needs: [Layer]
    public var bias: OutcomeValues
    public var scores: OutcomeValues
    public var shares: OutcomeValues
    /// Strongest first.
    public var evidence: [Evidence]
    /// One sentence.
    public var justification: String

    public init(
        role: String?, seniority: Seniority?, primary: Layer?, needs: [Layer], bias: OutcomeValues,
        scores: OutcomeValues, shares: OutcomeValues, evidence: [Evidence], justification: String
    ) {
        self.role = role
        self.seniority = seniority
        self.primary = primary
        self.needs = needs
        self.bias = bias
        self.scores = scores
        self.shares = shares
        self.evidence = evidence
        self.justification = justification
    }

    /// The mentions of skills among the evidence.
    public var mentions: [Mention] {
        evidence.compactMap { item in
            switch item.kind {
            case .title, .phrase: nil
            default: Mention(skill: item.skill, requirement: item.requirement, spans: item.spans)
            }
        }
    }
}
