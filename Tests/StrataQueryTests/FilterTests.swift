import StrataModel
import StrataQuery
import StrataTestSupport
import Testing

@Suite("Which JDs are there?")
struct FilterTests {
    @Test("random filters find what a look at every JD finds", arguments: 1...8)
    func agreesWithNaiveFilter(seed: Int) throws {
        let fixture = try Fixture.random(60, seed: UInt64(seed))
        var generator = RepeatableGenerator(seed: UInt64(seed) + 100)
        for _ in 0..<60 {
            let filter = JDFilter.random(&generator)
            let expected = fixture.jds.filter(filter.accepts).map(\.title)
            let question = JDQuestion(filter, page: Page(limit: nil))
            let page = try question.answer(fixture.store)
            #expect(Set(page.jds.map(\.title)) == Set(expected), "\(filter)")
            #expect(page.jds.count == expected.count)
            #expect(page.total == expected.count)
            #expect(try question.count(fixture.store) == expected.count)
        }
    }

    @Test("a page is a part of the whole list, and total counts before the limit")
    func pages() throws {
        let fixture = try Fixture.random(50, seed: 3)
        for sort in JDSort.Key.allCases.flatMap({ [JDSort($0, descending: true), JDSort($0, descending: false)] }) {
            let whole = try JDQuestion(sort: sort, page: Page(limit: nil)).answer(fixture.store).jds
            let part = try JDQuestion(sort: sort, page: Page(limit: 7, offset: 11)).answer(fixture.store)
            #expect(part.jds == Array(whole[11..<18]))
            #expect(part.total == 50)
        }
        #expect(try JDQuestion(page: Page(limit: 0)).answer(fixture.store).jds.isEmpty)
        #expect(try JDQuestion(page: Page(limit: 5, offset: 99)).answer(fixture.store).jds.isEmpty)
    }

    @Test("asked for a layer, JDs come by its share; equals by id")
    func ordersByShare() throws {
        let fixture = try Fixture.random(60, seed: 4)
        var filter = JDFilter()
        for needs in [[Layer.mlops], [.promptEngineering, .mlops]] {
            filter.needs = needs
            let jds = try JDQuestion(filter, page: Page(limit: nil)).answer(fixture.store).jds
            #expect(!jds.isEmpty)
            #expect(jds == jds.sorted { ($1.shares[needs[0]], $0.id) < ($0.shares[needs[0]], $1.id) })
        }
    }

    @Test("else the newest come first, undated ones last")
    func ordersByDate() throws {
        let fixture = try Fixture.random(60, seed: 5)
        let dates = try JDQuestion(page: Page(limit: nil)).answer(fixture.store).jds.map { $0.postedOn ?? "" }
        #expect(dates == dates.sorted(by: >))
        #expect(dates.last == "")
        let rising = try JDQuestion(sort: JDSort(spelled: "+date"), page: Page(limit: nil)).answer(fixture.store)
        #expect(rising.jds.first?.postedOn == dates.filter { !$0.isEmpty }.last)
        #expect(rising.jds.last?.postedOn == nil)
    }

    @Test("orders are read with and without a sign")
    func readsOrders() {
        #expect(JDSort(spelled: "salary") == JDSort(.salary, descending: true))
        #expect(JDSort(spelled: "+Salary") == JDSort(.salary, descending: false))
        #expect(JDSort(spelled: "-title") == JDSort(.title, descending: true))
        #expect(JDSort(spelled: "title") == JDSort(.title, descending: false))
        #expect(JDSort(spelled: "newest") == JDSort(.date, descending: true))
        #expect(JDSort(spelled: "colour") == nil)
        #expect(JDSort(spelled: "") == nil)
    }

    @Test("a skill, role or source that is unknown is named, with what was perhaps meant")
    func namesTheUnknown() throws {
        let fixture = try Fixture.random(10, seed: 6)
        var bySkill = JDFilter()
        bySkill.skill = "pytorh"
        var byRole = JDFilter()
        byRole.role = "data enginer"
        var bySource = JDFilter()
        bySource.source = "nowhere"
        for (filter, kind, hint) in [(bySkill, UnknownName.Kind.skill, "PyTorch"), (byRole, .role, "Data Engineer")] {
            let error = #expect(throws: UnknownName.self) { try JDQuestion(filter).answer(fixture.store) }
            #expect(error?.kind == kind)
            #expect(error?.suggestions.first == hint)
        }
        #expect(throws: UnknownName.self) { try JDQuestion(bySource).count(fixture.store) }
    }

    @Test(
        "a skill is meant by any of its spellings, a role by slug, name or title",
        arguments: [
            "ml-engineer", "ML Engineer", "machine learning engineer", "Machine-Learning Engineer",
        ])
    func readsNames(role: String) throws {
        let jds = [SampleJD(title: "A", role: "ml-engineer"), SampleJD(title: "B", role: "data-engineer")]
        let fixture = try Fixture(jds)
        var filter = JDFilter()
        filter.role = role
        #expect(try JDQuestion(filter).answer(fixture.store).jds.map(\.title) == ["A"])
    }

    @Test("what is only mentioned is not asked for")
    func contextDoesNotCount() throws {
        let fixture = try Fixture([
            SampleJD(title: "asks", asked: [.init(skill: "kubernetes", requirement: .preferred)]),
            SampleJD(title: "mentions", asked: [.init(skill: "kubernetes", requirement: .context)]),
        ])
        var filter = JDFilter()
        filter.skill = "k8s"
        #expect(try JDQuestion(filter).answer(fixture.store).jds.map(\.title) == ["asks"])
    }

    @Test("each JD can be had one by one, without a list")
    func streams() throws {
        let fixture = try Fixture.random(30, seed: 9)
        var seen: [JDSummary] = []
        let question = JDQuestion(page: Page(limit: nil))
        try question.forEach(fixture.store) { seen.append($0) }
        #expect(seen == (try question.answer(fixture.store).jds))
    }
}
