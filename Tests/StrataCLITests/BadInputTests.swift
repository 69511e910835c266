import Foundation
import GRDB
import StrataTestSupport
import Testing

/// Every error names the file and the mend, exits with its own status, and leaves the database as it was.
@Suite struct BadInputTests {
    private func check(
        _ content: Data, named name: String, status: Int32, says words: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(content, to: name)
        let outcome = terminal.run("import", file)
        #expect(outcome.status == status, sourceLocation: sourceLocation)
        for word in words + [name] {
            #expect(outcome.errors.contains(word), "\(outcome.errors)", sourceLocation: sourceLocation)
        }
        #expect(!FileManager.default.fileExists(atPath: terminal.database), sourceLocation: sourceLocation)
    }

    @Test func anEmptyFile() throws { try check(Data(), named: "empty.csv", status: 65, says: ["empty"]) }

    @Test func aBinaryFile() throws {
        var generator = RepeatableGenerator(seed: 1)
        let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try check(Data(bytes), named: "photo.csv", status: 65, says: ["text"])
    }

    @Test func aCSVWithNoUsableColumn() throws {
        try check(
            Data("size,colour\n1,red\n2,blue\n".utf8), named: "shoes.csv", status: 65,
            says: ["size", "colour", "--map"])
    }

    @Test func aFileThatIsNotThere() throws {
        let outcome = try Terminal().run("import", "/no/such/file.csv")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("/no/such/file.csv"))
    }

    @Test func aTruncatedJSONGivesWhatItHasAndNamesTheRest() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            "[{\"title\": \"Data Engineer\", \"description\": \"Airflow\"},\n {\"title\": \"ML Eng", to: "cut.json")
        let outcome = terminal.run("import", file, "--format", "json")
        #expect(outcome.status == 0)
        let total = try #require(try outcome.object["total"] as? [String: Any])
        #expect(total["imported"] as? Int == 1 && total["rejected"] as? Int == 1)
        let rejects = terminal.run("runs", "rejects", "1")
        #expect(rejects.output.contains("cut.json"))
    }

    @Test func whenEveryRowIsRejectedTheExitSaysSo() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("{\"title\": \"\"}\nnot json\n{\"title\": null}\n", to: "bad.jsonl")
        let outcome = terminal.run("import", file, "--format", "json")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("bad.jsonl") || outcome.errors.contains("rejected"))
    }

    @Test func aDatabasePathThatCannotBeWritten() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("title,description\nA,B\n", to: "jobs.csv")
        let outcome = terminal.run("import", file, "--db", file + "/strata.db")
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("jobs.csv/strata.db"))
    }

    @Test func aDatabaseThatIsNone() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("title,description\nA,B\n", to: "jobs.csv")
        for arguments in [["import", file, "--db", file], ["jds", "--db", file], ["layer", "Docker", "--db", file]] {
            let outcome = terminal.run(arguments)
            #expect(outcome.status == 65, "\(arguments)")
            #expect(outcome.errors.contains("database"))
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "title,description\nA,B\n")
    }

    @Test func aDatabaseThatAnotherProcessHolds() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = try Data(contentsOf: URL(fileURLWithPath: terminal.database))
        let other = try DatabaseQueue(path: terminal.database)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            let outcome = terminal.run("jds")
            #expect(outcome.status == 75)
            #expect(outcome.errors.contains("another process"))
            try db.execute(sql: "ROLLBACK")
        }
        try other.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: terminal.database)) == before)
    }

    @Test func aDatabaseOfANewerStrata() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let queue = try DatabaseQueue(path: terminal.database)
        try queue.inDatabase { db in try db.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        for command in [["jds"], ["import", "--sample"], ["db", "info"]] {
            let outcome = terminal.run(command)
            #expect(outcome.status == 65, "\(command)")
            #expect(outcome.errors.contains("newer Strata"))
        }
    }

    @Test func aFolderThatMayNotBeReadIsNamed() throws {
        let terminal = try Terminal()
        _ = try terminal.folder.write("title,description\nA,B\n", to: "closed/jobs.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: terminal.folder.file("closed"))
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: terminal.folder.file("closed"))
        }
        let isRoot = getuid() == 0
        let outcome = terminal.run("import", terminal.folder.file("closed"))
        // Root may read everything.
        #expect(outcome.status == (isRoot ? 0 : 66))
        if !isRoot { #expect(outcome.errors.contains("closed")) }
    }
}
