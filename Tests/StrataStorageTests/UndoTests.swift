import GRDB
import StrataModel
import StrataStorage
import StrataTestSupport
import Testing

/// A run can be taken back, and nothing of it is left.
@Suite struct UndoTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("strata.db"), access: .write)
    }

    // MARK: What must hold whatever is imported

    /// What a text says decides the verdict, as it does with the classifier.
    private static func verdict(_ text: String) -> Verdict {
        Sample.verdict(needs: Layer.allCases.filter { text.utf8.count % ($0.index + 2) == 0 })
    }

    private static func jd(_ generator: inout RepeatableGenerator) -> JobDescription {
        let dates = ["2026-01-05", "2026-02-01", "2026-03-09", nil]
        var jd = Sample.jd(
            id: Bool.random(using: &generator) ? "\(Int.random(in: 0..<12, using: &generator))" : nil,
            source: ["lever", "indeed", "default"].randomElement(using: &generator) ?? "",
            company: Bool.random(using: &generator) ? "Acme" : nil,
            on: dates.randomElement(using: &generator) ?? nil,
            text: "We need \(String(repeating: "Airflow ", count: Int.random(in: 1..<6, using: &generator))).")
        if Bool.random(using: &generator) {
            jd.salary = Salary(
                min: Double.random(in: 1...9e4, using: &generator), max: nil, currency: "EUR", period: .year)
            jd.salaryRaw = "\(Int.random(in: 1...3, using: &generator)) EUR"
            jd.url = "https://example.com/\(Int.random(in: 1...3, using: &generator))"
            jd.seniority = .lead
        }
        return jd
    }

    /// Imports a few files of random rows as one run.
    private func importAnything(_ name: String, _ generator: inout RepeatableGenerator, killed: Bool = false) throws
        -> Int64
    {
        let writer = try RunWriter(store: store, options: name, startedAt: "2026-11-23T00:00:00Z")
        for file in 0..<Int.random(in: 1...3, using: &generator) {
            var progress = try writer.begin(path: "\(name) \(file)", format: "csv", fingerprint: "1")
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                var rows = (0..<Int.random(in: 1...8, using: &generator)).map { _ -> PreparedRow in
                    let jd = Self.jd(&generator)
                    return .jd(PreparedJD(jd: jd, verdict: Self.verdict(jd.text)))
                }
                rows.append(.rejected(RejectedRow(row: 1, line: nil, reason: "no title", raw: "?")))
                try writer.store(rows, of: &progress, seconds: 0)
                try writer.commit(progress)
            }
            if !killed { try writer.finish(progress, error: nil) }
        }
        if !killed { try writer.finish(at: "2026-11-23T00:00:01Z") }
        return writer.run
    }

    @discardableResult
    private func undo(_ run: Int64) throws -> RunUndo {
        try store.undo(run: run, at: "2026-11-24T00:00:00Z") { Self.verdict($0.text) }
    }

    /// All rows of JDs, but what full text and columns make of them: those are brought up to date when a run ends.
    private func contents() throws -> [String: [Row]] {
        try store.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'jd_fts%'
                        AND name NOT IN ('jd_column', 'jd_stale') AND (name LIKE 'jd%' OR name IN ('label', 'source'))
                    """)
            return try Dictionary(
                uniqueKeysWithValues: tables.map { table in
                    let places = try db.columns(in: table).indices.map { "\($0 + 1)" }.joined(separator: ", ")
                    return (table, try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY \(places)"))
                })
        }
    }

    private func checkFullText() throws {
        try store.write { db in try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('integrity-check', 1)") }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func undoingRunsInReverseGivesBackWhatWasThereBeforeEach(seed: UInt64) throws {
        var generator = RepeatableGenerator(seed: seed)
        var before: [[String: [Row]]] = []
        var runs: [Int64] = []
        for name in ["a", "b", "c", "d", "e"] {
            before.append(try contents())
            runs.append(try importAnything(name, &generator, killed: Bool.random(using: &generator)))
        }
        let after = try contents()
        for (run, rows) in zip(runs, before).reversed() {
            try undo(run)
            let now = try contents()
            for (table, rows) in rows { #expect((now[table] == rows) as Bool, "\(table) after undoing run \(run)") }
            try checkFullText()
        }
        // What was undone goes in again as if it had never been there.
        generator = RepeatableGenerator(seed: seed)
        for name in ["a", "b", "c", "d", "e"] {
            _ = try importAnything(name, &generator, killed: Bool.random(using: &generator))
        }
        let again = try contents()
        for (table, rows) in after where table != "jd_before" {
            let names = rows.first.map { Array($0.columnNames).filter { $0 != "file" } } ?? []
            func values(_ rows: [Row]) -> [[DatabaseValue]] { rows.map { row in names.map { row[$0] } } }
            #expect((values(rows) == values(again[table] ?? [])) as Bool, "\(table)")
        }
    }

    @Test func everyColumnOfAHeadIsKeptOrFollowsFromWhatIsKept() throws {
        let (head, image) = try store.read { db in
            (Set(try db.columns(in: "jd_head").map(\.name)), Set(try db.columns(in: "jd_before").map(\.name)))
        }
        let derived: Set = [
            "id", "identity", "posted_on", "first_seen", "last_seen", "sightings", "role", "primary_layer", "needs",
            "share_data_engineering", "share_applied_ml", "share_mlops", "share_prompt_engineering", "share_outside",
            "revision", "duplicate_group",
        ]
        #expect(head.subtracting(derived).subtracting(image) == [], "an undo would lose these columns")
    }

    @Test func newJDsKeepNoImages() throws {
        try store.importFile([Sample.row(Sample.jd(id: "1")), Sample.row(Sample.jd(id: "1", text: "newer"))])
        #expect(try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_before") } == 0)
    }

    // MARK: Refusals

    private func refusal(_ run: Int64) -> String {
        do { try undo(run) } catch { return "\(error)" }
        return ""
    }

    @Test func aRunThatALaterOneBuiltUponIsRefusedByItsName() throws {
        try store.importFile((1...9).map { Sample.row(Sample.jd(id: "\($0)")) }, named: "a.csv")
        try store.importFile((1...7).map { Sample.row(Sample.jd(id: "\($0)", text: "newer")) }, named: "b.csv")
        try store.importFile([Sample.row(Sample.jd(id: "9", on: "2026-05-05"))], named: "c.csv")
        let before = try contents()
        #expect(refusal(2) == "")
        #expect(refusal(1).contains("run 3 came later and changed the same JDs (9)"))
        #expect(refusal(3) == "")
        #expect(refusal(1) == "")
        #expect(before["jd_head"]?.count == 9)
        #expect(try contents()["jd_head"] == [])
    }

    @Test func theRefusalNamesFiveJDsAndLeavesAllAsItWas() throws {
        try store.importFile((1...9).map { Sample.row(Sample.jd(id: "\($0)")) }, named: "a.csv")
        try store.importFile((1...7).map { Sample.row(Sample.jd(id: "\($0)", text: "newer")) }, named: "b.csv")
        let before = try contents()
        #expect(refusal(1).contains("run 2 came later and changed the same JDs (1, 2, 3, 4, 5 and 2 more)"))
        #expect(try contents() == before)
        #expect(refusal(7).contains("no run 7"))
        try undo(2)
        #expect(refusal(2).contains("undone already"))
    }

    @Test func anUpdateInTheSameRunAsTheJDGoesWithIt() throws {
        let writer = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T00:00:00Z")
        for (name, text) in [("a", "first"), ("b", "second")] {
            var progress = try writer.begin(path: name, format: "csv", fingerprint: "1")
            try writer.store([Sample.row(Sample.jd(id: "7", text: text))], of: &progress, seconds: 0)
            try writer.commit(progress)
            try writer.finish(progress, error: nil)
        }
        try writer.finish(at: "2026-11-23T00:00:01Z")
        #expect(try undo(1).removed.count == 1)
        #expect(try contents()["jd_head"] == [])
    }

    @Test func aRunOfBeforeTheImagesWereKeptIsRefused() throws {
        try store.importFile([Sample.row(Sample.jd())])
        try store.write { db in try db.execute(sql: "UPDATE meta SET value = '2' WHERE name = 'undoable_from'") }
        #expect(refusal(1).contains("older Strata"))
    }

    @Test func aKilledRunThatWasUndoneIsNotTakenUpAgain() throws {
        let killed = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T00:00:00Z")
        var progress = try killed.begin(path: "x", format: "csv", fingerprint: "1")
        try killed.store([Sample.row(Sample.jd(id: "1"))], of: &progress, seconds: 1)
        try killed.commit(progress)
        try undo(killed.run)
        let again = try RunWriter(store: store, options: "x", startedAt: "2026-11-23T01:00:00Z")
        #expect(!again.isResumed && again.run != killed.run)
    }
}
