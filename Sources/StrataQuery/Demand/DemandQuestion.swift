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

    public init(
        by dimensions: [Dimension], filter: JDFilter = JDFilter(), sort: DemandSort? = nil, page: Page = Page()
    ) {
        self.dimensions = dimensions
        self.filter = filter
        self.sort = sort
        self.page = page
    }

    /// The report. A JD belongs to the window when it was seen within it.
    ///
    /// The window before has the same length and ends where this one begins. It needs a beginning; an open end is taken
    /// to be the day after the latest sighting under the filters. Rows of time have no change: the window before holds
    /// other months.
    ///
    /// - throws: ``UnknownName``, ``DimensionError``, `StoreError`.
    public func answer(_ store: Store) throws -> DemandReport {
        try Dimension.check(dimensions)
        return try store.read { db in
            let sql = try FilterSQL(filter, db)
            let demand = DemandSQL(dimensions: dimensions, filter: sql, dates: sql.dates)
            let before = try windowBefore(demand, db)
            var totals = try Self.totals(demand, db)
            var rows = try Self.rows(demand, try KeyNames(dimensions, db), db, total: totals.jds)
            if let before {
                var earlier = demand
                earlier.dates = FilterSQL.dates(since: before.since, until: before.until)
                totals.jdsBefore = try Self.totals(earlier, db).jds
                if !dimensions.contains(where: \.isTime) { rows = try Self.compare(rows, with: earlier, db) }
            }
            let reports = rows.map(\.report)
            let sorted = sort?.sorted(reports) ?? DemandSort.usual(reports, by: dimensions)
            return DemandReport(
                dimensions: dimensions, filter: filter, before: before, totals: totals, totalRows: sorted.count,
                rows: Array(page.part(of: sorted)))
        }
    }

    private func windowBefore(_ demand: DemandSQL, _ db: Database) throws -> DateWindow? {
        guard let since = filter.since else { return nil }
        if let until = filter.until { return DateWindow(since: since, until: until).before }
        guard let text = try SQLRequest<String?>(literal: demand.latest).fetchOne(db) ?? nil,
            let until = CalendarDate(iso: text)?.adding(days: 1)
        else { return nil }
        return DateWindow(since: since, until: until).before
    }

    private static func totals(_ demand: DemandSQL, _ db: Database) throws -> DemandReport.Totals {
        let row = try SQLRequest<Row>(literal: demand.totals).fetchOne(db)
        let undated = try SQLRequest<Int>(literal: demand.undated).fetchOne(db) ?? 0
        let repeats = try SQLRequest<Int>(literal: demand.totalRepeats).fetchOne(db) ?? 0
        let jds: Int = row?[0] ?? 0
        return DemandReport.Totals(
            jds: jds, distinctTexts: jds - repeats, sightings: row?[1] ?? 0, undated: undated,
            outsideStack: row?[2] ?? 0,
            undecided: row?[3] ?? 0)
    }

    /// A row with the keys that the database groups by.
    private struct KeyedRow {
        var keys: [DatabaseValue]
        var report: DemandReport.Row
    }

    private static func rows(
        _ demand: DemandSQL, _ names: KeyNames, _ db: Database, total: Int
    ) throws -> [KeyedRow] {
        let count = demand.dimensions.count
        let repeats = try counts(demand.repeats, db, keys: count)
        return try SQLRequest<Row>(literal: demand.rows).fetchAll(db).map { row in
            let keys = (0..<count).map { row[$0] as DatabaseValue }
            let jds: Int = row[count]
            return KeyedRow(
                keys: keys,
                report: DemandReport.Row(
                    values: names.values(keys), jds: jds, distinct: jds - (repeats[keys] ?? 0),
                    sightings: row[count + 1],
                    share: total > 0 ? Double(jds) / Double(total) : 0))
        }
    }

    /// The figure that follows the keys, by the keys.
    private static func counts(_ sql: SQL, _ db: Database, keys count: Int) throws -> [[DatabaseValue]: Int] {
        var counts: [[DatabaseValue]: Int] = [:]
        for row in try SQLRequest<Row>(literal: sql).fetchAll(db) {
            counts[(0..<count).map { row[$0] as DatabaseValue }] = row[count]
        }
        return counts
    }

    private static func compare(
        _ rows: [KeyedRow], with earlier: DemandSQL, _ db: Database
    ) throws -> [KeyedRow] {
        let before = try counts(earlier.rows, db, keys: earlier.dimensions.count)
        return rows.map { row in
            var row = row
            let earlier = before[row.keys] ?? 0
            row.report.jdsBefore = earlier
            if earlier > 0 { row.report.change = Double(row.report.jds - earlier) / Double(earlier) }
            return row
        }
    }
}
