internal import GRDB
public import StrataModel
public import StrataStorage

/// What one role is in the JDs that ask for it.
public struct RoleReport: Sendable, Hashable {
    /// Something named with how many texts say it.
    public struct Count: Sendable, Hashable {
        public var name: String
        public var texts: Int
    }

    /// A skill that texts require or prefer.
    public struct SkillCount: Sendable, Hashable {
        public var slug: String
        public var name: String
        public var kind: Skill.Kind
        public var layer: Layer?
        public var texts: Int
    }

    /// A JD that asks for what the role's JDs ask for most.
    public struct TypicalJD: Sendable, Hashable {
        public var id: Int
        public var title: String
        public var company: String?
        /// Cosine of what it asks for with what the role's texts ask for, 0 to 1.
        public var similarity: Double
    }

    /// The role that is hardest to tell from it.
    public struct Neighbour: Sendable, Hashable {
        public var slug: String
        public var name: String
        public var texts: Int
        /// Cosine of the shares of skills, rare ones weighing more, 0 to 1.
        public var similarity: Double
        /// Skills that this role's texts ask for more than the other's, and less, by more than chance.
        public var more: [SkillComparison]
        public var less: [SkillComparison]
    }

    public var slug: String
    public var name: String
    public var mission: String
    /// Home layer; nil outside the stack.
    public var home: Layer?
    public var filter: JDFilter
    public var totals: DemandReport.Totals
    public var before: DateWindow?
    /// Texts of the role, and all under the other filters.
    public var sample: Sample
    public var all: Sample
    /// Its demand among roles, 0 to 10; nil where no JD has it.
    public var demand: Double?
    public var roleCount: Int
    public var textsBefore: Int?
    public var allBefore: Int?
    /// Probability of such a change of its share by chance; nil where nothing is compared, or too little.
    public var probability: Double?
    public var periods: Periods?
    public var trend: [Int]
    public var titles: [Count] = []
    public var required: [SkillCount] = []
    public var preferred: [SkillCount] = []
    public var standingOut: [SkillComparison]
    /// Skills that its texts ask for more than those of the window before, and less, by more than chance.
    public var rising: [SkillComparison] = []
    public var falling: [SkillComparison] = []
    public var seniorities: [Count] = []
    public var countries: [Count] = []
    public var cities: [Count] = []
    public var workplaces: [Count] = []
    public var companies: [Count] = []
    public var typical: [TypicalJD] = []
    public var neighbour: Neighbour?
    public var sources: SourceMix?
    public var basis: Basis

    /// Part of all texts.
    public var share: Double { all.texts > 0 ? Double(sample.texts) / Double(all.texts) : 0 }
    public var shareBefore: Double? {
        guard let textsBefore, let allBefore, allBefore > 0 else { return nil }
        return Double(textsBefore) / Double(allBefore)
    }
}

/// What is a role, by the JDs that ask for it?
public struct RoleReportQuestion: Sendable {
    public var role: String
    public var filter: JDFilter

    public init(role: String, filter: JDFilter = JDFilter()) {
        self.role = role
        self.filter = filter
    }

    /// - throws: ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> RoleReport {
        var asking = filter
        asking.role = role
        let counted = try DemandQuestion(by: [.year], filter: asking).answer(store)
        return try store.read { db in
            let course = try DemandCourse(counted, db)
            let names = try NumberedNames(db)
            guard let number = try Names(db: db).role(role).map(Int.init), let known = names.roles[number] else {
                throw UnknownName(kind: .role, name: role, suggestions: [])
            }
            let conditions = try ColumnFilter(filter, db)
            let keys = names.roles.keys.sorted()
            let (all, parts, ids) = try SampleScan.read(
                conditions, by: .role, keys: keys.map { .number($0) }, listing: keys.firstIndex(of: number), db)
            let samples = Dictionary(zip(keys, parts), uniquingKeysWith: { first, _ in first })
            let sample = samples[number] ?? all
            let scale = names.scale(ofRolesIn: all)
            var report = RoleReport(
                slug: known.slug, name: known.name,
                mission: try String.fetchOne(db, sql: "SELECT mission FROM role WHERE id = ?", arguments: [number])
                    ?? "",
                home: known.layer, filter: filter, totals: course.totals, before: course.before, sample: sample,
                all: all, demand: scale.score(UInt32(sample.texts)), roleCount: scale.count,
                textsBefore: nil, periods: course.trend?.periods, trend: try course.trend?.jds() ?? [],
                standingOut: names.standingOut(in: sample, against: all), sources: course.sources,
                basis: try Basis(db))
            try RoleReading(ids, sample, names, db).read(into: &report)
            report.neighbour = names.neighbour(of: number, samples, all)
            if let before = course.before {
                let earlier = conditions.seen(since: before.since, until: before.until)
                let (whole, parts, _) = try SampleScan.read(earlier, by: .role, keys: [.number(number)], db)
                (report.textsBefore, report.allBefore) = (parts[0].texts, whole.texts)
                report.probability = Significance.probability(
                    sample.texts, of: all.texts, parts[0].texts, of: whole.texts)
                let differing = names.differing(sample, parts[0])
                report.rising = differing.filter { $0.share > $0.otherShare }
                report.falling = differing.filter { $0.share < $0.otherShare }
            }
            return report
        }
    }
}

extension NumberedNames {
    /// The role whose texts ask for the most similar skills, of those with enough texts for it.
    fileprivate func neighbour(of role: Int, _ samples: [Int: Sample], _ all: Sample) -> RoleReport.Neighbour? {
        guard let own = samples[role], own.texts >= DemandReport.smallSample else { return nil }
        let weights = all.skills.map { $0 > 0 ? Self.rarity($0, of: all.texts) : 0 }
        let vector = Self.vector(own, weights)
        var best: (role: Int, similarity: Double)?
        for (other, sample) in samples.sorted(by: { $0.key < $1.key }) where other != role {
            guard sample.texts >= DemandReport.smallSample else { continue }
            let similarity = Self.cosine(vector, Self.vector(sample, weights))
            if similarity > best?.similarity ?? 0 { best = (other, similarity) }
        }
        guard let best, let name = roles[best.role], let sample = samples[best.role] else { return nil }
        let differing = differing(own, sample)
        return RoleReport.Neighbour(
            slug: name.slug, name: name.name, texts: sample.texts, similarity: best.similarity,
            more: differing.filter { $0.share > $0.otherShare }, less: differing.filter { $0.share < $0.otherShare })
    }

    private static func vector(_ sample: Sample, _ weights: [Double]) -> [Double] {
        sample.skills.indices.map { sample.share(ofSkill: $0) * weights[$0] }
    }

    private static func cosine(_ left: [Double], _ right: [Double]) -> Double {
        var (product, a, b) = (0.0, 0.0, 0.0)
        for (x, y) in zip(left, right) {
            product += x * y
            a += x * x
            b += y * y
        }
        return a > 0 && b > 0 ? product / (a * b).squareRoot() : 0
    }
}
