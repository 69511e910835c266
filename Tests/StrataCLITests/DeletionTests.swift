import Foundation
import StrataTestSupport
import Testing

/// Private data can be taken out again.
@Suite("Deleting JDs") struct DeletionTests {
    private func count(_ terminal: borrowing Terminal, _ filters: String...) -> String {
        terminal.run(["jds", "--count"] + filters).output
    }

    private func terminal(with lines: [String]) throws -> Terminal {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let file = terminal.folder.file("own.jsonl")
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
        #expect(terminal.run("import", file).status == 0)
        return terminal
    }

    private static let secret = """
        {"id": "s1", "title": "Data Engineer", "company": "Zyxwoo", \
        "description": "Ask Qwertilda Vanderhumble. You build Airflow pipelines on Snowflake for our warehouse team."}
        """

    @Test func tellsFirstAndDeletesWhenToldTo() throws {
        let terminal = try terminal(with: [Self.secret])
        let before = count(terminal)
        let told = terminal.run("jds", "delete", "12")
        #expect(told.status == 0 && told.output.contains("Would be removed: 1 JD") && told.errors.contains("--yes"))
        #expect(count(terminal) == before)
        let done = terminal.run("jds", "delete", "12", "13", "--yes", "--format", "json")
        #expect(done.status == 0, "\(done.errors)")
        #expect(try done.object["deleted"] as? Int == 2)
        #expect(Int(count(terminal).trimmingCharacters(in: .newlines)) == 59)
        #expect(terminal.run("show", "12").status == 1)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func whatIsDeletedStandsNowhereInTheFile() throws {
        let terminal = try terminal(with: [Self.secret])
        #expect(terminal.run("search", "Qwertilda", "--count").output == "1\n")
        #expect(terminal.run("jds", "delete", "--company", "Zyxwoo", "--yes").status == 0)
        #expect(terminal.run("search", "Qwertilda", "--count").status == 1)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: terminal.database))
        for word in ["Qwertilda", "qwertilda", "Vanderhumble", "Zyxwoo", "zyxwoo"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is still in the file")
        }
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func labelsGoWithTheirJDs() throws {
        let terminal = try terminal(with: [Self.secret])
        #expect(terminal.run("label", "12", "mlops").status == 0)
        #expect(terminal.run("jds", "delete", "12", "--yes").status == 0)
        #expect(!terminal.run("label", "--format", "csv").output.contains("mlops"))
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func importingAgainBringsItBack() throws {
        let terminal = try terminal(with: [Self.secret])
        let before = count(terminal)
        #expect(terminal.run("jds", "delete", "--company", "Zyxwoo", "--yes").status == 0)
        let again = terminal.run("import", terminal.folder.file("own.jsonl"), "--format", "json")
        #expect(again.status == 0)
        #expect(count(terminal) == before)
    }

    @Test func refusesWhatIsUnclear() throws {
        let terminal = try terminal(with: [Self.secret])
        let before = count(terminal)
        #expect(terminal.run("jds", "delete", "--yes").status == 64)
        #expect(terminal.run("jds", "delete", "12", "--company", "Acme", "--yes").status == 64)
        let unknown = terminal.run("jds", "delete", "12", "9999", "--yes")
        #expect(unknown.status == 1 && unknown.errors.contains("9999"))
        #expect(terminal.run("jds", "delete", "--company", "Nobody at all", "--yes").status == 1)
        #expect(count(terminal) == before)
    }
}
