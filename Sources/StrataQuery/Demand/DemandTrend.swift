internal import GRDB
internal import StrataModel

/// How many JDs were seen in each stretch of time.
struct DemandTrend {
    let periods: Periods
    private let filter: ColumnFilter
    private let db: Database

    /// - parameters:
    ///   - wanted: what is asked for, and `filter` the same over columns.
    ///   - latest: day of the latest sighting of any JD, or of the source asked for; nil for none.
    /// - returns: nil where no JD that passes is dated.
    init?(_ wanted: JDFilter, _ filter: ColumnFilter, latest: CalendarDate?, _ db: Database) throws {
        let months = try DemandCount.figures(by: [.month], filter, db).cells.keys.compactMap { key -> String? in
            if case .text(let month)? = key.first { month } else { nil }
        }
        // Through the latest day that is known, though these JDs were last seen before: that nothing is asked for any more is
        // a trend too.
        guard let first = months.min().flatMap({ CalendarDate(iso: $0) }), let latest else { return nil }
        let last = min(latest, wanted.until.flatMap { $0.adding(days: -1) } ?? latest)
        periods = Periods(from: wanted.since ?? first, through: last)
        self.filter = filter
        self.db = db
    }

    /// All JDs, by period.
    func jds() throws -> [Int] { try counts([periods.dimension], [[]]).first ?? [] }

    /// Those of each key of a dimension, by period.
    func jds(by dimension: Dimension, _ keys: [DemandKey]) throws -> [[Int]] {
        try counts([dimension, periods.dimension], keys.map { [$0] })
    }

    private func counts(_ dimensions: [Dimension], _ prefixes: [[DemandKey]]) throws -> [[Int]] {
        let cells = try DemandCount.figures(by: dimensions, filter, db).cells
        return prefixes.map { prefix in periods.names.map { cells[prefix + [.text($0)]]?.jds ?? 0 } }
    }
}

/// What the report of one thing begins with: its JDs counted, how they have gone, and where they come from.
struct DemandCourse {
    let totals: DemandReport.Totals
    let before: DateWindow?
    let trend: DemandTrend?
    let sources: SourceMix?

    /// - parameter counted: the report of the same filter, by whatever dimension.
    init(_ counted: DemandReport, _ db: Database) throws {
        totals = counted.totals
        before = counted.before
        let filter = try ColumnFilter(counted.filter, db)
        trend = try DemandTrend(counted.filter, filter, latest: counted.latest, db)
        guard let before, totals.jds > 0 else {
            sources = nil
            return
        }
        let earlier = filter.seen(since: before.since, until: before.until)
        sources = SourceMix(now: try SourceMix.counts(filter, db), before: try SourceMix.counts(earlier, db))
    }
}
