internal import StrataCatalogue
public import StrataModel
public import StrataQuery

/// A JD to begin with, written to applicants: what the role is there for, what the plan asks for, and what JDs of the role ask
/// for besides.
public struct JDDraft: Sendable, Hashable {
    /// A skill with how many of the role's JDs ask for it; nil where there are none, or too few.
    public struct Asked: Sendable, Hashable {
        public var slug: String
        public var name: String
        /// Texts that require or prefer it, and all of the role.
        public var texts: Int?
        public var of: Int?

        public var share: Double? {
            texts.flatMap { texts in of.map { Double(texts) / Double(max($0, 1)) } }
        }
    }

    public var role: String
    public var title: String
    public var layer: Layer?
    /// One sentence, to the applicant.
    public var mission: String
    /// What is done, as behind "you will", a sentence each.
    public var responsibilities: [String]
    /// What is to be true after 90 days; nil where the rules have nothing on it.
    public var goal: String?
    /// What an applicant must bring, in the order of the plan.
    public var required: [Asked]
    /// What the market asks for besides.
    public var preferred: [Asked]
    /// What the plan leaves out, and what JDs of the role ask for that makes it another job.
    public var leftOut: [Asked]
    /// What the skills are taken from.
    public var basis: Basis
    /// What is paid a year; empty where too few say.
    public var pay: [PayFigures]
    /// How many texts of the role there are; nil without a knowledge base.
    public var texts: Int?
    /// Distinct JDs of the knowledge base; nil without one.
    public var jds: Int?

    public enum Basis: String, Sendable {
        /// A hire of a plan.
        case plan
        /// What the rules ask of a first hire of the role.
        case rules
        /// What JDs of the role require.
        case market
        /// The signature tools of the role's layer.
        case layer
    }

    /// At most so many skills an applicant must bring.
    public static let mostRequired = 8
    private static let (mostPreferred, mostLeftOut) = (6, 5)
    /// A skill that a smaller part of the role's JDs ask for is not the market's; a must only where so many require it.
    private static let (preferredShare, requiredShare) = (0.06, 0.15)
    /// A title that fewer JDs have is no usual one.
    private static let leastTitles = 5

    /// - parameters:
    ///   - hire: of a plan, whose skills are taken; nil for those that the rules ask of the role's first hire.
    ///   - market: with details; nil without a knowledge base.
    /// - throws: `SeedTable.Malformed`.
    public init(_ role: Role, for hire: Hire? = nil, _ knowledge: Knowledge, market: Market?) throws {
        self.role = role.slug
        layer = role.layer
        jds = market?.jds
        texts = market.map { $0.role(role.slug)?.texts ?? 0 }
        let voice = SecondPerson(
            knowledge.catalogue.roles.flatMap { [$0.mission] + $0.responsibilities + $0.capabilities })
        responsibilities = role.responsibilities.map(voice.address)
        let mission = voice.address(role.mission)
        self.mission = "You will \(mission.prefix(1).lowercased() + mission.dropFirst())"

        let profile = try HireProfile.all(knowledge.files)[role.slug]
        let known = market?.role(role.slug).flatMap { $0.isSmall ? nil : $0 }
        title = known?.titles.first { $0.texts >= Self.leastTitles }?.name ?? role.name
        pay = known?.pay ?? []
        goal = (hire?.goal ?? profile?.goal).flatMap { Self.goal($0) }
        let asked = Self.asked(knowledge, known)
        let concrete = Self.concrete(known, role.layer, knowledge)
        let signature =
            role.layer.flatMap { layer in knowledge.catalogue.layers.first { $0.layer == layer }?.signature } ?? []
        let must: [String]
        (basis, must) =
            if let hire {
                (.plan, hire.ask)
            } else if let profile {
                (.rules, profile.ask)
            } else if let known {
                (.market, concrete.filter { known.share(asking: $0) >= Self.requiredShare })
            } else {
                (.layer, signature)
            }
        required = must.prefix(Self.mostRequired).compactMap(asked)
        let leaveOut = hire?.leaveOut ?? profile?.leaveOut ?? []
        let named = Set(must + leaveOut)
        let others = known == nil ? basis == .layer ? [] : signature : concrete
        preferred = others.filter { !named.contains($0) }.prefix(Self.mostPreferred).compactMap(asked)
        let foreign = (known?.required ?? []).filter { skill in
            knowledge.isForeign(skill.slug, to: role.layer) && !named.contains(skill.slug)
                && (known?.share(asking: skill.slug) ?? 0) >= Self.preferredShare
        }
        leftOut = (leaveOut + foreign.prefix(Self.mostLeftOut).map(\.slug)).compactMap(asked)
    }

    /// Gives a skill with what the market says of it; nil for one that the catalogue does not have.
    private static func asked(_ knowledge: Knowledge, _ known: Market.Role?) -> (String) -> Asked? {
        { slug in
            knowledge.skill(slug).map {
                Asked(slug: slug, name: $0.name, texts: known.map { $0.asking[slug] ?? 0 }, of: known?.texts)
            }
        }
    }

    /// Slugs of the tools and languages that JDs of a role ask for, the most asked for first: words for the field as a whole
    /// tell an applicant nothing.
    private static func concrete(_ known: Market.Role?, _ home: Layer?, _ knowledge: Knowledge) -> [String] {
        guard let known else { return [] }
        return known.asking.filter { slug, _ in
            guard let skill = knowledge.skill(slug), skill.kind == .tool || skill.kind == .language else {
                return false
            }
            return known.share(asking: slug) >= preferredShare && knowledge.isWorthAsking(slug, in: home)
        }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// A goal without the words that say when: "In 90 days: ".
    private static func goal(_ text: String) -> String? {
        let parts = text.split(separator: ": ", maxSplits: 1).map(String.init)
        let isDated = parts.count == 2 && parts[0].hasPrefix("In ") && parts[0].hasSuffix("days")
        let rest = isDated ? parts[1] : text
        return rest.isEmpty ? nil : rest
    }
}
