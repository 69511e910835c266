import GRDB
import StrataModel
import StrataQuery
import StrataStorage
import Testing

@Suite("The database itself")
struct DatabaseTests {
    @Test("info counts what is there")
    func info() throws {
        let fixture = try Fixture.random(30, seed: 8)
        let info = try DatabaseInfo(fixture.store)
        let counts = Dictionary(uniqueKeysWithValues: info.counts.map { ($0.name, $0.count) })
        #expect(counts["jds"] == 30)
        #expect(counts["sightings"] == fixture.jds.flatMap(\.seen).count)
        #expect(counts["skills"] == Fixture.skills.count)
        #expect(counts["runs"] == 1)
        #expect(info.schema == Store.schemaVersion)
        #expect(info.catalogue == Store.catalogueVersion + 1, "as the fixture has it")
        #expect(info.staleVerdicts == 0)
        #expect(info.firstDate == fixture.jds.flatMap(\.seen).compactMap(\.on).min())
        #expect(info.lastDate == fixture.jds.compactMap(\.newest).max())
        #expect(info.sources.map(\.count).reduce(0, +) == 30)
        #expect(info.bytes > 0)
        #expect(info.json["counts"]?["jds"] == .integer(30))
        withExtendedLifetime(fixture) {}
    }

    @Test("a database that was only written by imports is sound")
    func sound() throws {
        let fixture = try Fixture.random(30, seed: 8)
        let check = try DatabaseCheck(fixture.store)
        #expect(check.isOK, "\(check.findings.filter { !$0.isOK })")
        #expect(try DatabaseCheck.fullText(fixture.store).isOK)
    }

    @Test(
        "damage is found and named",
        arguments: [
            ("DELETE FROM jd_need WHERE layer = 2", "needs"),
            ("UPDATE jd_head SET needs = needs | 1, primary_layer = NULL WHERE NOT needs & 1", "needs"),
            ("UPDATE jd_head SET sightings = 9 WHERE id = 1", "sightings"),
            ("UPDATE jd_head SET last_seen = '2030-01-01' WHERE id = 2", "sightings"),
            ("UPDATE jd_head SET share_mlops = 2 WHERE id = 3", "shares"),
            ("DELETE FROM jd_body WHERE jd = 4", "texts"),
            ("UPDATE jd_head SET duplicate_group = 6 WHERE id = 6", "duplicates"),
            ("UPDATE jd_head SET duplicate_group = 6 WHERE id IN (7, 8)", "duplicates"),
            ("DELETE FROM jd_ungrouped WHERE jd = 9", "duplicates"),
            ("INSERT INTO reject VALUES (1, 7, 7, 'r', 'x')", "rejects"),
            ("UPDATE meta SET value = 0 WHERE name = 'catalogue_version'", "catalogue"),
            ("PRAGMA foreign_keys = OFF; DELETE FROM source WHERE id = 1", "references"),
        ])
    func damage(sql: String, name: String) throws {
        let fixture = try Fixture.random(30, seed: 8)
        try fixture.store.queue.inDatabase { try $0.execute(sql: sql) }
        let check = try DatabaseCheck(fixture.store)
        #expect(!check.isOK)
        #expect(check.findings.contains { $0.name == name && !$0.isOK }, "\(check.findings)")
    }

    @Test("a text that the full-text index does not know is found")
    func fullTextDamage() throws {
        let fixture = try Fixture.random(30, seed: 8)
        try fixture.store.write { try $0.execute(sql: "UPDATE jd_body SET text = 'other words' WHERE jd = 5") }
        #expect(try !DatabaseCheck.fullText(fixture.store).isOK)
    }

    @Test("runs are listed with what became of their records, the latest first")
    func runs() throws {
        let fixture = try Fixture.random(10, seed: 8)
        try fixture.add(
            [SampleJD(title: "late")], rejects: [RejectedRow(row: 2, line: 5, reason: "no title", raw: "x;y")])
        let list = try RunsQuestion().answer(fixture.store)
        #expect(list.total == 2)
        #expect(list.runs.map(\.counts.rows) == [2, fixture.jds.flatMap(\.seen).count])
        #expect(list.runs[0].counts.rejected == 1)
        #expect(list.runs[0].finishedAt != nil)
        let detail = try #require(try RunQuestion(run: list.runs[0].id).answer(fixture.store))
        #expect(detail.files.map(\.path) == ["test.csv"])
        #expect(detail.rejects.map(\.reason) == ["no title"])
        #expect(detail.rejects[0].line == 5)
        #expect(detail.rejectItems[0]["raw"] == .string("x;y"))
        #expect(detail.document.title == "Import run \(list.runs[0].id)")
        #expect(try RunQuestion(run: 99).answer(fixture.store) == nil)
    }

    @Test("an empty database answers every question with nothing")
    func empty() throws {
        let fixture = try Fixture()
        #expect(try JDQuestion().answer(fixture.store) == JDPage(total: 0, jds: []))
        #expect(try SearchQuestion("a").answer(fixture.store).total == 0)
        for dimension in Dimension.allCases {
            var filter = JDFilter()
            filter.since = CalendarDate(iso: "2024-01-01")
            let report = try DemandQuestion(by: [dimension], filter: filter).answer(fixture.store)
            #expect(report.rows.isEmpty)
            #expect(report.totals.jds == 0)
        }
        #expect(try DatabaseCheck(fixture.store).isOK)
        #expect(try RunsQuestion().answer(fixture.store).total == 1)
    }
}
