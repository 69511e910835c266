/// Who says that a skill belongs to a layer: a public list, the maker, or Strata's editors.
public struct ClaimSource: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A public list that files tools under categories.
        case list
        /// A publication that figures or frameworks are taken from.
        case work
        /// The tool's maker.
        case vendor
        /// Strata's editors, or the user.
        case editorial
    }

    public var slug: String
    public var name: String
    public var kind: Kind
    /// Where it stands; empty where there is no one place.
    public var url: String
    /// SPDX identifier, or `unknown`; empty where none applies.
    public var licence: String
    /// The version that was read: a commit or a date.
    public var version: String

    public init(slug: String, name: String, kind: Kind, url: String = "", licence: String = "", version: String = "") {
        self.slug = slug
        self.name = name
        self.kind = kind
        self.url = url
        self.licence = licence
        self.version = version
    }
}

/// That a public list files tools under a category of its own, and which layer that category is.
public struct Filing: Sendable, Hashable {
    /// Slug of the list.
    public var source: String
    /// The list's own heading.
    public var category: String
    /// Nil for a category outside the stack.
    public var layer: Layer?
    /// Slugs of the tools.
    public var skills: [String]

    public init(source: String, category: String, layer: Layer?, skills: [String]) {
        self.source = source
        self.category = category
        self.layer = layer
        self.skills = skills
    }
}

/// What one public list says of one skill.
public struct Vote: Sendable, Hashable {
    /// Slug of the list.
    public var source: String
    /// Its name.
    public var list: String
    /// The list's own heading.
    public var category: String
    /// Nil for a category outside the stack.
    public var layer: Layer?

    public init(source: String, list: String, category: String, layer: Layer?) {
        self.source = source
        self.list = list
        self.category = category
        self.layer = layer
    }
}

/// An occupation of O*NET-SOC with its published exposure to language models.
public struct Occupation: Sendable, Hashable {
    /// O*NET-SOC code, such as 15-2051.00.
    public var code: String
    public var title: String
    /// The GPT-4-rated beta of "GPTs are GPTs" (Eloundou, Manning, Mishkin and Rock, 2023): the part of its tasks, 0 to 1,
    /// that a language model, with software around it counted half, would make twice as fast.
    public var exposure: Double
    /// Slug of the source of the figure.
    public var source: String

    public init(code: String, title: String, exposure: Double, source: String) {
        self.code = code
        self.title = title
        self.exposure = exposure
        self.source = source
    }
}

/// A step of a way of working, tied to the layers and roles that carry it.
public struct FrameworkPhase: Sendable, Hashable {
    /// Slug of the framework: `crisp-dm`, `ml-lifecycle`, `rrc`.
    public var framework: String
    /// From 1.
    public var position: Int
    public var slug: String
    public var name: String
    public var summary: String
    /// The first carries most of it.
    public var layers: [Layer]
    /// Slugs; the first answers for it.
    public var roles: [String]
    public var capabilities: [String]
    /// Slug of the source.
    public var source: String

    public init(
        framework: String, position: Int, slug: String, name: String, summary: String, layers: [Layer],
        roles: [String], capabilities: [String], source: String
    ) {
        self.framework = framework
        self.position = position
        self.slug = slug
        self.name = name
        self.summary = summary
        self.layers = layers
        self.roles = roles
        self.capabilities = capabilities
        self.source = source
    }
}

/// What the catalogue rests on: read only when somebody asks for it, never to read a JD.
public struct References: Sendable, Hashable {
    public var sources: [ClaimSource]
    public var filings: [Filing]
    public var occupations: [Occupation]
    public var phases: [FrameworkPhase]

    public init(sources: [ClaimSource], filings: [Filing], occupations: [Occupation], phases: [FrameworkPhase]) {
        self.sources = sources
        self.filings = filings
        self.occupations = occupations
        self.phases = phases
    }

    /// Without the filings of skills that are not among the slugs given.
    public func keeping(_ slugs: Set<String>) -> References {
        var kept = self
        kept.filings = filings.map { filing in
            var filing = filing
            filing.skills.removeAll { !slugs.contains($0) }
            return filing
        }
        return kept
    }

    /// What the public lists say of a skill, by list, then category.
    public func votes(for skill: String) -> [Vote] {
        let names = Dictionary(sources.map { ($0.slug, $0.name) }) { first, _ in first }
        return filings.filter { $0.skills.contains(skill) }
            .map {
                Vote(source: $0.source, list: names[$0.source] ?? $0.source, category: $0.category, layer: $0.layer)
            }
            .sorted { ($0.source, $0.category) < ($1.source, $1.category) }
    }
}
