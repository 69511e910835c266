internal import GRDB
public import StrataModel
public import StrataStorage

/// Two sets of JDs side by side.
public struct CompareReport: Sendable, Hashable {
    public struct Side: Sendable, Hashable {
        /// As it was asked for, and as it is called.
        public var text: String
        public var name: String
        public var filter: JDFilter
        public var totals: DemandReport.Totals
        public var sample: Sample
    }

    /// Something counted on both sides.
    public struct Row: Sendable, Hashable {
        public var slug: String?
        public var name: String
        public var layer: Layer?
        public var texts: Int
        public var otherTexts: Int
        public var share: Double
        public var otherShare: Double
        /// Probability of such a difference by chance; nil where the samples are too small.
        public var probability: Double?
    }

    public var a: Side
    public var b: Side
    public var shared: JDFilter
    /// JDs that are on both sides.
    public var common: Int
    /// Layers needed, in the stack's order.
    public var layers: [Row]
    /// Roles, the most texts on both sides first.
    public var roles: [Row]
    public var seniorities: [Row]
    /// Skills that the first side asks for more, and less, by more than chance.
    public var more: [SkillComparison]
    public var less: [SkillComparison]
    /// Where the JDs come from.
    public var sources: SourceMix
    public var basis: Basis
}

/// How do two sets of JDs differ?
public struct CompareQuestion: Sendable {
    public var a: ComparedSide
    public var b: ComparedSide
    /// What is asked of both.
    public var shared: JDFilter

    public init(_ a: ComparedSide, _ b: ComparedSide, shared: JDFilter = JDFilter()) {
        self.a = a
        self.b = b
        self.shared = shared
    }

    /// - throws: ``ComparedSideError`` where both sides are the same, ``UnknownName``, `StoreError`.
    public func answer(_ store: Store) throws -> CompareReport {
        let filters = [a.over(shared), b.over(shared)]
        guard filters[0] != filters[1] else {
            throw ComparedSideError(text: b.text, problem: "asks for the same JDs as '\(a.text)'")
        }
        let demands = try filters.map { try DemandQuestion(by: [.seniority], filter: $0).answer(store) }
        return try store.read { db in
            let names = try NumberedNames(db)
            let steps = Seniority.allCases.map { DemandKey.text($0.rawValue) } + [.none]
            let conditions = try filters.map { try ColumnFilter($0, db) }
            let scans = try conditions.map { try SampleScan.read($0, by: .seniority, keys: steps, db) }
            let (one, other) = (scans[0].whole, scans[1].whole)
            let differing = names.differing(one, other)
            let sources = try conditions.map { try SourceMix.counts($0, db) }
            return CompareReport(
                a: .init(text: a.text, name: a.name, filter: filters[0], totals: demands[0].totals, sample: one),
                b: .init(text: b.text, name: b.name, filter: filters[1], totals: demands[1].totals, sample: other),
                shared: shared, common: try Self.common(conditions, db), layers: Self.layers(one, other),
                roles: names.roles(one, other),
                seniorities: Self.seniorities(scans[0].parts, one.texts, scans[1].parts, other.texts),
                more: differing.filter { $0.share > $0.otherShare },
                less: differing.filter { $0.share < $0.otherShare },
                sources: SourceMix(now: sources[0], before: sources[1]), basis: try Basis(db))
        }
    }

    /// How many JDs pass all of some filters.
    private static func common(_ filters: [ColumnFilter], _ db: Database) throws -> Int {
        var common = 0
        let columns = filters.reduce(Set<JDColumn>([.sightings, .dates, .sources])) { $0.union($1.columns) }
        try Columns(db).forEachBlock(columns) { block in
            let filters = filters.map { (own: $0, over: $0.over(block)) }
            let (counts, dates) = (block[numbers: .sightings], block[numbers: .dates])
            let sources = block[numbers: .sources]
            var end = 0
            for place in 0..<block.count {
                let seen = end..<end + Int(counts[place])
                end = seen.upperBound
                let isCommon = filters.allSatisfy { own, over in
                    over.accepts(place)
                        && (!own.asksForSightings
                            || seen.contains { own.accepts(source: sources[$0], date: dates[$0]) })
                }
                if isCommon { common += 1 }
            }
        }
        return common
    }

    private static func layers(_ one: Sample, _ other: Sample) -> [CompareReport.Row] {
        Layer.allCases.map { layer in
            CompareReport.Row(
                slug: layer.slug, name: layer.name, layer: layer, one.needs[layer.index][layer.index], of: one.texts,
                other.needs[layer.index][layer.index], of: other.texts)
        }
    }

    /// By step, those without one last; only steps that either side has.
    private static func seniorities(
        _ one: [Sample], _ texts: Int, _ other: [Sample], _ otherTexts: Int
    ) -> [CompareReport.Row] {
        (Seniority.allCases.map(\.rawValue) + [nil]).enumerated().compactMap { index, step in
            guard one[index].texts + other[index].texts > 0 else { return nil }
            return CompareReport.Row(
                slug: step, name: step ?? "(none)", layer: nil, one[index].texts, of: texts, other[index].texts,
                of: otherTexts)
        }
    }
}

extension CompareReport.Row {
    init(slug: String?, name: String, layer: Layer?, _ a: Int, of n: Int, _ b: Int, of m: Int) {
        self.slug = slug
        self.name = name
        self.layer = layer
        texts = a
        otherTexts = b
        share = n > 0 ? Double(a) / Double(n) : 0
        otherShare = m > 0 ? Double(b) / Double(m) : 0
        probability = Significance.probability(a, of: n, b, of: m)
    }
}

extension NumberedNames {
    fileprivate func roles(_ one: Sample, _ other: Sample) -> [CompareReport.Row] {
        roles.compactMap { number, role -> CompareReport.Row? in
            guard number < one.roles.count, number < other.roles.count,
                one.roles[number] + other.roles[number] > 0
            else { return nil }
            return CompareReport.Row(
                slug: role.slug, name: role.name, layer: role.layer, Int(one.roles[number]), of: one.texts,
                Int(other.roles[number]), of: other.texts)
        }.sorted {
            ($1.texts + $1.otherTexts, $0.name, $0.slug ?? "") < ($0.texts + $0.otherTexts, $1.name, $1.slug ?? "")
        }
    }
}
