import Foundation
import StrataTestSupport
import Testing

/// Inputs of other kinds than a plain file, as a user or a scheduler names them.
@Suite struct ImportInputTests {
    private static let rows =
        "title,description\n" + (1...500).map { "Data Engineer \($0),\($0 &* 7919) dbt\n" }.joined()

    private func counts(_ outcome: Terminal.Outcome) throws -> [String: Int] {
        let total = try #require(try outcome.object["total"] as? [String: Any])
        return total.compactMapValues { $0 as? Int }
    }

    @Test func aPackedFileThatWasCutOffKeepsItsRowsAndTheWholeOneAddsTheRest() throws {
        let terminal = try Terminal()
        let packed = try #require(try Packing.gzip(Array(Self.rows.utf8)), "gzip is not installed")
        let file = try terminal.folder.write(Data(packed.prefix(packed.count / 2)), to: "jobs.csv.gz")
        let cut = terminal.run("import", file, "--format", "json")
        #expect(cut.status == 0)
        let stored = try #require(try counts(cut)["imported"])
        #expect(stored > 50 && stored < 500)
        #expect(cut.errors.contains("jobs.csv.gz: behind row \(stored): the gzip data ends too early"))
        _ = try terminal.folder.write(Data(packed), to: "jobs.csv.gz")
        let whole = terminal.run("import", file, "--format", "json")
        #expect(whole.status == 0 && whole.errors.isEmpty)
        #expect(try counts(whole)["imported"] == 500 - stored && counts(whole)["duplicates"] == stored)
        let runs = try #require(try whole.object["runs"] as? [[String: Any]])
        #expect(runs[0]["format"] as? String == "csv")
    }

    @Test func aQuotedPatternAndAFolderAreReadAndWhatIsPassedOverIsSaid() throws {
        let terminal = try Terminal()
        for (name, title) in [("in/a.csv", "A"), ("in/b.csv", "B"), ("in/c/d.csv", "C")] {
            _ = try terminal.folder.write("title,description\n\(title),dbt\n", to: name)
        }
        for name in ["in/.hidden.csv", "in/logo.png", "in/c/notes"] { _ = try terminal.folder.write("x", to: name) }
        let pattern = terminal.run("import", terminal.folder.file("in/*.csv"), "--format", "json")
        #expect(try counts(pattern)["imported"] == 2 && pattern.errors.isEmpty)
        let folder = terminal.run("import", terminal.folder.file("in"), "--format", "json")
        #expect(try counts(folder)["imported"] == 1)
        #expect(folder.errors.contains("Passed over 3 of the files in folders: .png, hidden, without extension"))
        #expect(terminal.run("import", terminal.folder.file("in"), "--quiet", "--format", "json").errors.isEmpty)
        let none = terminal.run("import", terminal.folder.file("*.json"))
        #expect(none.status == 66 && none.errors.contains("*.json"))
    }

    @Test func aFolderWithoutFilesThatAreReadSaysWhatItHolds() throws {
        let terminal = try Terminal()
        _ = try terminal.folder.write("x", to: "in/logo.png")
        let outcome = terminal.run("import", terminal.folder.file("in"))
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("in: no file that could hold JDs: .png"))
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
    }

    @Test func aMissingProgramIsNamedWithItsPackageAndStopsNoOtherFile() throws {
        let terminal = try Terminal()
        let pdf = try terminal.folder.write(Data(SimplePDF(pages: [[]]).bytes), to: "a b.pdf")
        let csv = try terminal.folder.write("title,description\nA,dbt\n", to: "a.csv")
        let outcome = terminal.run(["import", pdf, csv, "--format", "json"], ["PATH": terminal.folder.path])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("a b.pdf") && outcome.errors.contains("sudo apt install poppler-utils"))
        #expect(try counts(outcome)["imported"] == 1)
        #expect(terminal.run(["import", pdf], ["PATH": terminal.folder.path]).status == 66)
    }

    @Test func whatIsMendedIsSaid() throws {
        let terminal = try Terminal()
        let text = "title,description\nData Engineer,we\u{E2}\u{20AC}\u{2122}re\n"
        let file = try terminal.folder.write(text, to: "a.csv")
        let outcome = terminal.run("import", file, "--format", "json")
        #expect(outcome.errors.contains("Mended: 1 value held mangled characters"))
        #expect(outcome.status == 0)
    }

    @Test func aDeviceIsRefused() throws {
        let outcome = try Terminal().run("import", "/dev/zero")
        #expect(outcome.status == 66 && outcome.errors.contains("device"))
    }
}
