import Foundation
import StrataTestSupport
import Testing

/// An import that should not have been can be taken back.
@Suite("Undoing imports") struct UndoCommandTests {
    private func importing(_ lines: [String], _ name: String, _ terminal: borrowing Terminal) throws {
        let file = terminal.folder.file(name)
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
        #expect(terminal.run("import", file).status == 0)
    }

    private static func line(_ id: Int, _ text: String) -> String {
        #"{"id": "\#(id)", "title": "Data Engineer", "company": "Acme", "description": "\#(text)"}"#
    }

    @Test func tellsFirstThenTakesBackUpdatesAndNewJDsBeyondRecovery() throws {
        let terminal = try Terminal()
        try importing([Self.line(1, "Airflow pipelines"), Self.line(2, "Kubernetes")], "a.jsonl", terminal)
        let before = terminal.run("jds", "export").output
        let second = [Self.line(1, "Qwertilda PyTorch"), Self.line(3, "Vanderhumble dbt")]
        try importing(second, "b.jsonl", terminal)
        #expect(terminal.run("label", "3", "mlops").status == 0)
        let told = terminal.run("runs", "undo", "2")
        #expect(told.status == 0 && told.errors.contains("--yes"))
        #expect(told.output.contains("1 of them carry your label"), "\(told.output)")
        let done = terminal.run("runs", "undo", "2", "--yes", "--format", "json")
        #expect(done.status == 0, "\(done.errors)")
        let object = try done.object
        #expect(object["removed"] as? Int == 1 && object["restored"] as? Int == 1 && object["labels"] as? Int == 1)
        #expect(terminal.run("jds", "export").output == before)
        #expect(terminal.run("runs").output.contains("undone"))
        #expect(terminal.run("db", "check").status == 0)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: terminal.database))
        for word in ["Qwertilda", "qwertilda", "Vanderhumble", "vanderhumble"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is still in the file")
        }
        try importing(second, "b.jsonl", terminal)
        #expect(terminal.run("search", "Vanderhumble", "--count").output == "1\n")
        #expect(terminal.run("search", "Qwertilda", "--count").output == "1\n")
    }

    @Test func whatALaterRunBuiltUponIsRefused() throws {
        let terminal = try Terminal()
        try importing([Self.line(1, "Airflow")], "a.jsonl", terminal)
        try importing([Self.line(1, "dbt")], "b.jsonl", terminal)
        let before = terminal.run("jds", "export").output
        let refused = terminal.run("runs", "undo", "1", "--yes")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("run 2") && refused.errors.contains("strata runs undo 2"), "\(refused.errors)")
        #expect(terminal.run("jds", "export").output == before)
        #expect(terminal.run("runs", "undo", "2", "--yes").status == 0)
        #expect(terminal.run("runs", "undo", "2", "--yes").status == 65)
        #expect(terminal.run("runs", "undo", "1", "--yes").status == 0)
        #expect(terminal.run("jds", "--count").status == 1)
    }

    @Test func whatIsNotThereIsToldAndMakesNothing() throws {
        let terminal = try Terminal()
        #expect(terminal.run("runs", "undo", "1", "--yes").status == 66)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
        _ = terminal.importSamples()
        #expect(terminal.run("runs", "undo", "7", "--yes").status == 1)
        #expect(terminal.run("runs", "undo").status == 64)
    }
}
