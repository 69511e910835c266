import GRDB
import StrataModel
import StrataQuery
import StrataStorage
import Testing

@Suite("Reports that go beyond counts")
struct ReportTests {
    /// JDs of a role that ask for some skills, each with a text of its own.
    private func jds(
        _ role: String, _ count: Int, asks skills: [String], in month: String = "2025-03", primary: Layer? = .mlops,
        pay: Int? = nil, source: String = "board"
    ) -> [SampleJD] {
        (0..<count).map { index in
            SampleJD(
                title: "\(role) \(month) \(skills) \(source) \(index)", company: "Company \(index)", role: role,
                primary: primary, needs: primary.map { [$0] } ?? [],
                asked: skills.map { .init(skill: $0, requirement: index % 3 == 0 ? .preferred : .required) },
                salary: pay.map { Salary(min: Double($0 + index), max: nil, currency: "EUR", period: .year) },
                seen: [.init(source: source, on: "\(month)-1\(index % 10)")])
        }
    }

    private func insights(_ jds: [SampleJD], since: String? = nil, until: String? = nil) throws -> DemandReport {
        var filter = JDFilter()
        filter.since = since.flatMap { CalendarDate(iso: $0) }
        filter.until = until.flatMap { CalendarDate(iso: $0) }
        return try DemandQuestion(by: [.role], filter: filter, hasInsights: true).answer(Fixture(jds).store)
    }

    @Test("what sets a role apart is asked for more often there than elsewhere; what all ask for is not named")
    func standsOut() throws {
        let report = try insights(
            jds("data-engineer", 40, asks: ["terraform", "cpp"]) + jds("ml-engineer", 40, asks: ["kubernetes", "cpp"]))
        let insights = try #require(report.insights)
        #expect(insights.standingOut.map { $0.map(\.skill) } == [["terraform"], ["kubernetes"]])
        let terraform = try #require(insights.standingOut[0].first)
        #expect(terraform.share == 1 && terraform.otherShare == 0.5 && terraform.lift == 2)
    }

    @Test("a skill that nobody asked for before and half do now rises; one that all ask for does not")
    func rises() throws {
        let report = try insights(
            jds("ml-engineer", 40, asks: ["pytorch"], in: "2025-02")
                + jds("ml-engineer", 20, asks: ["pytorch"], in: "2025-03")
                + jds("ml-engineer", 20, asks: ["pytorch", "kubernetes"], in: "2025-03"),
            since: "2025-03-01", until: "2025-04-01")
        let insights = try #require(report.insights)
        #expect(insights.rising.map(\.skill) == ["kubernetes"] && insights.falling.isEmpty)
        #expect(insights.rising[0].share == 0.5 && insights.rising[0].otherShare == 0)
    }

    @Test("a new source is pointed out; the same mix is not")
    func newSource() throws {
        let old = jds("ml-engineer", 20, asks: [], in: "2025-02")
        let mixed = try insights(
            old + jds("ml-engineer", 20, asks: [], in: "2025-03", source: "scrape"), since: "2025-03-01",
            until: "2025-04-01")
        #expect(mixed.insights?.sources?.hasChanged == true)
        let words = String(describing: mixed.document.blocks)
        #expect(words.contains("other sources than before"))
        let same = try insights(
            old + jds("ml-engineer", 30, asks: [], in: "2025-03"), since: "2025-03-01", until: "2025-04-01")
        #expect(same.insights?.sources?.hasChanged == false)
        #expect(!String(describing: same.document.blocks).contains("other sources"))
    }

    @Test("a dimension crossed with time shows how each value has gone, months without a JD among them")
    func overTime() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 3, asks: [], in: "2025-01") + jds("ml-engineer", 1, asks: [], in: "2025-03")
                + jds("data-engineer", 2, asks: [], in: "2025-03"))
        let report = try DemandQuestion(by: [.role, .month], page: Page(limit: 1), hasInsights: true)
            .answer(fixture.store)
        let overTime = try #require(report.overTime)
        #expect(overTime.periods.names == ["2025-01", "2025-02", "2025-03"])
        #expect(overTime.values.map(\.key) == ["ml-engineer", "data-engineer"])
        #expect(overTime.trends == [[3, 0, 1], [0, 0, 2]])
        let quarters = try DemandQuestion(by: [.quarter, .role], hasInsights: true).answer(fixture.store).overTime
        #expect(quarters?.periods.names == ["2025-Q1"] && quarters?.trends == [[4], [2]])
    }

    @Test("what was last asked for long ago is told to be asked for no more, up to the latest day of all JDs")
    func endsBefore() throws {
        let fixture = try Fixture(
            jds("data-engineer", 3, asks: [], in: "2025-01") + jds("ml-engineer", 3, asks: [], in: "2025-03"))
        var filter = JDFilter()
        filter.since = CalendarDate(iso: "2025-01-01")
        let role = try RoleReportQuestion(role: "data-engineer", filter: filter).answer(fixture.store)
        #expect(role.trend == [3, 0, 0] && role.periods?.names.last == "2025-03")
        // The window before is as long as what is known of this one.
        #expect(role.before?.since.description == "2024-10-22")
        #expect(String(describing: role.document.blocks).contains("2025-03 is counted through 2025-03-12 only"))
        filter.until = CalendarDate(iso: "2025-02-15")
        let cut = try RoleReportQuestion(role: "data-engineer", filter: filter).answer(fixture.store)
        #expect(String(describing: cut.document.blocks).contains("2025-02 is counted through 2025-02-14 only"))
        filter.until = nil
        filter.source = "elsewhere"
        #expect(throws: UnknownName.self) {
            try RoleReportQuestion(role: "data-engineer", filter: filter).answer(fixture.store)
        }
    }

    @Test("sides that are the same are refused; of those that overlap it is told how much")
    func overlappingSides() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 9, asks: [], in: "2025-01") + jds("ml-engineer", 7, asks: [], in: "2025-04", source: "b")
        )
        func compare(_ a: String, _ b: String, shared: JDFilter = JDFilter()) throws -> CompareReport {
            try CompareQuestion(ComparedSide(spelled: a), ComparedSide(spelled: b), shared: shared).answer(
                fixture.store)
        }
        let report = try compare("2025", "source=b")
        #expect(report.common == 7)
        #expect(String(describing: report.document.blocks).contains("7 JDs are on both sides"))
        #expect(try compare("2025-Q1", "2025-Q2").common == 0)
        #expect(throws: ComparedSideError.self) { try compare("2025-Q1", "2025-01-01..2025-04-01") }
        var shared = JDFilter()
        shared.source = "b"
        #expect(throws: ComparedSideError.self) { try compare("2025", "2025,source=b", shared: shared) }
    }

    @Test("a file whose numbers are beyond all bounds is reported on")
    func hostileNumbers() throws {
        let fixture = try Fixture(jds("ml-engineer", 9, asks: ["kubernetes"]))
        try fixture.store.write { db in
            for id in [-5, Int.max] {
                let name = "x\(id)"
                try db.execute(
                    sql: "INSERT INTO skill (id, slug, name, kind, origin) VALUES (?, ?, ?, 'tool', 'user')",
                    arguments: [id, name, name])
                try db.execute(
                    sql: "INSERT INTO role (id, slug, name, origin) VALUES (?, ?, ?, 'user')",
                    arguments: [id, name, name])
            }
            try db.execute(sql: "UPDATE occupation SET exposure = 9e999")
        }
        let store = fixture.store
        #expect(try SkillReportQuestion(skill: "kubernetes").answer(store).document.title == "Kubernetes")
        #expect(try RoleReportQuestion(role: "ml-engineer").answer(store).sample.texts == 9)
        for dimension in Dimension.allCases {
            #expect(try DemandQuestion(by: [dimension], hasInsights: true).answer(store).totals.jds == 9)
        }
        #expect(try StackQuestion().answer(store).totals.jds == 9)
        #expect(throws: UnknownName.self) { try SkillReportQuestion(skill: "x-5").answer(store) }
    }

    @Test("the row with the most JDs is named, though others are shown")
    func mostOfAll() throws {
        let fixture = try Fixture(jds("data-engineer", 9, asks: []) + jds("ml-engineer", 2, asks: []))
        let report = try DemandQuestion(
            by: [.role], page: Page(limit: 1, offset: 1), hasInsights: true
        ).answer(fixture.store)
        #expect(report.rows.map(\.jds) == [2] && report.top?.jds == 9)
        #expect(String(describing: report.document.blocks).contains("Most JDs by role: Data Engineer, 9 (82%)"))
    }

    @Test("pay is told from five texts on, in its own currency")
    func pays() throws {
        let report = try insights(
            jds("ml-engineer", 5, asks: [], pay: 50_000) + jds("data-engineer", 4, asks: [], pay: 90_000))
        let insights = try #require(report.insights)
        #expect(insights.parts.map { $0.payFigures.map(\.median) } == [[50_002], []])
        #expect(insights.whole.payFigures.map(\.count) == [9])
    }

    @Test("the stack tells what a title stands for: half of these data scientists are data engineers")
    func titles() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 20, asks: [], primary: .mlops)
                + jds("ml-engineer", 20, asks: ["pytorch"], primary: .dataEngineering))
        let report = try StackQuestion().answer(fixture.store)
        let title = try #require(report.titles.first)
        #expect(title.sample.texts == 40 && title.sample.primary == [20, 0, 20, 0])
        #expect(report.layers.map(\.needed.texts) == [20, 0, 20, 0])
    }

    @Test("a role's report keeps required apart from preferred and names the role it is most like")
    func role() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 30, asks: ["pytorch", "kubernetes"])
                + jds("data-engineer", 30, asks: ["pytorch", "cpp"])
                + jds("accountant", 30, asks: ["accounting"], primary: nil))
        let report = try RoleReportQuestion(role: "ML Engineer").answer(fixture.store)
        #expect(report.required.first { $0.slug == "kubernetes" }?.texts == 20)
        #expect(report.preferred.first { $0.slug == "kubernetes" }?.texts == 10)
        #expect(report.neighbour?.slug == "data-engineer")
        #expect(report.neighbour?.more.map(\.skill) == ["kubernetes"])
        #expect(report.neighbour?.less.map(\.skill) == ["cpp"])
    }

    @Test("a skill's demand is its place among skills of its kind; its roles are those that ask for it")
    func skill() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 30, asks: ["pytorch", "kubernetes"]) + jds("data-engineer", 10, asks: ["kubernetes"])
                + jds("accountant", 5, asks: ["terraform"], primary: nil))
        let report = try SkillReportQuestion(skill: "k8s").answer(fixture.store)
        // Of three tools asked for it is asked for most: two below, and half of itself.
        #expect(report.kindCount == 3 && abs((report.demand ?? 0) - 10 * 2.5 / 3) < 1e-12)
        #expect(report.roles.map(\.slug) == ["ml-engineer", "data-engineer"])
        #expect(report.roles.map(\.share) == [1, 1])
    }

    @Test("a comparison counts each side by its own conditions and both by the shared ones")
    func compares() throws {
        let fixture = try Fixture(
            jds("ml-engineer", 40, asks: ["pytorch"], in: "2024-03")
                + jds("ml-engineer", 40, asks: ["kubernetes"], in: "2025-03")
                + jds("accountant", 7, asks: ["accounting"], in: "2025-03", primary: nil))
        var shared = JDFilter()
        shared.role = "ml-engineer"
        let report = try CompareQuestion(
            ComparedSide(spelled: "2025"), ComparedSide(spelled: "2024"), shared: shared
        ).answer(fixture.store)
        #expect(report.a.totals.jds == 40 && report.b.totals.jds == 40)
        #expect(report.more.map(\.skill) == ["kubernetes"] && report.less.map(\.skill) == ["pytorch"])
    }
}

@Suite("What little data cannot carry")
struct LittleDataTests {
    private func words(_ document: Document) -> String { String(describing: document.blocks) }

    private func fixture(_ earlier: Int, _ later: Int) throws -> Fixture {
        let months = [(earlier, "2025-01"), (later, "2025-02")]
        return try Fixture(
            months.flatMap { count, month in
                (0..<count).map { index in
                    SampleJD(
                        title: "Engineer \(month) \(index)", role: "ml-engineer", primary: .mlops, needs: [.mlops],
                        seen: [.init(source: "board", on: "\(month)-11")])
                }
            })
    }

    @Test("is called too few, and not a lack of differences", arguments: [(0, 30), (3, 30), (30, 3), (25, 30)])
    func differences(earlier: Int, later: Int) throws {
        let fixture = try fixture(earlier, later)
        let isSmall = min(earlier, later) < 20
        var filter = JDFilter()
        (filter.since, filter.until) = (CalendarDate(iso: "2025-02-01"), CalendarDate(iso: "2025-03-01"))
        let demand = words(
            try DemandQuestion(by: [.role], filter: filter, hasInsights: true).answer(fixture.store).document)
        #expect(demand.contains("too few texts to tell which skills rise") == isSmall)
        #expect(demand.contains("No skill rises") == !isSmall)
        let question = try CompareQuestion(ComparedSide(spelled: "2025-02"), ComparedSide(spelled: "2025-01"))
        let compared = words(try question.answer(fixture.store).document)
        #expect(compared.contains("No skill differs") == !isSmall)
        #expect(compared.contains("2025-01 holds no JDs") == (earlier == 0))
    }

    @Test("makes no layer the one that is needed most", arguments: [(3, false), (20, true)])
    func stack(count: Int, isTold: Bool) throws {
        let stack = words(try StackQuestion().answer(fixture(0, count).store).document)
        #expect(stack.contains("is needed most") == isTold)
        #expect(stack.contains("A small sample (n < 20)") == !isTold)
    }
}
