import Foundation
import GRDB
import StrataStorage
import StrataTestSupport
import Testing

@Suite struct OpeningTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("strata.db")
    }

    private func kind(of body: () throws -> Void) -> StoreError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? StoreError)?.kind
        }
    }

    @Test func writingMakesTheFileWithItsSeedsForTheOwnerOnly() throws {
        let store = try Store(path: folder.file("a/b/strata.db"), access: .write)
        let tools = try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM tool") ?? 0 }
        #expect(tools >= 15)
        try store.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: store.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("a/b")) == ["strata.db"])
    }

    @Test func migratingAndSeedingAgainChangesNothing() throws {
        try Store(path: path, access: .write).close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path)).count
        let dump = try schemaAndCatalogue()
        try Store(path: path, access: .write).close()
        #expect(try schemaAndCatalogue() == dump)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == before)
    }

    private func schemaAndCatalogue() throws -> [String] {
        let store = try Store(path: path, access: .read)
        defer { try? store.close() }
        return try store.read { db in
            try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
                + String.fetchAll(db, sql: "SELECT slug || id || name FROM skill ORDER BY id")
                + String.fetchAll(db, sql: "SELECT key || skill || text FROM term ORDER BY key, skill, text")
        }
    }

    @Test func anOlderCatalogueIsBroughtUpToDate() throws {
        let store = try Store(path: path, access: .write)
        try store.write { db in
            try db.execute(sql: "UPDATE skill SET name = 'old name' WHERE slug = 'kubernetes'")
            try db.execute(
                sql: "INSERT INTO skill (slug, name, kind, origin) VALUES ('former', 'Former', 'tool', 'seed')")
            try db.execute(sql: "UPDATE meta SET value = '0' WHERE name = 'catalogue_version'")
        }
        try store.close()
        let again = try Store(path: path, access: .write)
        let names = try again.read { db in
            try String.fetchAll(
                db,
                sql:
                    "SELECT name FROM skill WHERE slug IN ('former', 'kubernetes') AND NOT retired ORDER BY slug"
            )
        }
        #expect(names == ["Kubernetes"], "what the seeds have dropped is retired")
        let revision = try again.read { db in
            try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'revision'")
        }
        #expect(revision == 2)
    }

    @Test func aQuestionToAFileThatIsNotThereCreatesNothing() {
        #expect(kind { _ = try Store(path: path, access: .read) } == .notFound)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aTextFileIsNoDatabase() throws {
        let text = try folder.write(String(repeating: "not a database at all\n", count: 100), to: "notes.db")
        #expect(kind { _ = try Store(path: text, access: .read) } == .notADatabase)
        #expect(kind { _ = try Store(path: text, access: .write) } == .notADatabase)
        #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("not a database"))
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let other = folder.file("other.db")
        let queue = try DatabaseQueue(path: other)
        try queue.write { db in try db.execute(sql: "CREATE TABLE photo (id INTEGER PRIMARY KEY)") }
        try queue.close()
        #expect(kind { _ = try Store(path: other, access: .write) } == .notADatabase)
        let tables = try DatabaseQueue(path: other).read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master")
        }
        #expect(tables == ["photo"])
    }

    @Test func aDatabaseOfANewerStrataIsRefused() throws {
        let store = try Store(path: path, access: .write)
        try store.write { db in try db.execute(sql: "PRAGMA user_version = 999") }
        try store.close()
        #expect(kind { _ = try Store(path: path, access: .read) } == .newer)
        #expect(kind { _ = try Store(path: path, access: .write) } == .newer)
    }

    @Test func aDatabaseThatAnotherProcessWritesToIsBusy() throws {
        try Store(path: path, access: .write).close()
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            #expect(kind { _ = try Store(path: path, access: .write, busySeconds: 0.05) } == .busy)
            try db.execute(sql: "ROLLBACK")
        }
    }

    @Test func aFirstLoadThatWasKilledLeavesAFileThatCanBeAsked() throws {
        let store = try Store(path: path, access: .write)
        try store.importFile((0..<400).map { Sample.row(Sample.jd(title: "JD \($0)", text: "Airflow and text \($0)")) })
        try store.close()
        let killed = folder.file("killed.db")
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
            // Pages spill into the file before the transaction ends: what a kill leaves behind then is this pair of files.
            try db.execute(sql: "PRAGMA cache_size = 5; BEGIN; UPDATE jd_head SET title = 'half done' || id")
            try FileManager.default.copyItem(atPath: path, toPath: killed)
            try FileManager.default.copyItem(atPath: path + "-journal", toPath: killed + "-journal")
            try db.execute(sql: "ROLLBACK")
        }
        let asked = try Store(path: killed, access: .read)
        let titles = try asked.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_head WHERE title LIKE 'JD %'")
        }
        #expect(titles == 400)
    }

    @Test func aPathThatCannotBeMadeIsNamed() throws {
        let blocked = try folder.write("", to: "plain-file")
        #expect(kind { _ = try Store(path: blocked + "/strata.db", access: .write) } == .cannotCreate)
    }
}
