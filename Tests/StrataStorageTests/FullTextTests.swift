import GRDB
import StrataModel
import StrataStorage
import StrataTestSupport
import Testing

/// The index that imports write is FTS5's own: its integrity check passes, and it holds what FTS5 writes when it makes the
/// index anew.
@Suite struct FullTextTests {
    let folder: TemporaryFolder
    let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("strata.db"), access: .write)
    }

    /// Each word with the JD, column and position of each of its occurrences.
    private func occurrences() throws -> [Row] {
        try store.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.occurrence USING fts5vocab(main, jd_fts, instance)")
            return try Row.fetchAll(db, sql: "SELECT * FROM temp.occurrence ORDER BY term, doc, col, offset")
        }
    }

    private func expectAsFTS5Writes(_ comment: Comment? = nil) throws {
        try store.write { db in
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('integrity-check', 1)")
        }
        let found = try occurrences()
        let sizes = try store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM jd_fts_docsize") }
        let averages = try store.read { db in
            try Row.fetchAll(db, sql: "SELECT block FROM jd_fts_data WHERE id = 1")
        }
        try store.write { db in try db.execute(sql: "INSERT INTO jd_fts (jd_fts) VALUES ('rebuild')") }
        #expect(try found == occurrences(), comment)
        #expect(try sizes == store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM jd_fts_docsize") }, comment)
        #expect(
            try averages
                == store.read { db in try Row.fetchAll(db, sql: "SELECT block FROM jd_fts_data WHERE id = 1") },
            comment)
        #expect(!found.isEmpty)
    }

    private func count(_ expression: String, where condition: String = "1") throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM jd_fts WHERE jd_fts MATCH ? AND \(condition)", arguments: [expression])
                ?? 0
        }
    }

    private static let words =
        [
            "ml", "C++", "C#", "Straße", "naïve", "日本語", "data-engineer", "internationalisation", "internationalise",
            "I", "x86",
        ]
        + (0..<400).map { "word\($0)" } + (0..<40).map { String(repeating: "long", count: 4 + $0 % 9) + "\($0)" }

    private func text(_ count: Int, _ generator: inout RepeatableGenerator) -> String {
        (0..<count).map { _ in
            // Few words come often, most seldom.
            let skew = Double.random(in: 0..<1, using: &generator)
            return Self.words[Int(skew * skew * skew * Double(Self.words.count))]
        }.joined(separator: Bool.random(using: &generator) ? " " : ", ")
    }

    /// Rows whose JDs change within the file and from file to file, some of them without any word.
    private func rows(_ count: Int, ids: Int, _ generator: inout RepeatableGenerator) -> [PreparedRow] {
        (0..<count).map { _ in
            let length = [0, 1, 3, 40, 400].randomElement(using: &generator) ?? 0
            return Sample.row(
                Sample.jd(
                    id: "\(Int.random(in: 0..<ids, using: &generator))", title: text(2, &generator),
                    company: Bool.random(using: &generator) ? nil : text(1, &generator),
                    location: Bool.random(using: &generator) ? nil : "Zürich", text: text(length, &generator)))
        }
    }

    @Test(arguments: [32, 200, 4050], [nil, 1, 7])
    func anIndexOfManyImportsIsTheOneThatFTS5Makes(pageSize: Int, chunk: Int?) throws {
        try store.write { db in
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('pgsz', ?)", arguments: [pageSize])
        }
        var generator = RepeatableGenerator(seed: UInt64(pageSize))
        for file in 0..<12 {
            try store.importFile(rows(60, ids: 150, &generator), named: "\(file).csv", chunk: chunk)
        }
        try expectAsFTS5Writes()
    }

    @Test(arguments: [32, 4050], [nil, 256])
    func longListsAreFoundFromEveryPlaceInThem(pageSize: Int, chunk: Int?) throws {
        try store.write { db in
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('pgsz', ?)", arguments: [pageSize])
        }
        // "common" is in every JD, and its list goes on over many pages, with an index of several levels over small ones.
        let count = 2500
        try store.importFile(
            (0..<count).map { Sample.row(Sample.jd(id: "\($0)", text: "common \($0 % 97 == 5 ? "rare" : "plain")")) },
            chunk: chunk)
        for start in stride(from: 1, to: count, by: 317) {
            #expect(try self.count("common", where: "rowid >= \(start)") == count - start + 1)
            #expect(try self.count("common", where: "rowid <= \(start)") == start)
        }
        #expect(try self.count("common rare") == (0..<count).count { $0 % 97 == 5 })
        #expect(try self.count("\"common rare\"") == (0..<count).count { $0 % 97 == 5 })
        let newest = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT rowid FROM jd_fts WHERE jd_fts MATCH 'common' ORDER BY rowid DESC")
        }
        #expect(newest == count)
        try expectAsFTS5Writes()
    }

    @Test func aTextWithAWordOfAMegabyteIsIndexed() throws {
        try store.importFile([
            Sample.row(Sample.jd(id: "1", text: String(repeating: "a", count: 1 << 20) + " airflow")),
            Sample.row(Sample.jd(id: "2", text: "\u{0}\u{FFFD} \u{301}\u{301} ")),
        ])
        #expect(try count("airflow") == 1)
        try expectAsFTS5Writes()
    }

    @Test func deletingAfterAnImportByTheSameConnectionKeepsTheRest() throws {
        try store.importFile((0..<50).map { Sample.row(Sample.jd(id: "\($0)", text: "common word\($0)")) }, named: "a")
        try store.deleteJDs([1, 2, 50])
        try store.importFile((50..<60).map { Sample.row(Sample.jd(id: "\($0)", text: "common word\($0)")) }, named: "b")
        try store.deleteJDs([3])
        try store.importFile([Sample.row(Sample.jd(id: "60", text: "common word60"))], named: "c")
        #expect(try count("common") == 57)
        #expect(try count("word0") == 0)
        try expectAsFTS5Writes()
    }

    @Test func manySmallImportsDoNotPileUpInTheIndex() throws {
        var generator = RepeatableGenerator(seed: 5)
        for file in 0..<60 { try store.importFile(rows(2, ids: 1000, &generator), named: "\(file)") }
        let segments = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM jd_fts_idx") ?? 0
        }
        #expect(segments < 30)
        try expectAsFTS5Writes()
    }
}
