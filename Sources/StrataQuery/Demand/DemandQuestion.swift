internal import GRDB
internal import StrataModel
public import StrataStorage

/// How much is asked for: JDs counted by one dimension or two.
public struct DemandQuestion: Sendable {
    public var dimensions: [Dimension]
    public var filter: JDFilter
    /// Nil: time ascending, else the most JDs first.
    public var sort: DemandSort?
    public var page: Page
    /// Whether more than counts is wanted, where the report has one dimension: see ``DemandInsights``.
    public var hasInsights: Bool

    public init(
        by dimensions: [Dimension], filter: JDFilter = JDFilter(), sort: DemandSort? = nil, page: Page = Page(),
        hasInsights: Bool = false
    ) {
        self.hasInsights = hasInsights
        self.dimensions = dimensions
        self.filter = filter
        self.sort = sort
        self.page = page
    }

    /// The report. A JD belongs to the window when it was seen within it.
    ///
    /// The window before has the same length and ends where this one begins. It needs a beginning; an open end is taken
    /// to be the day after the latest sighting of any JD, or of the source asked for. Rows of time have no change: the
    /// window before holds other months.
    ///
    /// - throws: ``UnknownName``, ``DimensionError``, `StoreError`.
    public func answer(_ store: Store) throws -> DemandReport {
        try Dimension.check(dimensions)
        return try store.read { db in
            let conditions = try ColumnFilter(filter, db)
            let figures = try DemandCount.figures(by: dimensions, conditions, db)
            var rows = Self.rows(figures, try KeyNames(dimensions, db))
            let latest = try latest(figures, db)
            let before = windowBefore(latest)
            var jdsBefore: Int?
            if let before {
                let isOfTime = dimensions.contains(where: \.isTime)
                let earlier = try DemandCount.figures(
                    by: isOfTime ? [] : dimensions, conditions.seen(since: before.since, until: before.until), db)
                jdsBefore = earlier.total.jds
                if !isOfTime { rows = Self.compare(rows, with: earlier) }
            }
            let sorted = sort?.sorted(rows) ?? DemandSort.usual(rows, by: dimensions)
            var report = DemandReport(
                dimensions: dimensions, filter: filter, latest: latest, before: before,
                totals: Self.totals(figures, before: jdsBefore),
                totalRows: sorted.count, rows: Array(page.part(of: sorted)))
            if hasInsights, dimensions.count == 1, report.totals.jds > 0 {
                report.top = DemandSort.usual(rows, by: dimensions).first { $0.values.first?.key != nil }
                report.insights = try DemandInsights(
                    by: dimensions[0], Array(report.rows.prefix(Self.mostExplained)), self, conditions,
                    before: before, latest: latest, db)
            }
            if hasInsights { report.basis = try Basis(db) }
            if hasInsights, let latest {
                let last = filter.until?.adding(days: -1).map { min($0, latest) } ?? latest
                report.overTime = DemandOverTime(dimensions, sorted, latest: last)
            }
            return report
        }
    }

    /// Rows beyond these are counted, and no more is said of them.
    static let mostExplained = 50

    /// Day of the latest sighting of any JD, or any of the source asked for: up to then it is known what was asked for, and
    /// what was not.
    private func latest(_ figures: DemandFigures, _ db: Database) throws -> CalendarDate? {
        let wide = filter.withoutConditions
        let day = Int(wide == filter ? figures.latest : try DemandCount.latest(ColumnFilter(wide, db), db))
        return CalendarDate(year: day / 10000, month: day / 100 % 100, day: day % 100)
    }

    private func windowBefore(_ latest: CalendarDate?) -> DateWindow? {
        guard let since = filter.since else { return nil }
        if let until = filter.until { return DateWindow(since: since, until: until).before }
        guard let until = latest?.adding(days: 1) else { return nil }
        return DateWindow(since: since, until: until).before
    }

    private static func totals(_ figures: DemandFigures, before: Int?) -> DemandReport.Totals {
        DemandReport.Totals(
            jds: figures.total.jds, distinctTexts: figures.total.jds - figures.total.repeats,
            sightings: figures.total.sightings, undated: figures.undated, outsideStack: figures.outsideStack,
            undecided: figures.undecided, jdsBefore: before)
    }

    private static func rows(_ figures: DemandFigures, _ names: KeyNames) -> [DemandReport.Row] {
        figures.cells.map { keys, cell in
            DemandReport.Row(
                values: names.values(keys), jds: cell.jds, distinct: cell.jds - cell.repeats, sightings: cell.sightings,
                share: figures.total.jds > 0 ? Double(cell.jds) / Double(figures.total.jds) : 0, keys: keys)
        }
    }

    private static func compare(_ rows: [DemandReport.Row], with earlier: DemandFigures) -> [DemandReport.Row] {
        rows.map { row in
            var row = row
            let earlier = earlier.cells[row.keys]?.jds ?? 0
            row.jdsBefore = earlier
            if earlier > 0 { row.change = Double(row.jds - earlier) / Double(earlier) }
            return row
        }
    }
}
