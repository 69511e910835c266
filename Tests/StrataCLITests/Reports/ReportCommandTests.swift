import Foundation
import StrataTestSupport
import Testing

/// How the reports behave as commands: what they say when there is nothing to say, and how they are written.
@Suite("Report commands") struct ReportCommandTests {
    static let reports = [
        ["demand"], ["stack"], ["role", "machine-learning-engineer"], ["skill", "Python"], ["compare", "2026", "2025"],
    ]
    static let formats = ["table", "csv", "json", "jsonl", "markdown", "html"]

    /// Each report in each format.
    private static var all: [(words: [String], format: String)] {
        reports.flatMap { words in formats.map { (words, $0) } }
    }

    private func report(_ terminal: borrowing Terminal, _ words: [String], _ more: String...) -> Terminal.Outcome {
        terminal.run(["report"] + words + more)
    }

    @Test func aNameThatIsNotKnownComesWithWhatWasPerhapsMeant() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for (words, meant) in [
            (["role", "machne learning enginer"], "Machine Learning Engineer"),
            (["role", "mlops-enginer"], "MLOps Engineer"),
            (["skill", "pytroch"], "PyTorch"), (["skill", "aparche airflow"], "Airflow"),
            (["stack", "--skill", "pytroch"], "PyTorch"),
            (["compare", "source=defualt", "2025"], "default"), (["demand", "--by", "skil"], "skill"),
        ] {
            let said = report(terminal, words)
            #expect(said.status == 64 && said.output.isEmpty, "\(words): \(said.output)")
            #expect(said.errors.localizedCaseInsensitiveContains("did you mean"), "\(words): \(said.errors)")
            #expect(said.errors.contains(meant), "\(words): \(said.errors)")
        }
        for words in [["role", "qqqqqqqq"], ["skill", "qqqqqqqq"], ["role", ""], ["skill", " "], ["role", "none"]] {
            let said = report(terminal, words)
            #expect(
                said.status == 64 && said.output.isEmpty && said.errors.contains("unknown"), "\(words): \(said.errors)")
        }
    }

    @Test(arguments: [
        "", "soon", "2025-13", "2025-00", "2025-Q0", "2025-Q5", "25", "20255", "2025-1", "2025-01-02", "2025..2024",
        "2025-03-01..2025-03-01", "2025-04-01..2025-03-01", "2025-02-30..2025-03-01", "source=", "=lever", "colour=red",
        "2025,", ",", "company=Acme,,2025", "2025,2024", "source=lever,source=indeed", "country=DE,2025,country=US",
    ])
    func aSideThatSaysNothingIsRefusedWithTheMend(side: String) throws {
        let terminal = try Terminal()
        for words in [["compare", side, "2025"], ["compare", "2025", side]] {
            let said = report(terminal, words)
            #expect(said.status == 64 && said.output.isEmpty)
            #expect(said.errors.contains("2025-Q2") && said.errors.contains("source=NAME"), "\(said.errors)")
        }
    }

    @Test func sidesAreReadInEverySpelling() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        func totals(_ side: String) throws -> String {
            let answer = try report(terminal, ["compare", side, "2024"], "--format", "json").object
            var a = try #require(answer["a"] as? [String: Any])
            a["side"] = nil
            return String(
                decoding: try JSONSerialization.data(withJSONObject: a, options: [.sortedKeys]), as: UTF8.self)
        }
        #expect(try totals("2026") == totals("2026-01-01..2027-01-01"))
        #expect(try totals("2026-q1") == totals("2026-01-01..2026-04-01"))
        #expect(try totals("2025-12") == totals("2025-12-01..2026-01-01"))
        #expect(try totals("country=gb, 2026") == totals("2026,country=GB"))
    }

    @Test func nothingFoundIsAnAnswer() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for (words, format) in Self.all {
            let said = report(terminal, words, "--company", "Nobody at all", "--format", format)
            #expect(said.status == 1 && said.errors.isEmpty, "\(format): \(said.errors)")
            if format == "json" { #expect(try !said.object.isEmpty) }
            if format == "table" { #expect(said.output.contains("Nobody at all"), "\(said.output)") }
        }
    }

    @Test func anEmptyDatabaseHasReportsToo() throws {
        let terminal = try Terminal()
        for words in Self.reports { #expect(report(terminal, words).status == 66) }
        #expect(terminal.run("tools", "add", "Acme Flow", "--layer", "mlops").status == 0)
        for (words, format) in Self.all {
            let windows = [[], ["--since", "2025-01-01"], ["--since", "2025-01-01", "--until", "2026-01-01"]]
            for window in format == "json" ? windows : [[]] {
                let said = terminal.run(["report"] + words + window + ["--format", format])
                #expect(said.status == 1, "\(format): \(said.errors)")
                if format == "json" { #expect(try !said.object.isEmpty) }
                #expect(!said.output.localizedCaseInsensitiveContains("nan"), "\(said.output)")
            }
        }
    }

    @Test func withoutDatesThereIsNoTrendAndNoWindow() throws {
        let terminal = try Terminal()
        var words = PostingMaker(seed: 9)
        let lines = (0..<30).map { index in
            let filler = words.words(40).joined(separator: " ")
            return """
                {"title": "Data Engineer", "company": "c\(index)", "source": "\(index < 15 ? "lever" : "indeed")", \
                "description": "\(filler). Requirements: Airflow, Python, \(index < 15 ? "Spark" : "dbt") and SQL."}
                """
        }
        let file = try terminal.folder.write(lines.joined(separator: "\n"), to: "jds.jsonl")
        #expect(terminal.run("import", file).status == 0)
        for words in [["demand"], ["stack"], ["role", "data-engineer"], ["skill", "Python"]] {
            let all = report(terminal, words, "--format", "json")
            let totals = try #require(try all.object["totals"] as? [String: Any])
            #expect(all.status == 0 && totals["jds"] as? Int == 30 && totals["undated"] as? Int == 30)
            let trend = try all.object[words[0] == "stack" ? "periods" : "trend"]
            #expect(trend is NSNull || (trend as? [Any])?.isEmpty == true, "\(words)")
            #expect(report(terminal, words).output.contains("30, counted in JDs"))
            let dated = report(terminal, words, "--since", "2020-01-01")
            #expect(dated.status == 1 && dated.output.contains("30, left out"), "\(dated.output)")
        }
        #expect(report(terminal, ["compare", "2025", "2024"]).status == 1)
        let sources = report(terminal, ["compare", "source=lever", "source=indeed"], "--format", "json")
        let more = try #require(try sources.object["more"] as? [[String: Any]])
        #expect(sources.status == 0 && more.map { $0["skill"] as? String } == ["apache-spark"])
    }

    /// A line for each figure, of which any pivot table can be made.
    @Test func asCSVAReportIsOneTidyTable() throws {
        guard let python = Machine.program("python3") else { return }
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let code = "import csv, json, sys; print(json.dumps(list(csv.reader(sys.stdin, strict=True))))"
        for words in Self.reports.dropFirst() {
            let csv = report(terminal, words, "--format", "csv")
            #expect(csv.status == 0)
            let (read, _) = try Machine.run(python, ["-c", code], input: Data(csv.output.utf8))
            let rows = try #require(try JSONSerialization.jsonObject(with: read) as? [[String]])
            #expect(rows.first == ["table", "row", "figure", "value"])
            #expect(rows.count > 20 && rows.allSatisfy { $0.count == 4 && !$0[0].isEmpty && !$0[2].isEmpty })
            #expect(Set(rows.map { $0.dropLast() }).count == rows.count, "\(words): a figure is named once")
            guard words == ["stack"] else { continue }
            let answer = try report(terminal, words, "--format", "json").object
            for layer in try #require(answer["layers"] as? [[String: Any]]) {
                let figure = rows.first { $0[1] == layer["layer"] as? String && $0[2] == "needed" }
                #expect(figure?[3] == "\(layer["needed"] ?? "")")
            }
        }
    }

    @Test func aFileHoldsWhatTheTerminalShows() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for (words, format) in Self.all {
            let file = terminal.folder.file("report")
            let written = report(terminal, words, "--format", format, "-o", file)
            #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty, "\(written.errors)")
            let shown = report(terminal, words, "--format", format)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == shown.output)
            #expect(shown.output.hasSuffix("\n"))
        }
        let nowhere = report(terminal, ["stack"], "-o", terminal.folder.file("no/such/report"))
        #expect(nowhere.status == 73 && nowhere.errors.contains("no/such/report"))
    }

    @Test func quietLeavesHintsOutAndNothingElse() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("tools", "move", "Docker", "--layer", "data-engineering").status == 0)
        for words in Self.reports {
            let (loud, quiet) = (report(terminal, words), report(terminal, words, "--quiet"))
            #expect(loud.errors.contains("strata db reclassify") && quiet.errors.isEmpty, "\(words)")
            #expect(loud.status == 0 && quiet.status == 0 && loud.output == quiet.output, "\(words)")
            #expect(loud.output.contains("older catalogue"), "\(words)")
        }
    }
}
