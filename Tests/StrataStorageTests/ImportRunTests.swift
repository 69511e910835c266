import GRDB
import StrataModel
import StrataStorage
import StrataTestSupport
import Testing

@Suite struct ImportRunTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("strata.db"), access: .write)
    }

    private func integer(_ sql: String) throws -> Int? {
        try store.read { db in try Int.fetchOne(db, sql: sql) }
    }

    @Test func importingTheSameRowsTwiceChangesNothing() throws {
        let rows = [
            Sample.row(Sample.jd(id: "1", on: "2026-01-05")),
            Sample.row(Sample.jd(id: "1", on: "2026-01-05", text: "A newer text that asks for Airflow.")),
            Sample.row(Sample.jd(title: "ML Engineer", text: "Train models.")),
            Sample.row(Sample.jd(title: "ML Engineer", on: "2026-02-01", text: "Train models.")),
        ]
        let first = try store.importFile(rows)
        #expect(first.imported == 2 && first.duplicates == 2 && first.sightings == 1 && first.rows == 4)
        let before = try store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM jd ORDER BY id") }
        let second = try store.importFile(rows)
        #expect(second.duplicates == 4 && second.sightings == 0)
        #expect(try store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM jd ORDER BY id") } == before)
    }

    @Test func withinAFileTheLastRowOfAnIdWins() throws {
        try store.importFile([
            Sample.row(Sample.jd(id: "7", text: "first")), Sample.row(Sample.jd(id: "7", text: "second")),
        ])
        #expect(try store.read { db in try String.fetchAll(db, sql: "SELECT text FROM jd") } == ["second"])
        #expect(try integer("SELECT sightings FROM jd") == 1)
    }

    @Test func aChangedTextUnderTheSameIdIsAnUpdate() throws {
        try store.importFile([Sample.row(Sample.jd(id: "7", text: "first words"))], named: "a.csv")
        let counts = try store.importFile(
            [Sample.row(Sample.jd(id: "7", on: "2026-03-01", text: "other words"), needs: [.mlops])], named: "b.csv")
        #expect(counts.updated == 1)
        #expect(try integer("SELECT count(*) FROM jd_fts WHERE jd_fts MATCH 'first'") == 0)
        #expect(try integer("SELECT count(*) FROM jd_fts WHERE jd_fts MATCH 'other'") == 1)
        #expect(try integer("SELECT sightings FROM jd") == 2)
        let needs = try store.read { db in try String.fetchAll(db, sql: "SELECT layer FROM jd_needs") }
        #expect(needs == ["mlops"])
    }

    @Test func idsAreScopedToTheirSource() throws {
        let counts = try store.importFile([
            Sample.row(Sample.jd(id: "1", source: "lever")), Sample.row(Sample.jd(id: "1", source: "greenhouse")),
        ])
        #expect(counts.imported == 2)
    }

    @Test func theSameTextFromAnotherSourceOrDayIsASightingAndNoSecondJD() throws {
        let counts = try store.importFile([
            Sample.row(Sample.jd(source: "indeed", on: "2026-01-01")),
            Sample.row(Sample.jd(source: "indeed", on: "2026-04-01")),
            Sample.row(Sample.jd(source: "linkedin", on: "2026-02-01")),
        ])
        #expect(counts.imported == 1 && counts.duplicates == 2 && counts.sightings == 2)
        let dates = try store.read { db in try Row.fetchOne(db, sql: "SELECT first_seen, last_seen, sightings FROM jd")
        }
        #expect(dates == ["first_seen": "2026-01-01", "last_seen": "2026-04-01", "sightings": 3])
    }

    @Test func whatCannotBeReadIsKeptWithItsReason() throws {
        let counts = try store.importFile([
            .rejected(RejectedRow(row: 1, line: 2, reason: "no title", raw: ",,")), Sample.row(Sample.jd()),
        ])
        #expect(counts.rejected == 1 && counts.imported == 1 && counts.rows == 2)
        #expect(try integer("SELECT line FROM reject WHERE reason = 'no title'") == 2)
    }

    @Test func aKilledRunGoesOnAfterItsLastCommit() throws {
        let killed = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T00:00:00Z")
        var progress = try killed.begin(path: "x", format: "csv", fingerprint: "1")
        try killed.store([Sample.row(Sample.jd(id: "1")), Sample.row(Sample.jd(id: "2"))], of: &progress, seconds: 1)
        try killed.commit(progress)
        let again = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T01:00:00Z")
        #expect(again.isResumed && again.run == killed.run)
        var resumed = try again.begin(path: "x", format: "csv", fingerprint: "1")
        #expect(resumed.counts.rows == 2 && !resumed.isFinished)
        try again.store([Sample.row(Sample.jd(id: "3"))], of: &resumed, seconds: 1)
        try again.commit(resumed)
        try again.finish(resumed, error: nil)
        try again.finish(at: "2026-11-23T01:00:01Z")
        #expect(try integer("SELECT rows FROM import_file") == 3)
        #expect(try integer("SELECT count(*) FROM jd") == 3)
    }

    @Test func aRunWithOtherOptionsIsANewOne() throws {
        let first = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T00:00:00Z")
        let second = try RunWriter(store: store, options: "y", startedAt: "2026-11-23T00:00:00Z")
        #expect(!second.isResumed && second.run != first.run)
    }

    @Test func referencesHoldAndFullTextAgreesAfterManyKindsOfRows() throws {
        var generator = RepeatableGenerator(seed: 3)
        for file in 0..<6 {
            try store.importFile(
                (0..<60).map { _ in
                    let id = Bool.random(using: &generator) ? "\(Int.random(in: 0..<20, using: &generator))" : nil
                    let text = "text \(Int.random(in: 0..<9, using: &generator)) about Airflow"
                    return Sample.row(
                        Sample.jd(
                            id: id, source: Bool.random(using: &generator) ? "a" : "b",
                            on: Bool.random(using: &generator)
                                ? "2026-0\(Int.random(in: 1...9, using: &generator))-01" : nil,
                            text: text),
                        needs: Layer.allCases.filter { _ in Bool.random(using: &generator) })
                }, named: "file \(file)")
        }
        try store.write { db in try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('integrity-check', 1)") }
        let broken = try store.read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count }
        #expect(broken == 0)
        #expect(
            try integer(
                "SELECT count(*) FROM jd_head WHERE sightings <> (SELECT count(*) FROM jd_sighting WHERE jd = id AND counted)"
            )
                == 0)
        #expect(
            try integer("SELECT count(*) FROM jd_need WHERE NOT (SELECT needs >> layer & 1 FROM jd_head WHERE id = jd)")
                == 0)
        #expect(
            try integer("SELECT sum((needs & 1) + (needs >> 1 & 1) + (needs >> 2 & 1) + (needs >> 3 & 1)) FROM jd_head")
                == integer("SELECT count(*) FROM jd_need"))
    }
}
