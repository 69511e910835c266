/// What Strata knows before it reads a JD: layers, skills, roles, and how JDs are written.
public struct Catalogue: Sendable {
    /// Raised with every change of the seeds.
    public var version: Int
    public var layers: [LayerProfile]
    public var skills: [Skill]
    public var roles: [Role]
    public var headings: [Heading]
    public var cues: [Cue]
    public var scoring: Scoring

    public init(
        version: Int, layers: [LayerProfile], skills: [Skill], roles: [Role], headings: [Heading], cues: [Cue],
        scoring: Scoring
    ) {
        self.version = version
        self.layers = layers
        self.skills = skills
        self.roles = roles
        self.headings = headings
        self.cues = cues
        self.scoring = scoring
    }
}

/// A layer with its goal and the tools that stand for it.
public struct LayerProfile: Sendable, Hashable {
    public var layer: Layer
    public var name: String
    public var goal: String
    /// Slugs of its signature tools.
    public var signature: [String]

    public init(layer: Layer, name: String, goal: String, signature: [String]) {
        self.layer = layer
        self.name = name
        self.goal = goal
        self.signature = signature
    }
}

/// Part of a JD: what it says there is asked for, or is not.
public enum Section: String, Sendable, CaseIterable {
    case summary, responsibilities, requirements, preferred, about, benefits, apply, legal
}

/// A heading that JDs use, and the section that it opens.
public struct Heading: Sendable, Hashable {
    public var phrase: String
    public var section: Section

    public init(phrase: String, section: Section) {
        self.phrase = phrase
        self.section = section
    }
}

/// A phrase that changes what a mention in the same sentence means.
public struct Cue: Sendable, Hashable {
    public enum Effect: String, Sendable, CaseIterable {
        case required, preferred, context
        case notAsked = "not-asked"
        /// The sentence is about the employer: what it names is not asked for.
        case employer
        /// From here the text speaks of the hire, even amid talk about the employer.
        case hire
    }

    public var phrase: String
    public var effect: Effect

    public init(phrase: String, effect: Effect) {
        self.phrase = phrase
        self.effect = effect
    }
}
