import GRDB
import StrataModel
import StrataQuery
import StrataTestSupport
import Testing

/// JDs of almost the same text, in every answer that knows of them.
@Suite("Near-duplicates in answers") struct DuplicateTests {
    /// By the JD's id, the smallest one of its group.
    private func groupNumbers(_ groups: [[Int64]]) -> [Int64: Int64] {
        groups.reduce(into: [:]) { numbers, ids in for id in ids { numbers[id] = ids.min() } }
    }

    @Test("distinct JDs are the newest of each group among those that pass the filter", arguments: 1...8)
    func distinct(seed: UInt64) throws {
        let fixture = try Fixture.random(60, seed: seed)
        var generator = RepeatableGenerator(seed: seed)
        let group = groupNumbers(try fixture.groupSome(&generator))
        for _ in 0..<25 {
            var filter = JDFilter.random(&generator)
            let all = try JDQuestion(filter, sort: JDSort(.date), page: Page(limit: nil)).answer(fixture.store).jds
            filter.isDistinct = true
            let page = try JDQuestion(filter, sort: JDSort(.date), page: Page(limit: nil)).answer(fixture.store)
            var seen: Set<Int64> = []
            // Newest first: the first of a group is the one to be shown.
            let expected = all.filter { seen.insert(group[$0.id] ?? $0.id).inserted }
            #expect(page.jds == expected, "\(filter)")
            #expect(page.total == expected.count)
            #expect(try JDQuestion(filter).count(fixture.store) == expected.count)
        }
    }

    @Test("of alike JDs a search shows the newest that holds the words") func search() throws {
        let jds = [
            SampleJD(title: "old", text: "kafka and flink", seen: [.init(on: "2024-01-01")]),
            SampleJD(title: "new", text: "kafka and spark", seen: [.init(on: "2024-05-01")]),
            SampleJD(title: "other", text: "kafka alone", seen: [.init(on: "2023-01-01")]),
        ]
        let fixture = try Fixture(jds)
        try fixture.group([[1, 2]])
        var filter = JDFilter()
        filter.isDistinct = true
        func titles(_ query: String) throws -> Set<String> {
            let question = SearchQuestion(query, filter: filter)
            let page = try question.answer(fixture.store)
            #expect(page.total == page.hits.count)
            #expect(try question.count(fixture.store) == page.total)
            return Set(page.hits.map(\.jd.title))
        }
        #expect(try titles("kafka") == ["new", "other"])
        #expect(try titles("flink") == ["old"])
    }

    @Test("a JD is asked for together with those alike to it") func alike() throws {
        let fixture = try Fixture.random(9, seed: 2)
        try fixture.group([[2, 5, 8], [3, 4]])
        func ids(_ id: Int64) throws -> [Int64] {
            var filter = JDFilter()
            filter.alike = id
            return try JDQuestion(filter, page: Page(limit: nil)).answer(fixture.store).jds.map(\.id).sorted()
        }
        #expect(try ids(5) == [2, 5, 8])
        #expect(try ids(4) == [3, 4])
        #expect(try ids(1) == [1])
        #expect(try ids(99) == [])
    }

    @Test("show names the newest ten, and says how many more there are") func siblings() throws {
        let jds = (1...15).map { number in
            SampleJD(title: "JD \(number)", seen: [.init(on: "2024-01-\(number < 10 ? "0" : "")\(number)")])
        }
        let fixture = try Fixture(jds)
        try fixture.group([Array(2...15)])
        let detail = try #require(try ShowQuestion(id: 4).answer(fixture.store))
        #expect(detail.summary.alike == 13)
        #expect(detail.summary.duplicateGroup == 2)
        #expect(detail.siblings.map(\.id) == [15, 14, 13, 12, 11, 10, 9, 8, 7, 6])
        let json = detail.json(nil)
        #expect(json["alike"] == .integer(13) && json["duplicate_group"] == .integer(2))
        #expect("\(detail.document(nil, withText: false))".contains("3 more"))
        let alone = try #require(try ShowQuestion(id: 1).answer(fixture.store))
        #expect(alone.summary.alike == 0 && alone.summary.duplicateGroup == 1 && alone.siblings.isEmpty)
        #expect(alone.json(nil)["siblings"] == .array([]))
    }

    @Test("demand counts texts as the list of distinct JDs does", arguments: 1...6) func demand(seed: UInt64) throws {
        let fixture = try Fixture.random(60, seed: seed + 100)
        var generator = RepeatableGenerator(seed: seed)
        _ = try fixture.groupSome(&generator)
        for _ in 0..<15 {
            let filter = JDFilter.random(&generator)
            var distinct = filter
            distinct.isDistinct = true
            let report = try DemandQuestion(by: [.role], filter: filter, page: Page(limit: nil)).answer(fixture.store)
            #expect(report.totals.distinctTexts == (try JDQuestion(distinct).count(fixture.store)), "\(filter)")
            for row in report.rows where filter.role == nil {
                distinct.role = row.values[0].key ?? "none"
                #expect(row.distinct == (try JDQuestion(distinct).count(fixture.store)), "\(distinct)")
            }
        }
    }

    @Test("demand counts texts in each row by itself, in every dimension", arguments: Dimension.allCases)
    func dimensions(dimension: Dimension) throws {
        let fixture = try Fixture.random(50, seed: 31)
        var generator = RepeatableGenerator(seed: 31)
        let group = groupNumbers(try fixture.groupSome(&generator))
        let report = try DemandQuestion(by: [dimension], page: Page(limit: nil)).answer(fixture.store)
        // Each JD's own row of keys, by a database in which nothing is alike.
        for row in report.rows {
            let ids = try fixture.ids(of: row.values[0].key, dimension)
            #expect(row.jds == ids.count)
            #expect(row.distinct == Set(ids.map { group[$0] ?? $0 }).count, "\(row)")
        }
        #expect(report.totals.distinctTexts < report.totals.jds)
    }

    @Test("info tells how many texts are distinct") func info() throws {
        let fixture = try Fixture.random(12, seed: 3)
        #expect(try DatabaseInfo(fixture.store).ungrouped == 12)
        try fixture.group([[1, 2, 3], [7, 9]])
        let info = try DatabaseInfo(fixture.store)
        #expect(info.duplicateGroups == 2 && info.repeats == 3 && info.distinctTexts == 9 && info.ungrouped == 0)
        #expect(info.json["distinct_texts"] == .integer(9))
    }

    @Test("JDs not compared yet count as alone") func ungrouped() throws {
        let fixture = try Fixture.random(12, seed: 3)
        var filter = JDFilter()
        filter.isDistinct = true
        #expect(try JDQuestion(filter).count(fixture.store) == 12)
        #expect(try DemandQuestion(by: [.role]).answer(fixture.store).totals.distinctTexts == 12)
    }
}

extension Fixture {
    /// The JDs that belong in a row of a report by the dimension.
    fileprivate func ids(of key: String?, _ dimension: Dimension) throws -> [Int64] {
        jds.indices.filter { index in
            NaiveDemand([jds[index]], by: [dimension], filter: JDFilter()).rows[[key]] != nil
        }.map { Int64($0 + 1) }
    }
}
