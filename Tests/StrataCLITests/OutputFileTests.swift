import Foundation
import StrataTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// What Strata did not write is not replaced unless that is asked for.
@Suite("Files that answers are written to") struct OutputFileTests {
    /// An answer for which no database is needed.
    private func layers(_ terminal: borrowing Terminal, _ options: String...) -> Terminal.Outcome {
        terminal.run(["layers", "--format", "markdown", "-o"] + options, ["STRATA_DB": ""])
    }

    private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test(arguments: ["table", "json", "jsonl", "csv", "markdown", "html"])
    func anotherReportGoesOverTheLast(format: String) throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let file = terminal.folder.file("answer")
        for limit in ["2", "5"] {
            let jds = terminal.run("jds", "--limit", limit, "--format", format, "-o", file)
            #expect(jds.status == 0, "\(jds.errors)")
            let shown = terminal.run("jds", "--limit", limit, "--format", format)
            #expect(try Self.text(file) == shown.output)
        }
        // The mark is nowhere in what was written, and goes with it.
        let moved = terminal.folder.file("moved")
        try FileManager.default.moveItem(atPath: file, toPath: moved)
        #expect(terminal.run("jds", "--format", format, "-o", moved).status == 0)
    }

    @Test func aFileOfSomebodyElseStays() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("mine\n", to: "notes.md")
        let refused = layers(terminal, file)
        #expect(refused.status == 73 && refused.output.isEmpty)
        #expect(refused.errors.contains(file) && refused.errors.contains("--force"), "\(refused.errors)")
        #expect(try Self.text(file) == "mine\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path) == ["notes.md"])
        #expect(layers(terminal, file, "--force").status == 0)
        #expect(try Self.text(file).contains("MLOps"))
        #expect(layers(terminal, file).status == 0, "now it is Strata's")
    }

    @Test func whatWasChangedSinceIsNoLongerStratas() throws {
        let terminal = try Terminal()
        let file = terminal.folder.file("answer.md")
        #expect(layers(terminal, file).status == 0)
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("a remark of mine\n".utf8))
        try handle.close()
        let refused = layers(terminal, file)
        #expect(refused.status == 73 && refused.errors.contains("changed"), "\(refused.errors)")
        #expect(try Self.text(file).hasSuffix("a remark of mine\n"))
    }

    /// `mktemp` makes one, and nothing is lost with it.
    @Test func anEmptyFileIsWrittenTo() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("", to: "empty")
        #expect(layers(terminal, file).status == 0)
        #expect(try !Self.text(file).isEmpty)
    }

    @Test func devicesAndLinksAreWrittenThrough() throws {
        let terminal = try Terminal()
        #expect(layers(terminal, "/dev/null").status == 0)
        let mine = try terminal.folder.write("mine\n", to: "mine")
        let link = terminal.folder.file("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: mine)
        #expect(layers(terminal, link).status == 73)
        #expect(try Self.text(mine) == "mine\n")
        #expect(layers(terminal, link, "--force").status == 0)
        #expect(layers(terminal, link).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == mine)
    }

    /// A copy that lost the mark, and a page that a browser saved: the page says itself who made it.
    @Test func aPageThatNamesStrataAsItsMakerIsReplaced() throws {
        let terminal = try Terminal()
        let page = "<!doctype html><head><meta name=\"generator\" content=\"Strata 1.2\"></head>"
        let file = try terminal.folder.write(page, to: "page.html")
        #expect(layers(terminal, file).status == 0)
        let other = try terminal.folder.write(
            page.replacingOccurrences(of: "Strata", with: "Somebody"), to: "other.html")
        #expect(layers(terminal, other).status == 73)
    }

    @Test func theDatabaseAndWhatIsReadAreNotWrittenOver() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("jds", "-o", terminal.database).status == 73)
        #expect(terminal.run("db", "check").status == 0)
        let input = try terminal.folder.write("{\"description\": \"Airflow\"}\n", to: "in.jsonl")
        #expect(terminal.run("classify", "--jsonl", input, "-o", input).status == 73)
        #expect(try Self.text(input).contains("Airflow"))
    }

    @Test func exportsAreRefusedAndForcedAlike() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for command in [["jds", "export", "-o"], ["catalogue", "export"], ["runs", "rejects", "1", "-o"]] {
            let file = try terminal.folder.write("mine\n", to: "\(command[0]).csv")
            let refused = terminal.run(command + [file])
            #expect(refused.status == 73 && refused.errors.contains("--force"), "\(command): \(refused.errors)")
            #expect(try Self.text(file) == "mine\n")
            #expect(terminal.run(command + [file, "--force"]).status == 0)
            #expect(terminal.run(command + [file]).status == 0)
        }
    }

    @Test func aBackupIsReplacedOnlyByForce() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let copy = terminal.folder.file("copy.db")
        #expect(terminal.run("db", "backup", copy).status == 0)
        #expect(terminal.run("db", "backup", copy).status == 73)
        #expect(terminal.run("db", "backup", copy, "--force").status == 0)
    }

    /// A change is not made whose answer could not be written.
    @Test func nothingIsDoneWhereTheAnswerMayNotBeWritten() throws {
        let terminal = try Terminal()
        let mine = try terminal.folder.write("mine\n", to: "mine")
        #expect(terminal.run("import", "--sample", "-o", mine).status == 73)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
        _ = terminal.importSamples()
        #expect(terminal.run("jds", "delete", "1", "--yes", "-o", mine).status == 73)
        #expect(terminal.run("label", "1", "mlops", "-o", mine).status == 73)
        #expect(terminal.run("tools", "add", "Acme Flow", "--layer", "mlops", "-o", mine).status == 73)
        #expect(terminal.run("jds", "--count").output.contains("60"))
        #expect(try Self.text(mine) == "mine\n")
    }

    /// Every command that takes `-o` refuses, at once: without a database, whatever else is wrong.
    @Test func everyCommandHasTheSameManners() throws {
        let terminal = try Terminal()
        let mine = try terminal.folder.write("mine\n", to: "mine")
        var count = 0
        for command in HelpTests.commands where !command.isEmpty {
            let help = terminal.run(command + ["--help"]).output
            guard help.contains("-o, --output") else { continue }
            count += 1
            #expect(help.contains("--force"), "\(command)")
            let values = required(help, after: command.count)
            let refused = terminal.run(command + values + ["-o", mine])
            #expect(refused.status == 73, "\(command): \(refused.errors)")
            #expect(refused.errors.contains("nothing says that Strata wrote it"), "\(command): \(refused.errors)")
            #expect(!FileManager.default.fileExists(atPath: terminal.database), "\(command)")
        }
        #expect(count > 40)
        #expect(try Self.text(mine) == "mine\n")
    }

    /// What a command's usage asks for, after its name and without what stands in brackets.
    private func required(_ help: String, after words: Int) -> [String] {
        var usage = String(help.split(separator: "\n").first { $0.hasPrefix("USAGE: ") } ?? "")
        while let brackets = usage.firstMatch(of: /\[[^\[\]]*\]/) { usage.removeSubrange(brackets.range) }
        return usage.split(separator: " ").dropFirst(2 + words).compactMap { word in
            switch word {
            case "<options>", "...": nil
            case "<keep>": "mine"
            case _ where word.contains("layer") && !word.hasPrefix("-"): "mlops"
            default: word.hasPrefix("-") ? String(word) : "1"
            }
        }
    }
}
