import StrataModel
import StrataQuery
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
