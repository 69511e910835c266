import StrataModel
import StrataQuery
import Testing

@Suite("Reports of demand")
struct DemandReportTests {
    /// JDs of a role, each seen on a day of its own.
    private func jds(_ role: String?, _ count: Int, in month: String, primary: Layer? = .mlops) -> [SampleJD] {
        (0..<count).map { day in
            SampleJD(
                title: "\(role ?? "none") \(month) \(day)", role: role, primary: primary,
                needs: primary.map { [$0] } ?? [],
                seen: [.init(on: "\(month)-\(day < 9 ? "0" : "")\(day + 1)")])
        }
    }

    private func report(_ jds: [SampleJD], by dimensions: [Dimension], since: String? = nil, until: String? = nil)
        throws -> DemandReport
    {
        var filter = JDFilter()
        filter.since = since.flatMap { CalendarDate(iso: $0) }
        filter.until = until.flatMap { CalendarDate(iso: $0) }
        return try DemandQuestion(by: dimensions, filter: filter).answer(Fixture(jds).store)
    }

    @Test("the most JDs come first; equals by name; those without a role last among them")
    func orders() throws {
        let jds =
            jds("ml-engineer", 2, in: "2024-01") + jds("data-engineer", 2, in: "2024-02") + jds(nil, 2, in: "2024-03")
            + jds("prompt-engineer", 3, in: "2024-01")
        let rows = try report(jds, by: [.role]).rows
        #expect(rows.map { $0.values[0].name } == ["Prompt Engineer", "Data Engineer", "ML Engineer", "(none)"])
        #expect(rows.map { $0.values[0].key } == ["prompt-engineer", "data-engineer", "ml-engineer", nil])
    }

    @Test("time runs forward, within each of the first dimension's values too")
    func ordersTime() throws {
        let jds =
            jds("ml-engineer", 1, in: "2024-02") + jds("ml-engineer", 1, in: "2023-12")
            + jds("data-engineer", 3, in: "2024-01")
        #expect(try report(jds, by: [.month]).rows.map { $0.values[0].key } == ["2023-12", "2024-01", "2024-02"])
        #expect(try report(jds, by: [.quarter]).rows.map { $0.values[0].key } == ["2023-Q4", "2024-Q1"])
        #expect(
            try report(jds, by: [.role, .month]).rows.map { $0.values.map(\.name) } == [
                ["Data Engineer", "2024-01"], ["ML Engineer", "2023-12"], ["ML Engineer", "2024-02"],
            ])
    }

    @Test("change is against the window of the same length just before")
    func changes() throws {
        let jds =
            jds("ml-engineer", 4, in: "2024-02") + jds("ml-engineer", 6, in: "2024-03")
            + jds("data-engineer", 2, in: "2024-03")
        let report = try report(jds, by: [.role], since: "2024-03-01", until: "2024-04-01")
        #expect(report.before == DateWindow(since: try day("2024-02-01"), until: try day("2024-03-01")))
        #expect(report.rows.map(\.change) == [0.5, nil])
        #expect(report.totals.jdsBefore == 4)
    }

    @Test(
        "whole months are compared with as many months, other windows with as many days",
        arguments: [
            ("2025-01-01", "2026-01-01", "2024-01-01"), ("2024-02-01", "2024-03-01", "2024-01-01"),
            ("2024-07-01", "2024-10-01", "2024-04-01"), ("2024-03-02", "2024-03-12", "2024-02-21"),
            ("2024-03-01", "2024-03-11", "2024-02-20"),
        ])
    func windowBefore(since: String, until: String, before: String) throws {
        let window = DateWindow(since: try day(since), until: try day(until))
        #expect(window.before == DateWindow(since: try day(before), until: try day(since)))
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    @Test("undated JDs count without dates, and are only named with them")
    func undated() throws {
        let jds = jds("ml-engineer", 2, in: "2024-03") + [SampleJD(title: "undated", role: "ml-engineer")]
        let whole = try report(jds, by: [.role])
        #expect((whole.totals.jds, whole.totals.undated, whole.rows[0].jds) == (3, 1, 3))
        let window = try report(jds, by: [.role], since: "2024-01-01")
        #expect((window.totals.jds, window.totals.undated, window.rows[0].jds) == (2, 1, 2))
        let months = try report(jds, by: [.month])
        #expect(months.rows.map(\.jds) == [2])
        #expect(months.totals.jds == 3)
    }

    @Test("a JD seen twice is one JD and two sightings; a superseded row is none")
    func countsSightings() throws {
        let jd = SampleJD(title: "A", role: "ml-engineer", seen: [.init(on: "2024-01-01"), .init(on: "2024-02-01")])
        let report = try report([jd], by: [.role])
        #expect((report.totals.jds, report.totals.sightings) == (1, 2))
        // The same id again within one file, with another text: the last row wins.
        let first = SampleJD(id: "7", title: "B", text: "old", seen: [.init(on: "2024-01-01")])
        let last = SampleJD(id: "7", title: "B", text: "new", seen: [.init(on: "2024-05-01")])
        let months = try self.report([first, last], by: [.month])
        #expect((months.totals.jds, months.totals.sightings) == (1, 1))
        #expect(months.rows.map { $0.values[0].key } == ["2024-05"])
    }

    @Test("no layer and too little evidence are told apart")
    func outside() throws {
        let jds = [
            SampleJD(title: "cook", shares: [.mlops: 0.1]), SampleJD(title: "vague", shares: [.mlops: 0.6]),
            SampleJD(title: "clear", primary: .mlops, shares: [.mlops: 0.9]),
        ]
        let totals = try report(jds, by: [.primary]).totals
        #expect((totals.outsideStack, totals.undecided) == (2, 1))
    }

    @Test("the JSON has the shape of the contract")
    func jsonShape() throws {
        let jds = jds("ml-engineer", 4, in: "2024-02") + jds("ml-engineer", 6, in: "2024-03")
        let json = try report(jds, by: [.role, .layer], since: "2024-03-01", until: "2024-04-01").json
        #expect(json["by"] == .array([.string("role"), .string("layer")]))
        #expect(json["window"]?["since"] == .string("2024-03-01"))
        #expect(json["window"]?["until"] == .string("2024-04-01"))
        for key in ["jds", "sightings", "undated", "outside_stack"] { #expect(json["totals"]?[key] != nil) }
        guard case .array(let rows)? = json["rows"], let row = rows.first else {
            Issue.record("no rows")
            return
        }
        #expect(row["role"] == .string("ml-engineer"))
        #expect(row["layer"] == .string("mlops"))
        #expect(row["jds"] == .integer(6))
        #expect(row["sightings"] == .integer(6))
        #expect(row["share"] == .number(1))
        #expect(row["change"] == .number(0.5))
        let whole = try report(jds, by: [.role]).json
        #expect(whole["window"]?["since"] == .null)
        #expect(whole["filters"] == .object([]))
    }

    @Test("the document names what was left out and marks small samples")
    func documentIsHonest() throws {
        let fixture = try Fixture(jds("ml-engineer", 25, in: "2024-02") + jds(nil, 3, in: "2024-03", primary: nil))
        let whole = try DemandQuestion(by: [.role]).answer(fixture.store).document
        #expect(whole.title == "Demand by role")
        #expect(
            whole.firstTable?.columns.map(\.key) == [
                "role", "jds", "distinct", "sightings", "share", "change", "sample",
            ])
        #expect(whole.firstTable?.rows.map(\.last) == [.text(""), .text("n < 20")])
        #expect(
            whole.blocks.first
                == .facts([
                    Fact("JDs", "28"), Fact("Distinct texts", "28"), Fact("Sightings", "28"),
                    Fact("Without a layer", "3 outside the stack"),
                ]))
        let part = try DemandQuestion(by: [.role], page: Page(limit: 1)).answer(fixture.store)
        #expect(part.rows.count == 1)
        #expect(part.document.blocks.contains(.note("1 of 2 rows shown; --limit and --offset show others.")))
    }

    @Test(
        "an order can be asked for",
        arguments: [
            ("name", ["Data Engineer", "ML Engineer"]), ("-name", ["ML Engineer", "Data Engineer"]),
            ("+jds", ["ML Engineer", "Data Engineer"]), ("sightings", ["Data Engineer", "ML Engineer"]),
        ])
    func sorts(order: String, expected: [String]) throws {
        let fixture = try Fixture(jds("ml-engineer", 1, in: "2024-02") + jds("data-engineer", 2, in: "2024-02"))
        let report = try DemandQuestion(by: [.role], sort: DemandSort(spelled: order)).answer(fixture.store)
        #expect(report.rows.map { $0.values[0].name } == expected)
    }

    @Test("dimensions are one or two that differ")
    func readsDimensions() throws {
        #expect(try Dimension.list("role, Month") == [.role, .month])
        #expect(try Dimension.list("tools") == [.tool])
        #expect(throws: DimensionError.self) { try Dimension.list("") }
        #expect(throws: DimensionError.self) { try Dimension.list("role,role") }
        #expect(throws: DimensionError.self) { try Dimension.list("role,month,layer") }
        let error = #expect(throws: UnknownName.self) { try Dimension.list("senority") }
        #expect(error?.suggestions.first == "seniority")
    }
}
