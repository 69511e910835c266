import GRDB
import StrataModel
import StrataTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

@testable import StrataQuery
@testable import StrataStorage

/// What reports read is a copy of what is known of JDs: it must never say anything else.
@Suite("Columns of JDs") struct ColumnsTests {
    /// Every question is answered as the rows of JDs answer it, and what is kept is what would be made anew.
    private func check(_ fixture: Fixture, _ generator: inout RepeatableGenerator, _ name: Comment) throws {
        try fixture.store.read { db in
            for _ in 0..<5 {
                var dimensions = Array(Dimension.allCases.shuffled(using: &generator).prefix(1 + generator.upTo(1)))
                if generator.oneIn(6) { dimensions = [] }
                let filter = generator.oneIn(3) ? JDFilter() : JDFilter.random(&generator)
                // Sources go with the runs that named them.
                guard let conditions = try? FilterSQL(filter, db) else { continue }
                let slow = DemandSQL(dimensions: dimensions, filter: conditions, dates: conditions.dates)
                let quick = try DemandCount.figures(by: dimensions, ColumnFilter(filter, db), db)
                #expect(quick == (try slow.figures(db)), "\(name): \(dimensions) \(filter)")
            }
            #expect(try Columns(db).wrongBlocks() == [], name)
        }
    }

    /// Ids go on from here: over the end of a block.
    private func moveOn(_ fixture: Fixture, toID id: Int64) throws {
        try fixture.store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO jd_head (id, identity, content, source, title, is_thin, file, needs, share_data_engineering,
                        share_applied_ml, share_mlops, share_prompt_engineering, share_outside, revision)
                    SELECT ?1, randomblob(16), content, source, title, is_thin, file, 0, 0, 0, 0, 0, 1, revision
                    FROM jd_head WHERE id = 1
                    """, arguments: [id])
            try db.execute(
                sql: """
                    INSERT INTO jd_sighting SELECT ?1, source, content, posted_on, file, 1 FROM jd_sighting
                    WHERE jd = 1 LIMIT 1
                    """, arguments: [id])
            try db.execute(
                sql: """
                    UPDATE jd_head SET (sightings, posted_on) =
                        (SELECT count(*), max(nullif(posted_on, '')) FROM jd_sighting WHERE jd = ?1)
                    WHERE id = ?1
                    """, arguments: [id])
        }
    }

    private enum Change: CaseIterable {
        case importNew, seeAgain, rewrite, delete, undo, reclassify, label, group, killed
    }

    private func apply(
        _ change: Change, _ number: Int, _ fixture: Fixture, _ generator: inout RepeatableGenerator
    ) throws {
        let ids = try fixture.store.read { db in try Int64.fetchAll(db, sql: "SELECT id FROM jd_head") }
        let some = ids.filter { _ in generator.oneIn(6) }
        func random(_ count: Int) -> [SampleJD] {
            (0..<count).map { index in
                var jd = SampleJD.random(number * 100 + index, &generator)
                jd.id = "\(generator.upTo(20))"
                return jd
            }
        }
        switch change {
        case .importNew: try fixture.add(fixture.jds.isEmpty ? random(10) : random(6))
        case .seeAgain:
            try fixture.add(
                fixture.jds.prefix(15).map { jd in
                    var jd = jd
                    jd.seen = [.init(source: generator.pick(["a", "b", "c"]), on: "2025-0\(1 + number % 9)-11")]
                    return jd
                })
        case .rewrite:
            try fixture.add(random(3))
            try fixture.add(random(3))
        case .delete: try fixture.store.deleteJDs(Array(some.prefix(3)) + [ids.last ?? 1])
        case .undo:
            let run = try fixture.store.read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM import_run") }
            _ = try? fixture.store.undo(run: run ?? 0, at: "2026-01-02T00:00:00Z") { _ in verdict(&generator) }
        case .reclassify:
            try fixture.raiseRevision()
            let renewal = try Reclassification(store: fixture.store)
            // Not all, as when it is broken off.
            try renewal.store(try renewal.next(20).map { ($0.id, verdict(&generator)) })
            if generator.oneIn(2) { try renewal.finish() }
        case .label:
            for id in some.prefix(2) {
                try fixture.store.keep(label: .layer(.mlops), ofJD: id, verdict: verdict(&generator))
            }
        case .group:
            try fixture.store.write { db in try db.execute(sql: "UPDATE jd_head SET duplicate_group = NULL") }
            try fixture.group([some, Array(ids.filter { !some.contains($0) }.prefix(4))].filter { $0.count > 1 })
        case .killed:
            let writer = try RunWriter(store: fixture.store, options: "\(number)", startedAt: "2026-01-01T00:00:00Z")
            var progress = try writer.begin(path: "killed.csv", format: "csv", fingerprint: "\(number)")
            try writer.store(random(4).flatMap(\.prepared), of: &progress, seconds: 0)
            try writer.commit(progress)
        }
    }

    private func verdict(_ generator: inout RepeatableGenerator) -> Verdict {
        let jd = SampleJD.random(0, &generator)
        let mentions = jd.asked.map {
            Evidence(
                skill: $0.skill, name: $0.skill, kind: .tool, requirement: $0.requirement, count: 1,
                spans: [Span(start: 0, end: 2)], contributions: OutcomeValues())
        }
        return Verdict(
            role: jd.role, seniority: jd.seniority, primary: jd.primary, needs: jd.needs, bias: OutcomeValues(),
            scores: OutcomeValues(), shares: jd.allShares, evidence: mentions, justification: "Because.")
    }

    @Test("say what the JDs say, whatever becomes of these", arguments: 1...6)
    func anything(seed: UInt64) throws {
        var generator = RepeatableGenerator(seed: seed)
        let fixture = try Fixture.random(40, seed: seed)
        try check(fixture, &generator, "at first")
        // Now in one block, now in two, now with a block between that is empty.
        try moveOn(fixture, toID: generator.pick([60, 16_380, 16_380, 33_000]))
        try check(fixture, &generator, "further on")
        for number in 1...10 {
            let change = generator.pick(Change.allCases)
            try apply(change, number, fixture, &generator)
            try check(fixture, &generator, "after \(change), the change number \(number)")
        }
        try fixture.store.write { db in
            try Columns.refresh(db)
            #expect(try Columns(db).missingBlocks == 0)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_stale") == 0)
        }
        try check(fixture, &generator, "when all is kept")
    }

    @Test("are the same whichever way the JDs came to be as they are")
    func sameWay() throws {
        let fixture = try Fixture.random(30, seed: 3)
        let whole = try contents(fixture)
        try fixture.add(try Fixture.random(5, seed: 4).jds)
        #expect(try contents(fixture) != whole)
        try fixture.store.deleteJDs(Array(31...35))
        #expect(try contents(fixture) == whole)
        try fixture.store.write { db in
            try db.execute(sql: "DELETE FROM jd_column; UPDATE meta SET value = '0' WHERE name = 'columns_through'")
            try Columns.refresh(db)
        }
        #expect(try contents(fixture) == whole)
    }

    private func contents(_ fixture: Fixture) throws -> [Row] {
        try fixture.store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM jd_column ORDER BY block, name") }
    }

    @Test("that are damaged or gone are made anew for the answer, and db check tells of those that lie")
    func damage() throws {
        let fixture = try Fixture.random(20, seed: 5)
        var generator = RepeatableGenerator(seed: 5)
        try fixture.store.write { db in
            try db.execute(sql: "UPDATE jd_column SET bytes = x'04ffffffff' WHERE name IN ('role', 'company')")
            try db.execute(sql: "DELETE FROM jd_column WHERE name = 'dates'")
        }
        try fixture.store.read { db in
            let filter = try FilterSQL(JDFilter(), db)
            let slow = DemandSQL(dimensions: [.role, .company], filter: filter, dates: [])
            #expect(
                try DemandCount.figures(by: [.role, .company], ColumnFilter(JDFilter(), db), db) == slow.figures(db))
            #expect(try Columns(db).wrongBlocks() == [0])
        }
        #expect(try DatabaseCheck(fixture.store).findings.first { $0.name == "columns" }?.isOK == false)
        try fixture.store.optimize()
        #expect(try DatabaseCheck(fixture.store).findings.first { $0.name == "columns" }?.isOK == true)
        try check(fixture, &generator, "mended")
    }

    @Test("are made for a database from before there were any, by the first who asks")
    func migration() throws {
        let fixture = try Fixture.random(30, seed: 6)
        let number = try #require(Migrations.files.firstIndex { $0.contains("columns") })
        try fixture.store.write { db in
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try db.execute(
                sql: """
                    DROP TABLE jd_column; DROP TABLE jd_stale; DROP TABLE kept_candidate;
                    DELETE FROM meta WHERE name = 'columns_through';
                    PRAGMA user_version = \(number)
                    """)
        }
        try fixture.store.close()
        defer { unlink(Migrations.copyPath(of: fixture.store.path, schema: number)) }
        let store = try Store(path: fixture.store.path, access: .read)
        try store.read { db in
            #expect(try Columns(db).missingBlocks == 0)
            #expect(try Columns(db).wrongBlocks() == [])
            let kept = try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_column")
            #expect(kept == JDColumn.allCases.count)
        }
        try store.close()
    }

    @Test("numbers and texts come back from their bytes as they were", arguments: 1...20)
    func bytes(seed: UInt64) {
        var generator = RepeatableGenerator(seed: seed)
        let limit = generator.pick([0, 200, 255, 256, 65_535, 65_536, 1 << 31, Int(UInt32.max)])
        let numbers = (0..<generator.upTo(300)).map { _ in UInt32(generator.upTo(limit)) }
        ColumnBytes.encode(numbers).withUnsafeBytes { #expect(ColumnBytes.numbers($0) == numbers) }
        let words = (0..<generator.upTo(300)).map { _ in generator.pick([nil, "", "é", "e\u{301}", "Ω", "\(seed)"]) }
        var texts = TextColumn()
        for word in words {
            let known = texts.values.firstIndex { $0.utf8.elementsEqual((word ?? "").utf8) }
            if known == nil, let word { texts.values.append(word) }
            texts.codes.append(word == nil ? 0 : UInt32((known ?? texts.values.count - 1) + 1))
        }
        let bytes = ColumnBytes.encode(texts)
        let read = bytes.withUnsafeBytes { ColumnBytes.texts($0) }
        let back = read.map { read in read.codes.map { $0 == 0 ? nil : read.values[Int($0) - 1] } }
        #expect(back?.map { $0.map { Array($0.utf8) } } == words.map { $0.map { Array($0.utf8) } })
        for end in 0..<bytes.count { bytes[..<end].withUnsafeBytes { _ = ColumnBytes.texts($0) } }
    }
}
