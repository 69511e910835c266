internal import GRDB
internal import StrataModel
internal import StrataStorage

/// What a demand report says beyond its counts: how demand has gone, what sets its rows apart, what they pay.
public struct DemandInsights: Sendable, Hashable {
    /// The whole of the report's JDs, by distinct texts.
    public var whole: Sample
    /// All JDs of the same dates and source, whatever the other filters.
    public var all: Sample
    /// By row, the same of its JDs; empty where rows are not JDs' own: of skills, time or sources.
    public var parts: [Sample] = []
    /// Stretches of time that the report's JDs were seen in; nil where none is dated.
    public var periods: Periods?
    /// By row, JDs seen in each period; empty for rows of time.
    public var trends: [[Int]] = []
    /// JDs of the whole report seen in each period.
    public var trend: [Int] = []
    /// By row, the tools and practices that set it apart from all JDs.
    public var standingOut: [[SkillComparison]] = []
    /// Those that set the report's JDs apart; empty where it covers all of them.
    public var wholeStandingOut: [SkillComparison] = []
    /// Skills asked for more than in the window before, and less, by more than chance.
    public var rising: [SkillComparison] = []
    public var falling: [SkillComparison] = []
    /// Distinct texts of the window before; nil where there is none.
    public var textsBefore: Int?
    /// Where the JDs of the two windows come from; nil without a window before.
    public var sources: SourceMix?
}

extension DemandInsights {
    /// - parameters:
    ///   - rows: of the report, as they are shown.
    ///   - latest: day of the latest sighting of any JD, or of the source asked for; nil for none.
    init(
        by dimension: Dimension, _ rows: [DemandReport.Row], _ question: DemandQuestion, _ filter: ColumnFilter,
        before: DateWindow?, latest: CalendarDate?, _ db: Database
    ) throws {
        let names = try NumberedNames(db)
        let split = dimension.isOfJDs ? dimension : nil
        let keys = rows.compactMap(\.keys.first)
        (whole, parts, _) = try SampleScan.read(filter, by: split, keys: split == nil ? [] : keys, db)
        let wide = question.filter.withoutConditions
        all = wide == question.filter ? whole : try SampleScan.read(ColumnFilter(wide, db), db).whole
        let except = try question.filter.skill.map { try Int(Names(db: db).skill($0)) }
        standingOut = parts.map { names.standingOut(in: $0, against: all, except: except) }
        if wide != question.filter { wholeStandingOut = names.standingOut(in: whole, against: all, except: except) }
        if let trend = try DemandTrend(question.filter, filter, latest: latest, db) {
            periods = trend.periods
            self.trend = try trend.jds()
            if !dimension.isTime, !keys.isEmpty { trends = try trend.jds(by: dimension, keys) }
        }
        if let before { try compare(with: filter.seen(since: before.since, until: before.until), filter, names, db) }
    }

    private mutating func compare(
        with earlier: ColumnFilter, _ filter: ColumnFilter, _ names: NumberedNames, _ db: Database
    ) throws {
        let sample = try SampleScan.read(earlier, db).whole
        textsBefore = sample.texts
        let differing = names.differing(whole, sample)
        rising = differing.filter { $0.share > $0.otherShare }
        falling = differing.filter { $0.share < $0.otherShare }
        sources = SourceMix(now: try SourceMix.counts(filter, db), before: try SourceMix.counts(earlier, db))
    }
}

extension JDFilter {
    /// The same dates and source, and nothing else asked.
    var withoutConditions: JDFilter {
        var filter = JDFilter()
        (filter.since, filter.until, filter.source) = (since, until, source)
        return filter
    }
}

extension Dimension {
    /// Whether a JD has its place in it by what it says, not by where and when it was seen, and rows are no skills.
    var isOfJDs: Bool {
        switch self {
        case .month, .quarter, .year, .source, .skill, .tool: false
        default: true
        }
    }
}
