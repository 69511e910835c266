import Foundation
import StrataTestSupport
import Testing

/// Copies of the database, and what they are for.
@Suite("Backup and restore") struct BackupTests {
    private func jds(_ terminal: borrowing Terminal) -> String {
        terminal.run("jds", "--limit", "99", "--format", "csv").output
    }

    /// Overwrites bytes of a file, the same ones for a seed.
    private func damage(_ path: String, seed: UInt64, bytes: Int) throws {
        var random = RepeatableGenerator(seed: seed)
        var content = try Data(contentsOf: URL(fileURLWithPath: path))
        for _ in 0..<bytes { content[Int.random(in: 0..<content.count, using: &random)] ^= 0xFF }
        try content.write(to: URL(fileURLWithPath: path))
    }

    @Test func aBackupIsADatabaseOfItsOwn() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let copy = terminal.folder.file("copy.db")
        let said = terminal.run("db", "backup", copy, "--format", "json")
        #expect(said.status == 0)
        #expect(try said.object["jds"] as? Int == 60)
        #expect(terminal.run("jds", "--db", copy, "--limit", "99", "--format", "csv").output == jds(terminal))
        #expect(terminal.run("db", "check", "--db", copy).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode == 0o600, "JDs and salaries are private")
    }

    @Test func aBackupReplacesNothingUnasked() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let copy = terminal.folder.file("letter.txt")
        try Data("Dear all".utf8).write(to: URL(fileURLWithPath: copy))
        let refused = terminal.run("db", "backup", copy)
        #expect(refused.status == 73)
        #expect(refused.errors.contains("letter.txt") && refused.errors.contains("--force"))
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "Dear all")
        #expect(terminal.run("db", "backup", copy, "--force").status == 0)
        #expect(terminal.run("db", "backup", terminal.database, "--force").status == 73)
        // A journal beside the old file would be played back into the new one.
        try Data("journal".utf8).write(to: URL(fileURLWithPath: copy + "-wal"))
        let inUse = terminal.run("db", "backup", copy, "--force")
        #expect(inUse.status == 75 && inUse.errors.contains("letter.txt-wal"))
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func restoringUndoesWhatCameAfterTheBackupAndKeepsIt() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = jds(terminal)
        let copy = terminal.folder.file("copy.db")
        #expect(terminal.run("db", "backup", copy).status == 0)
        #expect(terminal.run("label", "12", "none").status == 0)
        let after = jds(terminal)
        #expect(after != before)
        let said = terminal.run("db", "restore", copy, "--format", "json")
        #expect(said.status == 0, "\(said.errors)")
        #expect(try said.object["was_damaged"] as? Bool == false)
        #expect(jds(terminal) == before)
        let previous = terminal.database + ".before-restore"
        #expect(terminal.run("jds", "--db", previous, "--limit", "99", "--format", "csv").output == after)
        // A second time the first one's keepsake stands in the way.
        let refused = terminal.run("db", "restore", copy)
        #expect(refused.status == 73 && refused.errors.contains("--force"))
        #expect(terminal.run("db", "restore", copy, "--force").status == 0)
    }

    @Test func restoringMakesTheDatabaseWhereThereIsNone() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let copy = terminal.folder.file("copy.db")
        #expect(terminal.run("db", "backup", copy).status == 0)
        let other = terminal.folder.file("other.db")
        #expect(terminal.run("db", "restore", copy, "--db", other).status == 0)
        #expect(terminal.run("jds", "--db", other, "--limit", "99", "--format", "csv").output == jds(terminal))
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func aDamagedDatabaseIsToldAndBroughtBack(seed: UInt64) throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = jds(terminal)
        let copy = terminal.folder.file("copy.db")
        #expect(terminal.run("db", "backup", copy).status == 0)
        try damage(terminal.database, seed: seed, bytes: 400)
        let checked = terminal.run("db", "check")
        #expect(checked.status == 65 || checked.status == 74, "\(checked.output)\(checked.errors)")
        let said = terminal.run("db", "restore", copy)
        #expect(said.status == 0, "\(said.errors)")
        #expect(terminal.run("db", "check").status == 0)
        #expect(jds(terminal) == before)
    }

    @Test func aFileThatIsNoSoundBackupChangesNothing() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = jds(terminal)
        let copy = terminal.folder.file("copy.db")
        let missing = terminal.run("db", "restore", copy)
        #expect(missing.status == 66 && missing.errors.contains("strata db backup"))
        try Data("no database".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(terminal.run("db", "restore", copy).status == 65)
        #expect(terminal.run("db", "backup", copy, "--force").status == 0)
        try damage(copy, seed: 1, bytes: 4000)
        let refused = terminal.run("db", "restore", copy)
        #expect(refused.status == 65, "\(refused.errors)")
        #expect(refused.errors.contains("copy.db"))
        #expect(jds(terminal) == before)
        #expect(terminal.run("db", "restore", terminal.database).status == 65)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path).allSatisfy {
                !$0.hasSuffix(".part")
            })
    }
}
