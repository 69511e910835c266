/// What the linear model weighs: each has one number for each outcome.
public enum Feature: Sendable, Hashable {
    /// The skill of this slug, asked for in the text.
    case skill(String)
    /// The role of this slug, named in the text ("we look for a data engineer").
    case role(String)
    /// The role of this slug, named by the title.
    case title(String)

    /// Reads what ``kind`` and ``slug`` wrote; nil for another kind.
    public init?(kind: String, slug: String) {
        switch kind {
        case "skill": self = .skill(slug)
        case "role": self = .role(slug)
        case "title": self = .title(slug)
        default: return nil
        }
    }

    /// `skill`, `role` or `title`.
    public var kind: String {
        switch self {
        case .skill: "skill"
        case .role: "role"
        case .title: "title"
        }
    }

    /// The skill's or the role's.
    public var slug: String {
        switch self {
        case .skill(let slug), .role(let slug), .title(let slug): slug
        }
    }
}

extension Feature: Comparable {
    /// By kind, then slug: the order of `weights.tsv`.
    public static func < (left: Feature, right: Feature) -> Bool {
        (left.kind, left.slug) < (right.kind, right.slug)
    }
}

/// The numbers of the linear model.
public struct Scoring: Sendable, Hashable {
    /// Raised with every change of a weight or a parameter that ships.
    public var version: Int
    /// Named parameters: factors, biases, thresholds.
    public var parameters: [String: Double]
    /// Learnt weights. A feature without any has those that follow from the catalogue: a skill's layers, a role's lean.
    public var weights: [Feature: OutcomeValues]

    public init(version: Int, parameters: [String: Double] = [:], weights: [Feature: OutcomeValues] = [:]) {
        self.version = version
        self.parameters = parameters
        self.weights = weights
    }
}
