import Foundation
import GRDB
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataQuery
@testable import StrataStorage

/// FTS5 finds, ranks and cuts out; what is read beside it, to be quick, has to say the same.
@Suite("Searching, against FTS5's own functions") struct SearchOracleTests {
    private static let vocabulary = [
        "data", "machine", "learning", "feature", "store", "zoë", "C++", "k8s", "pipeline", "pipelines", "a",
        "engineer",
    ]

    /// With words that nearly all hold and words that few hold.
    private func jds(_ count: Int, _ generator: inout RepeatableGenerator) -> [SampleJD] {
        (0..<count).map { number in
            var jd = SampleJD.random(number, &generator)
            jd.id = "\(generator.upTo(60))"
            let words = (0...generator.upTo(60)).map { _ in
                let most = generator.pick([1, 3, Self.vocabulary.count - 1])
                return Self.vocabulary[generator.upTo(most)]
            }
            jd.text = words.joined(separator: generator.pick([" ", ", ", "\n"]))
            if generator.oneIn(3) { jd.title = "\(generator.pick(Self.vocabulary)) \(jd.title)" }
            return jd
        }
    }

    private static let queries = [
        "data", "machine learning", "feature store", "store data machine", "zoe", "C++ data", "data data",
        "nothing data",
        "\"machine learning\"", "pipe*", "data OR zoë", "data -machine", "title:data engineer", "k8s engineer analyst",
        "(data OR store) learning", "scikit-learn data",
    ]

    /// The JDs found by FTS5, best first, with scores and passages.
    private func expected(_ query: String, _ filter: JDFilter, _ db: Database) throws -> [(Int64, Double, String)] {
        let match = try SearchParser.expression(query).match
        let matches: SQL = "h.id IN (SELECT rowid FROM jd_fts WHERE jd_fts MATCH \(match))"
        let conditions = try FilterSQL(filter, db).whole(besides: filter.isDistinct ? [matches] : [])
        let sql: SQL = """
            SELECT jd_fts.rowid, -bm25(jd_fts, 10, 4, 2, 1) AS score,
                snippet(jd_fts, 3, \(String(Snippet.opening)), \(String(Snippet.closing)), '…', 24)
            FROM jd_fts JOIN jd_head h ON h.id = jd_fts.rowid
            WHERE jd_fts MATCH \(match) AND \(literal: FilterSQL.all(conditions))
            ORDER BY score DESC, jd_fts.rowid
            """
        return try SQLRequest<Row>(literal: sql).fetchAll(db).map { ($0[0], $0[1], $0[2] ?? "") }
    }

    private func check(_ fixture: Fixture, _ generator: inout RepeatableGenerator) throws {
        for query in Self.queries where generator.oneIn(2) {
            var filter = generator.oneIn(3) ? JDFilter() : JDFilter.random(&generator)
            filter.isDistinct = generator.oneIn(4)
            guard let expected = try? fixture.store.read({ db in try expected(query, filter, db) }) else { continue }
            let page = Page(limit: generator.pick([nil, 0, 1, 5]), offset: generator.pick([0, 0, 3]))
            let found = try SearchQuestion(query, filter: filter, page: page).answer(fixture.store)
            #expect(found.total == expected.count, "\(query) \(filter)")
            let part = page.part(of: expected)
            #expect(found.hits.map(\.jd.id) == part.map(\.0), "\(query) \(filter)")
            #expect(found.hits.map(\.score) == part.map(\.1), "\(query)")
            #expect(found.hits.map(\.snippet) == part.map { Snippet.marked($0.2) }, "\(query)")
            #expect(try SearchQuestion(query, filter: filter).count(fixture.store) == expected.count)
        }
    }

    @Test("whatever becomes of the index", arguments: 1...8)
    func anything(seed: UInt64) throws {
        var generator = RepeatableGenerator(seed: seed)
        let fixture = try Fixture()
        // Lists that go on over many pages come of small ones.
        try fixture.store.write { db in
            try db.execute(
                sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('pgsz', ?)",
                arguments: [generator.pick([32, 64, 200, 1000, 4050])])
        }
        for _ in 1...6 {
            try fixture.add(jds(30, &generator))
            let ids = try fixture.store.read { db in try Int64.fetchAll(db, sql: "SELECT id FROM jd_head") }
            switch generator.upTo(5) {
            case 0: try fixture.store.deleteJDs(ids.filter { _ in generator.oneIn(8) })
            case 1:
                try fixture.store.write { db in
                    try db.execute(
                        sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('merge', ?)",
                        arguments: [generator.upTo(40) - 20])
                }
            case 2: try fixture.store.optimize()
            case 3: _ = try fixture.groupSome(&generator)
            default: break
            }
            try check(fixture, &generator)
        }
    }

    @Test("words that must all occur are read without FTS5, those of a damaged index are left to it")
    func reading() throws {
        var generator = RepeatableGenerator(seed: 9)
        let fixture = try Fixture(jds(80, &generator))
        func lists(_ words: [String]) throws -> WordLists? {
            try fixture.store.read { db in try WordLists(words, weights: [10, 4, 2, 1], count: 100, db) }
        }
        let hits = try #require(try lists(["Data", "nowhere", "Zoë"])).hits
        #expect(hits[0] > 40 && hits[1] == 0 && hits[2] > 0)
        #expect(try lists(["scikit-learn"]) == nil)
        let pages = try fixture.store.read { db in
            try Row.fetchAll(db, sql: "SELECT id, block FROM jd_fts_data WHERE id > 10")
        }
        for _ in 0..<80 {
            let page = generator.pick(pages)
            var bytes = [UInt8](page["block"] as Data)
            for _ in 0...generator.upTo(3) { bytes[generator.upTo(bytes.count - 1)] = UInt8(generator.upTo(255)) }
            if generator.oneIn(4) { bytes = Array(bytes.prefix(generator.upTo(bytes.count))) }
            try fixture.store.write { db in
                try db.execute(
                    sql: "UPDATE jd_fts_data SET block = ? WHERE id = ?", arguments: [Data(bytes), page["id"] as Int64])
            }
            // Right or wrong, but an answer or a refusal.
            for word in Self.vocabulary { _ = try lists([word]) }
            try fixture.store.write { db in
                try db.execute(
                    sql: "UPDATE jd_fts_data SET block = ? WHERE id = ?",
                    arguments: [page["block"] as Data, page["id"] as Int64])
            }
        }
    }

    @Test("a search that wants no more than there is takes any limit")
    func limits() throws {
        let fixture = try Fixture([SampleJD(title: "Data Engineer"), SampleJD(title: "Data Scientist")])
        for limit in [2, 1000, Int.max] {
            let page = try SearchQuestion("data", page: Page(limit: limit, offset: 1)).answer(fixture.store)
            #expect(page.total == 2 && page.hits.count == 1)
        }
    }
}
