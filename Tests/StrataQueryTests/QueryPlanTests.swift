import GRDB
import StrataModel
import StrataStorage
import Testing

@testable import StrataQuery

/// The lists that people ask for most are read from an index, not sorted.
@Suite("How SQLite goes about a question")
struct QueryPlanTests {
    private func plan(_ filter: JDFilter, counting: Bool = false, sort: JDSort? = nil) throws -> String {
        let fixture = try Fixture.random(40, seed: 1)
        return try fixture.store.read { db in
            let question = JDQuestion(filter, sort: sort)
            let conditions = try FilterSQL(filter, db)
            let sql = counting ? question.counting(conditions) : question.listing(conditions)
            let (text, arguments) = try sql.build(db)
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + text, arguments: arguments)
                .map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    @Test("jds --needs reads the layer's best from the top")
    func needs() throws {
        var filter = JDFilter()
        filter.needs = [.mlops]
        let plan = try plan(filter)
        #expect(plan == "SEARCH n USING PRIMARY KEY (layer=?)")
    }

    @Test("jds --needs with more conditions still reads in order")
    func needsAndMore() throws {
        var filter = JDFilter()
        filter.needs = [.mlops, .appliedML]
        filter.seniority = .senior
        let plan = try plan(filter)
        #expect(plan.contains("SEARCH n USING PRIMARY KEY (layer=?)"))
        #expect(plan.contains("SEARCH h USING INTEGER PRIMARY KEY"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test("counting the JDs that need a layer reads only its part of the table")
    func countingNeeds() throws {
        var filter = JDFilter()
        filter.needs = [.mlops]
        #expect(try plan(filter, counting: true) == "SEARCH jd_need USING PRIMARY KEY (layer=?)")
    }

    @Test("the newest are read from their index")
    func newest() throws {
        let plan = try plan(JDFilter())
        #expect(plan.contains("jd_newest"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test("the newest since a day are a part of that index")
    func since() throws {
        var filter = JDFilter()
        filter.since = CalendarDate(year: 2024, month: 5, day: 1)
        let plan = try plan(filter)
        #expect(plan.contains("jd_newest (posted_on>?)"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test("jds --skill looks the skill up by its index", arguments: [false, true])
    func skill(counting: Bool) throws {
        var filter = JDFilter()
        filter.skill = "kubernetes"
        let plan = try plan(filter, counting: counting)
        #expect(plan.contains("jd_mention_by_skill (skill=?)"))
    }

    @Test("distinct JDs are found by going through those that are alike, in the order of their index")
    func distinct() throws {
        var filter = JDFilter()
        filter.isDistinct = true
        let plan = try plan(filter)
        #expect(plan.contains("SCAN h USING INDEX jd_newest"))
        #expect(plan.contains("INDEX jd_by_duplicate_group"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test("a JD and those alike to it are looked up by their index") func alike() throws {
        var filter = JDFilter()
        filter.alike = 7
        let plan = try plan(filter, counting: true)
        #expect(plan.contains("jd_by_duplicate_group (duplicate_group=?)"))
        #expect(!plan.contains("SCAN"))
    }
}
