internal import GRDB
internal import StrataModel
public import StrataStorage

/// What the JDs of a knowledge base say of some roles: what advice rests on beside its rules.
public struct Market: Sendable, Hashable {
    /// What the JDs of one role say. Texts are counted: of JDs whose texts are almost the same one speaks for all.
    public struct Role: Sendable, Hashable {
        public var slug: String
        public var name: String
        /// Distinct texts.
        public var texts: Int
        /// By the slug of a skill, how many texts ask for it, required or preferred.
        public var asking: [String: Int]
        /// What is paid a year, the currency with the most figures first.
        public var pay: [PayFigures]
        /// The titles most used, with how many texts have each; empty where no details were asked for.
        public var titles: [RoleReport.Count] = []
        /// What texts require, and what they prefer, the most asked for first; empty where no details were asked for.
        public var required: [RoleReport.SkillCount] = []
        public var preferred: [RoleReport.SkillCount] = []

        /// The part of the texts that ask for a skill, 0 to 1.
        public func share(asking skill: String) -> Double {
            texts > 0 ? Double(asking[skill] ?? 0) / Double(texts) : 0
        }

        /// Whether so few texts say it that their shares say little.
        public var isSmall: Bool { texts < DemandReport.smallSample }
    }

    /// Distinct texts of all JDs.
    public var jds: Int
    /// Those that the knowledge base has a role for; a role of which it has no JD has none here.
    public var roles: [Role]
    /// Whose verdicts they are.
    public var basis: Basis

    public func role(_ slug: String) -> Role? { roles.first { $0.slug == slug } }
}

/// What do JDs say of roles?
public struct MarketQuestion: Sendable {
    /// Slugs.
    public var roles: [String]
    /// Whether titles, and what is required and what preferred, are read too.
    public var hasDetails: Bool

    public init(roles: [String], hasDetails: Bool = false) {
        self.roles = roles
        self.hasDetails = hasDetails
    }

    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> Market {
        try store.read { db in
            let names = try NumberedNames(db)
            let wanted = names.roles.filter { roles.contains($0.value.slug) }.sorted { $0.key < $1.key }
            let conditions = try ColumnFilter(JDFilter(), db)
            let keys = wanted.map { DemandKey.number($0.key) }
            let (whole, parts, _) = try SampleScan.read(conditions, by: .role, keys: keys, db)
            var market = Market(jds: whole.texts, roles: [], basis: try Basis(db))
            for (place, part) in zip(wanted.indices, parts) where part.texts > 0 {
                var role = names.market(of: wanted[place].value, part)
                if hasDetails {
                    let (_, _, ids) = try SampleScan.read(conditions, by: .role, keys: keys, listing: place, db)
                    (role.titles, role.required, role.preferred) = try RoleReading(ids, part, names, db).market()
                }
                market.roles.append(role)
            }
            market.roles.sort { $0.slug < $1.slug }
            return market
        }
    }
}

extension NumberedNames {
    fileprivate func market(of role: RoleName, _ sample: Sample) -> Market.Role {
        let asking = sample.skills.indices.compactMap { number -> (String, Int)? in
            guard sample.skills[number] > 0, let skill = skills[number] else { return nil }
            return (skill.slug, Int(sample.skills[number]))
        }
        return Market.Role(
            slug: role.slug, name: role.name, texts: sample.texts,
            asking: Dictionary(asking) { first, _ in first }, pay: sample.payFigures)
    }
}

extension RoleReading {
    /// What advice shows of the role: titles, and what is required and preferred.
    func market() throws -> (
        titles: [RoleReport.Count], required: [RoleReport.SkillCount], preferred: [RoleReport.SkillCount]
    ) {
        let (required, preferred) = try skills()
        return (try counts("title"), required, preferred)
    }
}
