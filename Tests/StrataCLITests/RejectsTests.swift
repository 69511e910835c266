import Foundation
import StrataTestSupport
import Testing

/// What was rejected can be mended in a table and imported again.
@Suite("Mending rejects") struct RejectsTests {
    private func write(_ text: String, _ name: String, _ terminal: borrowing Terminal) throws -> String {
        let file = terminal.folder.file(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    private func mend(_ file: String, _ changes: [(String, String)]) throws {
        var text = try String(contentsOfFile: file, encoding: .utf8)
        for (old, new) in changes {
            #expect(text.contains(old), "\(old) is not in \(text)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    @Test func aTablesRowsStandInTheirOwnColumns() throws {
        let terminal = try Terminal()
        let file = try write(
            "id;Job Title;Body\n1;Data Engineer;Airflow\n2;;\n3;ML Engineer;=PyTorch; and Keras\n", "jobs.csv", terminal
        )
        #expect(terminal.run("import", file).status == 0)
        let rejects = terminal.folder.file("rejects.csv")
        let said = terminal.run("runs", "rejects", "1", "-o", rejects)
        #expect(said.status == 0 && said.errors.contains("2 records written"), "\(said.errors)")
        let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
        #expect(lines[0] == "id,Job Title,Body,extra 1,file,row,reason,raw")
        #expect(lines[1].hasPrefix("2,,,,") && lines[1].contains("jobs.csv,2,"))
        #expect(lines[2].hasPrefix("3,ML Engineer,'=PyTorch,\" and Keras\","))
        try mend(rejects, [("2,,,", "2,Analyst,dbt,"), ("'=PyTorch,\" and Keras\"", "'=PyTorch and Keras,")])
        let again = terminal.run("import", rejects, "--format", "json")
        let total = try again.object["total"] as? [String: Any]
        #expect(total?["imported"] as? Int == 2 && total?["rejected"] as? Int == 0)
        let jds = terminal.run("jds", "export").output
        #expect(jds.contains(#""text":"=PyTorch and Keras""#) && jds.contains(#""external_id":"2""#))
    }

    @Test(arguments: [
        (
            "jobs.jsonl", "{\"title\": \"Data Engineer\", \"description\": \"Airflow\n", "\"\"Airflow\"",
            "\"\"Airflow\"\"}\""
        ),
        ("jobs.json", "[{\"title\": \"Data Engineer\" \"description\": \"Airflow\"}]", "\"\" \"\"d", "\"\", \"\"d"),
    ])
    func anyOtherRecordStandsWholeInItsOwnFormat(name: String, text: String, old: String, new: String) throws {
        let terminal = try Terminal()
        let file = try write(text, name, terminal)
        #expect(terminal.run("import", file).status == 65)
        let rejects = terminal.folder.file("rejects.csv")
        #expect(terminal.run("runs", "rejects", "1", "-o", rejects).status == 0)
        try mend(rejects, [(old, new)])
        let again = terminal.run("import", rejects)
        #expect(
            again.status == 0, "\(again.output)\(again.errors)")
        #expect(terminal.run("jds").output.contains("Data Engineer"))
    }

    @Test func whatIsRejectedAgainStillNamesItsFirstPlace() throws {
        let terminal = try Terminal()
        let file = try write("title,description\nA,Airflow\n,\n,\n", "jobs.csv", terminal)
        #expect(terminal.run("import", file).status == 0)
        let rejects = terminal.folder.file("rejects.csv")
        _ = terminal.run("runs", "rejects", "1", "-o", rejects)
        try mend(rejects, [(",,\(file),2", "B,dbt,\(file),2")])
        #expect(terminal.run("import", rejects).status == 0)
        let second = terminal.run("runs", "rejects", "2", "--format", "csv").output
        #expect(second.split(separator: "\n").first == "title,description,file,row,reason,raw")
        #expect(second.contains(",,\(file),3,"))
    }

    @Test func aRunWithoutRejectsGivesAHeader() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("runs", "rejects", "1", "--format", "csv").output == "file,row,reason,raw\n")
        #expect(terminal.run("runs", "rejects", "9", "--format", "csv").status == 1)
    }
}
