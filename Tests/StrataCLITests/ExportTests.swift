import Foundation
import StrataTestSupport
import Testing

/// JDs can be taken along, and come back as they were.
@Suite("Exporting JDs") struct ExportTests {
    /// JDs with all that makes an export hard: formulas, apostrophes, quotes, line ends, several sightings, an update.
    private static let lines = [
        #"{"id": "1", "title": "=cmd|' /C calc'!A0", "company": "+Acme", "description": "-dash first, Airflow\r\nand \"dbt\"", "date": "2026-01-05", "source": "lever"}"#,
        #"{"id": "2", "title": "'quoted", "location": "@home", "description": "''twice quoted Kubernetes; MLflow", "salary": "$90K - $120K", "source": "lever"}"#,
        #"{"title": "ML Engineer", "company": "Beta", "description": "Train\tmodels with PyTorch.\nÜber 日本 🚀", "date": "2026-01-05", "source": "indeed"}"#,
        #"{"title": "ML Engineer", "company": "Beta", "description": "Train\tmodels with PyTorch.\nÜber 日本 🚀", "date": "2026-03-05", "source": "linkedin"}"#,
        #"{"id": "1", "title": "=cmd|' /C calc'!A0", "company": "+Acme", "description": "\tnow Spark, formerly Airflow", "date": "2026-02-05", "source": "lever"}"#,
    ]

    /// A terminal whose database holds the samples and the JDs above, the last of them an update, with two labels.
    private func filled() throws -> Terminal {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for (name, lines) in [("a", Self.lines.prefix(4)), ("b", Self.lines.suffix(1))] {
            let file = terminal.folder.file("\(name).jsonl")
            try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: file))
            #expect(terminal.run("import", file).status == 0)
        }
        #expect(terminal.run("label", "3", "mlops").status == 0)
        #expect(terminal.run("label", "12", "none").status == 0)
        return terminal
    }

    @Test(arguments: ["jsonl", "csv"])
    func anEmptyDatabaseBecomesTheSame(format: String) throws {
        let terminal = try filled()
        let file = terminal.folder.file("export.\(format)")
        let said = terminal.run("jds", "export", "--format", format, "-o", file)
        #expect(said.status == 0 && said.errors.contains("63 JDs written"), "\(said.errors)")
        let other = terminal.folder.file("other.db")
        let imported = terminal.run("import", file, "--db", other, "--format", "json")
        #expect(imported.status == 0, "\(imported.errors)")
        for format in ["jsonl", "csv"] {
            #expect(
                terminal.run("jds", "export", "--format", format, "--db", other).output
                    == terminal.run("jds", "export", "--format", format).output)
        }
        #expect(terminal.run("db", "check", "--db", other).status == 0)
        // Where everything is known, nothing is added.
        let again = terminal.run("import", file, "--format", "json")
        let total = try again.object["total"] as? [String: Any]
        #expect(total?["duplicates"] as? Int == 63 && total?["updated"] as? Int == 0)
        #expect(
            terminal.run("jds", "export", "--format", format).output
                == (try String(contentsOfFile: file, encoding: .utf8)))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600, "JDs and salaries are private")
    }

    @Test func everySightingIsTold() throws {
        let terminal = try filled()
        let jds = terminal.run("jds", "export", "--company", "Beta").output
        let jd = try #require(try JSONSerialization.jsonObject(with: Data(jds.utf8)) as? [String: Any])
        let seen = try #require(jd["sightings_seen"] as? [[String: Any]])
        #expect(
            seen.map { "\($0["date"] ?? "") \($0["source"] ?? "")" } == ["2026-01-05 indeed", "2026-03-05 linkedin"])
        #expect(jd["sightings"] as? Int == 2)
    }

    @Test func noCellRunsInASpreadsheet() throws {
        let terminal = try filled()
        guard let python = Machine.program("python3") else { return }
        let code = """
            import csv, sys
            csv.field_size_limit(1 << 30)
            for row in csv.reader(sys.stdin):
                for cell in row:
                    if cell and (cell[0] in "\\t\\r\\n" or cell.lstrip(" ")[:1] in tuple("=+-@")): print(repr(cell))
            """
        let csv = terminal.run("jds", "export", "--format", "csv").output
        let (bad, _) = try Machine.run(python, ["-c", code], input: Data(csv.utf8))
        #expect(String(decoding: bad, as: UTF8.self) == "")
    }

    @Test func anotherFilesApostropheStays() throws {
        let terminal = try Terminal()
        let file = terminal.folder.file("own.csv")
        try Data("title,description\n'=Engineer,Airflow\n".utf8).write(to: URL(fileURLWithPath: file))
        #expect(terminal.run("import", file).status == 0)
        #expect(terminal.run("jds", "export").output.contains(#""title":"'=Engineer""#))
    }

    @Test func aLabelGivenHereStandsAndAnUndoTakesBackTheOnesThatCame() throws {
        let terminal = try filled()
        let file = terminal.folder.file("export.jsonl")
        _ = terminal.run("jds", "export", "-o", file)
        let other = terminal.folder.file("other.db")
        _ = terminal.run("import", "--sample", "--db", other)
        #expect(terminal.run("label", "3", "none", "--db", other).status == 0)
        let before = terminal.run("jds", "export", "--db", other).output
        #expect(terminal.run("import", file, "--db", other).status == 0)
        let labels = terminal.run("label", "--db", other, "--format", "jsonl").output.split(separator: "\n")
        #expect(labels.count == 2)
        #expect(labels.contains { $0.contains(#""jd":3"#) && $0.contains(#""label":"none""#) }, "\(labels)")
        #expect(terminal.run("runs", "undo", "2", "--yes", "--db", other).status == 0)
        #expect(terminal.run("jds", "export", "--db", other).output == before)
    }

    @Test func filtersChooseAndNothingIsToldAsSuch() throws {
        let terminal = try filled()
        let some = terminal.run("jds", "export", "--source", "lever")
        #expect(some.output.split(separator: "\n").count == 2)
        #expect(terminal.run("jds", "export", "--company", "Nobody at all").status == 1)
        #expect(terminal.run("jds", "export", "--format", "xml").status == 64)
    }

    @Test func aBrokenSightingIsRejectedWithTheMend() throws {
        let terminal = try filled()
        let lines = terminal.run("jds", "export", "--source", "lever").output
            .replacingOccurrences(of: "2026-01-05", with: "in January")
        let file = terminal.folder.file("broken.jsonl")
        try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
        #expect(terminal.run("import", file, "--db", terminal.folder.file("other.db")).status == 0)
        let rejects = terminal.run("runs", "rejects", "--db", terminal.folder.file("other.db")).output
        #expect(rejects.contains("row 1") && rejects.contains("sightings_seen"))
    }
}
