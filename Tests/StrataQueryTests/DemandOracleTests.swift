import GRDB
import StrataModel
import StrataQuery
import StrataStorage
import StrataTestSupport
import Testing

@Suite("Figures of demand, against the slow way")
struct DemandOracleTests {
    private func check(_ dimensions: [Dimension], _ filter: JDFilter, _ fixture: Fixture) throws {
        let report = try DemandQuestion(by: dimensions, filter: filter, page: Page(limit: nil)).answer(fixture.store)
        let naive = NaiveDemand(fixture.jds, by: dimensions, filter: filter)
        let name = Comment(rawValue: "by \(dimensions.map(\.rawValue)) \(filter)")
        #expect(report.totals.jds == naive.jds, name)
        #expect(report.totals.sightings == naive.sightings, name)
        #expect(report.totals.undated == naive.undated, name)
        #expect(report.totals.outsideStack == naive.outsideStack, name)
        #expect(report.totalRows == report.rows.count)
        let rows = Dictionary(
            uniqueKeysWithValues: report.rows.map {
                ($0.values.map(\.key), NaiveDemand.Row(jds: $0.jds, sightings: $0.sightings))
            })
        #expect(rows == naive.rows, name)
        for row in report.rows { #expect(row.share == Double(row.jds) / Double(naive.jds)) }
        try checkChange(report, dimensions, filter, fixture, name)
    }

    /// Where both ends are the first of a month: as many months earlier, counted back one by one.
    private func monthsBefore(_ since: CalendarDate, _ until: CalendarDate) -> CalendarDate? {
        guard since.day == 1, until.day == 1 else { return nil }
        var (start, end) = (since, until)
        while since < end {
            (start, end) = (monthBefore(start), monthBefore(end))
        }
        return start
    }

    private func monthBefore(_ date: CalendarDate) -> CalendarDate {
        let isJanuary = date.month == 1
        return CalendarDate(
            year: isJanuary ? date.year - 1 : date.year, month: isJanuary ? 12 : date.month - 1, day: 1) ?? date
    }

    /// The window before, asked for as a window of its own.
    private func checkChange(
        _ report: DemandReport, _ dimensions: [Dimension], _ filter: JDFilter, _ fixture: Fixture, _ name: Comment
    ) throws {
        guard let since = filter.since, let until = filter.until ?? dayAfterLatest(filter, fixture), since < until
        else {
            #expect(report.before == nil, name)
            #expect(report.rows.allSatisfy { $0.change == nil })
            return
        }
        var earlier = filter
        earlier.since = monthsBefore(since, until) ?? since.adding(days: since.daysSinceEpoch - until.daysSinceEpoch)
        earlier.until = since
        #expect(report.before?.since == earlier.since)
        #expect(report.before?.until == since)
        let before = NaiveDemand(fixture.jds, by: dimensions, filter: earlier)
        #expect(report.totals.jdsBefore == before.jds, name)
        for row in report.rows {
            let jds = before.rows[row.values.map(\.key)]?.jds ?? 0
            let isTime = dimensions.contains(where: \.isTime)
            #expect(row.jdsBefore == (isTime ? nil : jds), name)
            #expect(row.change == (isTime || jds == 0 ? nil : Double(row.jds - jds) / Double(jds)), name)
        }
    }

    private func dayAfterLatest(_ filter: JDFilter, _ fixture: Fixture) -> CalendarDate? {
        let dates = fixture.jds.flatMap(\.seen).filter { filter.source == nil || $0.source == filter.source }
            .compactMap(\.on)
        return dates.max().flatMap { CalendarDate(iso: $0) }?.adding(days: 1)
    }

    @Test("by each dimension", arguments: Dimension.allCases)
    func byOne(dimension: Dimension) throws {
        let fixture = try Fixture.random(70, seed: 11)
        try check([dimension], JDFilter(), fixture)
        var filter = JDFilter()
        filter.since = CalendarDate(year: 2024, month: 11, day: 5)
        filter.until = CalendarDate(year: 2025, month: 7, day: 9)
        try check([dimension], filter, fixture)
        filter.until = nil
        try check([dimension], filter, fixture)
        filter.source = "b"
        try check([dimension], filter, fixture)
    }

    @Test("by any two, under random filters", arguments: 1...6)
    func byTwo(seed: Int) throws {
        let fixture = try Fixture.random(50, seed: UInt64(seed))
        // Statistics change the plans, as they do once an import has closed the file.
        if seed.isMultiple(of: 2) { try fixture.store.write { try $0.execute(sql: "ANALYZE") } }
        var generator = RepeatableGenerator(seed: UInt64(seed) * 31)
        for first in Dimension.allCases {
            for second in Dimension.allCases where second != first && generator.oneIn(3) {
                try check([first, second], JDFilter.random(&generator), fixture)
            }
        }
    }

    @Test("a window holds the JDs that the list of the same dates holds")
    func agreesWithTheList() throws {
        let fixture = try Fixture.random(60, seed: 12)
        var generator = RepeatableGenerator(seed: 5)
        for _ in 0..<40 {
            let filter = JDFilter.random(&generator)
            let report = try DemandQuestion(by: [.role], filter: filter).answer(fixture.store)
            #expect(report.totals.jds == (try JDQuestion(filter).count(fixture.store)))
        }
    }
}
