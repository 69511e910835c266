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

    /// How SQLite goes about each statement that a question runs.
    private func plans(_ fixture: Fixture, _ question: (Database) throws -> Void) throws -> [String] {
        try fixture.store.read { db in
            var statements: Set<String> = []
            db.trace { event in
                if case .statement(let statement) = event { statements.insert(statement.expandedSQL) }
            }
            try question(db)
            db.trace(options: [])
            return try statements.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
            }
        }
    }

    @Test("a report reads the columns, and no row of a JD", arguments: Dimension.allCases)
    func report(dimension: Dimension) throws {
        let fixture = try Fixture.random(40, seed: 1)
        var filter = JDFilter()
        (filter.needs, filter.role, filter.seniority) = ([.mlops], "data-engineer", .senior)
        filter.since = CalendarDate(year: 2024, month: 5, day: 1)
        for filter in [JDFilter(), filter] {
            let plans = try plans(fixture) { db in
                _ = try DemandCount.figures(
                    by: [dimension, dimension == .month ? .role : .month], ColumnFilter(filter, db), db)
            }
            #expect(plans.contains("SEARCH jd_column USING INDEX sqlite_autoindex_jd_column_1 (block=? AND name=?)"))
            let ofJDs = plans.filter { plan in ["jd_head", "jd_sighting", "jd_mention"].contains { plan.contains($0) } }
            #expect(ofJDs == ["SEARCH jd_head"], "but the greatest id")
        }
    }

    @Test("a search reads the lists of its words by their indexes, filters by the columns, and reads what it shows")
    func search() throws {
        let fixture = try Fixture.random(40, seed: 1)
        var filter = JDFilter()
        filter.needs = [.mlops]
        filter.since = CalendarDate(year: 2024, month: 1, day: 1)
        let plans = try plans(fixture) { db in
            let expression = try SearchParser.expression("somebody look")
            let found = try SearchScope(filter, db).matches(expression, limit: 20, db)
            #expect(found.total > 0)
        }
        #expect(plans.contains { $0.hasPrefix("SEARCH jd_fts_idx USING PRIMARY KEY (segid=? AND term<?)") })
        #expect(plans.contains { $0.hasPrefix("SEARCH jd_fts_data USING INTEGER PRIMARY KEY") })
        #expect(plans.contains("SEARCH jd_column USING INDEX sqlite_autoindex_jd_column_1 (block=? AND name=?)"))
        #expect(
            !plans.contains { $0.hasPrefix("SCAN jd_") && !$0.contains("jd_stale") && !$0.contains("jd_fts_config") })
    }
}
