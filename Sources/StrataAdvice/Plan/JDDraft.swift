internal import StrataCatalogue
public import StrataModel
public import StrataQuery

/// A JD to begin with: what the role is there for, and what real JDs of it require.
public struct JDDraft: Sendable, Hashable {
    /// A skill with the part of the role's JDs that ask for it; nil without a knowledge base.
    public struct Asked: Sendable, Hashable {
        public var slug: String
        public var name: String
        public var share: Double?
    }

    public var role: String
    public var title: String
    public var layer: Layer?
    public var mission: String
    public var responsibilities: [String]
    public var required: [Asked]
    public var preferred: [Asked]
    /// What JDs of the role ask for that belongs to another layer, or that makes it another job.
    public var leftOut: [Asked]
    /// What is paid a year; empty where too few say.
    public var pay: [PayFigures]
    /// How many texts it rests on; nil without a knowledge base.
    public var texts: Int?
    /// Distinct JDs of the knowledge base; nil without one.
    public var jds: Int?

    /// A skill is required in a draft when so many of the role's JDs require it; preferred when fewer do.
    private static let (requiredShare, preferredShare) = (0.15, 0.06)
    /// A title that fewer JDs have is no usual one.
    private static let leastTitles = 5
    private static let (mostRequired, mostPreferred, mostLeftOut) = (8, 6, 5)

    /// - parameter market: with details; nil without a knowledge base.
    /// - throws: `SeedTable.Malformed`.
    public init(_ role: Role, _ knowledge: Knowledge, market: Market?) throws {
        self.role = role.slug
        layer = role.layer
        mission = role.mission
        responsibilities = role.responsibilities
        jds = market?.jds
        let profile = try HireProfile.all(knowledge.files)[role.slug]
        let known = market?.role(role.slug).flatMap { $0.isSmall ? nil : $0 }
        texts = market.map { $0.role(role.slug)?.texts ?? 0 }
        title = known?.titles.first { $0.texts >= Self.leastTitles }?.name ?? role.name
        pay = known?.pay ?? []
        (required, preferred, leftOut) = ([], [], [])
        if let known {
            take(known, role.layer, knowledge)
        } else {
            take(profile, role.layer, knowledge)
        }
        let named = Set((required + preferred + leftOut).map(\.slug))
        leftOut += (profile?.leaveOut ?? []).filter { !named.contains($0) && knowledge.skill($0) != nil }
            .map { Asked(slug: $0, name: knowledge.name(ofSkill: $0), share: known?.share(asking: $0)) }
    }

    private mutating func take(_ known: Market.Role, _ home: Layer?, _ knowledge: Knowledge) {
        func asked(_ skill: RoleReport.SkillCount) -> (item: Asked, share: Double) {
            let share = Double(skill.texts) / Double(max(known.texts, 1))
            return (Asked(slug: skill.slug, name: skill.name, share: share), share)
        }
        for skill in known.required {
            let (item, share) = asked(skill)
            guard share >= Self.preferredShare else { break }
            if knowledge.isForeign(skill.slug, to: home) {
                if leftOut.count < Self.mostLeftOut { leftOut.append(item) }
            } else if !knowledge.isWorthAsking(skill.slug, in: home) {
                continue
            } else if share >= Self.requiredShare, required.count < Self.mostRequired {
                required.append(item)
            } else if preferred.count < Self.mostPreferred {
                preferred.append(item)
            }
        }
        for skill in known.preferred where preferred.count < Self.mostPreferred {
            let (item, share) = asked(skill)
            let isNew = !(required + preferred).contains { $0.slug == skill.slug }
            if isNew, share >= Self.preferredShare / 2, knowledge.isWorthAsking(skill.slug, in: home) {
                preferred.append(item)
            }
        }
    }

    private mutating func take(_ profile: HireProfile?, _ home: Layer?, _ knowledge: Knowledge) {
        let signature =
            home.flatMap { layer in knowledge.catalogue.layers.first { $0.layer == layer }?.signature } ?? []
        let slugs = (profile?.ask ?? signature).filter { knowledge.skill($0) != nil }
        required = slugs.prefix(6).map { Asked(slug: $0, name: knowledge.name(ofSkill: $0), share: nil) }
        preferred = (slugs.dropFirst(6) + signature.filter { !slugs.contains($0) })
            .filter { knowledge.skill($0) != nil }
            .map { Asked(slug: $0, name: knowledge.name(ofSkill: $0), share: nil) }
    }
}
