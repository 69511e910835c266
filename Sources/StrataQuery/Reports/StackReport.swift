internal import GRDB
public import StrataModel
public import StrataStorage

/// The four layers side by side, and to which of them the JDs of each title belong.
public struct StackReport: Sendable, Hashable {
    /// One layer.
    public struct LayerPart: Sendable, Hashable {
        public var layer: Layer
        /// Texts that need the layer, alone or with others.
        public var needed: Sample
        /// Texts whose primary layer it is.
        public var primary: Sample
        /// The roles of those whose primary layer it is, the most frequent first.
        public var roles: [RoleCount]
        /// The tools and practices that set those apart from all.
        public var standingOut: [SkillComparison]
        /// JDs that need it, by period.
        public var trend: [Int] = []
        /// Texts that needed it in the window before; nil where there is none.
        public var neededBefore: Int?
    }

    /// A role with how many texts have it.
    public struct RoleCount: Sendable, Hashable {
        /// Nil for texts without a role.
        public var slug: String?
        public var name: String
        public var texts: Int
    }

    /// A role that titles name, and the layers that its texts belong to.
    public struct TitlePart: Sendable, Hashable {
        public var role: RoleCount
        /// Layer that the catalogue has the role at home in; nil outside the stack.
        public var home: Layer?
        public var sample: Sample
    }

    public var filter: JDFilter
    public var totals: DemandReport.Totals
    public var before: DateWindow?
    public var whole: Sample
    /// Texts of the window before; nil where there is none.
    public var textsBefore: Int?
    /// In the stack's order.
    public var layers: [LayerPart]
    /// Machine Learning Engineer and Data Scientist first, then the most frequent roles.
    public var titles: [TitlePart]
    public var periods: Periods?
    public var sources: SourceMix?
    public var basis: Basis
}

/// How do the layers compare?
public struct StackQuestion: Sendable {
    public var filter: JDFilter
    /// Roles that the title picture begins with: the two that are asked for when four different jobs are meant.
    static let vagueRoles = ["machine-learning-engineer", "data-scientist"]
    /// How many roles it shows.
    static let titleCount = 10

    public init(filter: JDFilter = JDFilter()) { self.filter = filter }

    /// - throws: ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> StackReport {
        let counted = try DemandQuestion(by: [.year], filter: filter).answer(store)
        return try store.read { db in
            let course = try DemandCourse(counted, db)
            let names = try NumberedNames(db)
            let conditions = try ColumnFilter(filter, db)
            let keys = Layer.allCases.map { DemandKey.number($0.index) }
            let (whole, needed, _) = try SampleScan.read(conditions, by: .layer, keys: keys, db)
            let primary = try SampleScan.read(conditions, by: .primary, keys: keys, db).parts
            let layers = Layer.allCases.map { layer in
                StackReport.LayerPart(
                    layer: layer, needed: needed[layer.index], primary: primary[layer.index],
                    roles: names.counts(of: primary[layer.index]),
                    standingOut: names.standingOut(in: primary[layer.index], against: whole))
            }
            var report = StackReport(
                filter: filter, totals: course.totals, before: course.before, whole: whole,
                layers: layers, titles: try Self.titles(whole, conditions, names, db),
                periods: course.trend?.periods, sources: course.sources, basis: try Basis(db))
            try Self.addTime(course, conditions, keys, to: &report, db)
            return report
        }
    }

    private static func addTime(
        _ course: DemandCourse, _ filter: ColumnFilter, _ keys: [DemandKey], to report: inout StackReport,
        _ db: Database
    ) throws {
        for (index, trend) in (try course.trend?.jds(by: .layer, keys) ?? []).enumerated() {
            report.layers[index].trend = trend
        }
        guard let before = course.before else { return }
        let earlier = try SampleScan.read(filter.seen(since: before.since, until: before.until), db).whole
        report.textsBefore = earlier.texts
        for index in report.layers.indices { report.layers[index].neededBefore = earlier.needs[index][index] }
    }

    private static func titles(
        _ whole: Sample, _ filter: ColumnFilter, _ names: NumberedNames, _ db: Database
    ) throws -> [StackReport.TitlePart] {
        let vague = vagueRoles.compactMap { slug in names.roles.first { $0.value.slug == slug }?.key }
        let most = names.roles.keys.filter { $0 < whole.roles.count && names.roles[$0]?.layer != nil }.sorted {
            (whole.roles[$1], names.roles[$0]?.slug ?? "") < (whole.roles[$0], names.roles[$1]?.slug ?? "")
        }
        let chosen = vague + most.filter { !vague.contains($0) }.prefix(titleCount - vague.count)
        let parts = try SampleScan.read(filter, by: .role, keys: chosen.map { .number($0) }, db).parts
        return zip(chosen, parts).compactMap { number, sample in
            guard sample.texts > 0, let role = names.roles[number] else { return nil }
            return StackReport.TitlePart(
                role: StackReport.RoleCount(slug: role.slug, name: role.name, texts: sample.texts), home: role.layer,
                sample: sample)
        }
    }
}

extension NumberedNames {
    /// The roles of a sample's texts, the most frequent first.
    func counts(of sample: Sample) -> [StackReport.RoleCount] {
        sample.roles.enumerated().compactMap { number, count -> StackReport.RoleCount? in
            guard count > 0 else { return nil }
            let role = roles[number]
            return StackReport.RoleCount(slug: role?.slug, name: role?.name ?? "(none)", texts: Int(count))
        }.sorted { ($1.texts, $0.name, $0.slug ?? "") < ($0.texts, $1.name, $1.slug ?? "") }
    }
}
