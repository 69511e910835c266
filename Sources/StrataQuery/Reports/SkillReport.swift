internal import GRDB
public import StrataModel
public import StrataStorage

/// What one skill is asked for: by which roles, in which layers, with what else, how much and how that is changing.
public struct SkillReport: Sendable, Hashable {
    /// A role that asks for the skill.
    public struct RolePart: Sendable, Hashable {
        public var slug: String
        public var name: String
        /// Home layer; nil outside the stack.
        public var layer: Layer?
        /// Texts of the role that ask for it, and all texts of the role.
        public var texts: Int
        public var allTexts: Int
        /// The role's own demand, 0 to 10: see `DemandScale`.
        public var demand: Double
        /// Exposure to AI of the nearest occupation, 0 to 1; nil where none is near.
        public var exposure: Double?
        public var share: Double { allTexts > 0 ? Double(texts) / Double(allTexts) : 0 }
    }

    public var slug: String
    public var name: String
    public var kind: Skill.Kind
    public var summary: String
    /// The layers it belongs to, the primary one first.
    public var memberships: [Membership]
    /// Without the skill itself.
    public var filter: JDFilter
    /// Of the JDs that ask for it.
    public var totals: DemandReport.Totals
    public var before: DateWindow?
    /// Texts that ask for it.
    public var sample: Sample
    /// All texts under the filters.
    public var all: Sample
    /// Its demand, 0 to 10, among skills of its kind; nil where nobody asks for it.
    public var demand: Double?
    /// How many skills of its kind are asked for at all.
    public var kindCount: Int
    /// The roles that ask for it, the most texts first.
    public var roles: [RolePart]
    /// Texts that ask for it in the window before, and all of that window; nil where there is none.
    public var textsBefore: Int?
    public var allBefore: Int?
    /// Probability of such a change by chance; nil where nothing is compared, or too little.
    public var probability: Double?
    /// What is asked for with it more often than elsewhere.
    public var companions: [SkillComparison]
    public var periods: Periods?
    public var trend: [Int]
    public var exposureSource: String?
    public var sources: SourceMix?
    public var basis: Basis

    /// Part of all texts that ask for it.
    public var share: Double { all.texts > 0 ? Double(sample.texts) / Double(all.texts) : 0 }
    public var shareBefore: Double? {
        guard let textsBefore, let allBefore, allBefore > 0 else { return nil }
        return Double(textsBefore) / Double(allBefore)
    }

    /// Mean demand of the roles that ask for it, 0 to 10.
    public var averageDemand: Double? { Self.mean(roles.map(\.demand)) }

    /// Mean exposure to AI of the occupations nearest to those roles, 0 to 1.
    public var averageExposure: Double? { Self.mean(roles.compactMap(\.exposure)) }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

/// What is a skill asked for?
public struct SkillReportQuestion: Sendable {
    public var skill: String
    public var filter: JDFilter

    public init(skill: String, filter: JDFilter = JDFilter()) {
        self.skill = skill
        self.filter = filter
    }

    /// - throws: ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> SkillReport {
        var asking = filter
        asking.skill = skill
        let counted = try DemandQuestion(by: [.year], filter: asking).answer(store)
        return try store.read { db in
            let course = try DemandCourse(counted, db)
            let number = try Int(Names(db: db).skill(skill))
            let names = try NumberedNames(db)
            guard let known = names.skills[number] else {
                throw UnknownName(kind: .skill, name: skill, suggestions: [])
            }
            let conditions = try ColumnFilter(filter, db)
            let (all, parts, _) = try SampleScan.read(conditions, by: .skill, keys: [.number(number)], db)
            let sample = parts[0]
            let scale = names.scale(ofSkills: known.kind, in: all)
            var report = SkillReport(
                slug: known.slug, name: known.name, kind: known.kind,
                summary: try String.fetchOne(db, sql: "SELECT summary FROM skill WHERE id = ?", arguments: [number])
                    ?? "",
                memberships: try Self.memberships(number, db), filter: filter, totals: course.totals,
                before: course.before, sample: sample, all: all, demand: scale.score(UInt32(sample.texts)),
                kindCount: scale.count, roles: names.roles(asking: sample, of: all),
                companions: names.standingOut(in: sample, against: all, except: number),
                periods: course.trend?.periods, trend: try course.trend?.jds() ?? [],
                exposureSource: try Self.exposureSource(db), sources: course.sources, basis: try Basis(db))
            if let before = course.before {
                try report.compare(number, conditions.seen(since: before.since, until: before.until), db)
            }
            return report
        }
    }

    private static func memberships(_ skill: Int, _ db: Database) throws -> [Membership] {
        let sql =
            "SELECT layer, weight, reason, source FROM skill_layer WHERE skill = ? ORDER BY is_primary DESC, weight DESC"
        return try Row.fetchAll(db, sql: sql, arguments: [skill]).compactMap { row in
            Layer(rawValue: row[0]).map { Membership(layer: $0, weight: row[1], reason: row[2], source: row[3]) }
        }
    }

    private static func exposureSource(_ db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT name FROM claim_source WHERE slug IN (SELECT source FROM occupation) ORDER BY slug LIMIT 1
                """)
    }
}

extension SkillReport {
    fileprivate mutating func compare(_ skill: Int, _ earlier: ColumnFilter, _ db: Database) throws {
        let before = try SampleScan.read(earlier, db).whole
        let texts = Int(before.skills[skill])
        (textsBefore, allBefore) = (texts, before.texts)
        probability = Significance.probability(sample.texts, of: all.texts, texts, of: before.texts)
    }
}

extension NumberedNames {
    /// The roles of the texts that ask for something, the most texts first.
    fileprivate func roles(asking sample: Sample, of all: Sample) -> [SkillReport.RolePart] {
        let scale = scale(ofRolesIn: all)
        return roles.compactMap { number, role -> SkillReport.RolePart? in
            guard number < sample.roles.count, sample.roles[number] > 0, number < all.roles.count,
                let demand = scale.score(all.roles[number])
            else { return nil }
            return SkillReport.RolePart(
                slug: role.slug, name: role.name, layer: role.layer, texts: Int(sample.roles[number]),
                allTexts: Int(all.roles[number]), demand: demand, exposure: role.exposure)
        }.sorted { ($1.texts, $0.slug) < ($0.texts, $1.slug) }
    }
}
