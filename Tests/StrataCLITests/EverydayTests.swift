import Foundation
import GRDB
import StrataTestSupport
import Testing

/// The three everyday jobs, on the sample JDs.
@Suite struct EverydayTests {
    @Test func importingTheSamplesTwiceAddsNothing() throws {
        let terminal = try Terminal()
        for (round, imported) in [(1, 60), (2, 0)] {
            let outcome = terminal.importSamples()
            #expect(outcome.status == 0)
            let answer = try outcome.object
            let total = try #require(answer["total"] as? [String: Any])
            #expect(total["imported"] as? Int == imported, "round \(round)")
            #expect(total["rows"] as? Int == 60)
            let runs = try #require(answer["runs"] as? [[String: Any]])
            for run in runs {
                for key in ["path", "format", "rows", "imported", "updated", "duplicates", "rejected", "seconds"] {
                    #expect(run.keys.contains(key), "\(key)")
                }
                let counts = ["imported", "updated", "duplicates", "rejected"].compactMap { run[$0] as? Int }
                #expect(counts.reduce(0, +) == run["rows"] as? Int)
            }
        }
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func theFiveMachineLearningEngineersBelongToDifferentLayers() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let answer = try terminal.run("search", "title:\"machine learning engineer\"", "--format", "json").object
        let jds = try #require(answer["jds"] as? [[String: Any]])
        let layers = Dictionary(
            jds.filter { $0["title"] as? String == "Machine Learning Engineer" }
                .map { ($0["company"] as? String ?? "", $0["primary_layer"] as? String ?? "none") }
        ) { first, _ in first }
        #expect(
            layers == [
                "Brindlemoor Freight": "data-engineering", "Ostrivale Diagnostics": "applied-ml",
                "Halvorstead Payments": "mlops", "Papergrove Legal Technologies": "prompt-engineering",
                "Snaptarn Marketplaces Pvt. Ltd.": "none",
            ])
    }

    @Test func jdsThatNeedALayerComeBestFirst() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let answer = try terminal.run("jds", "--needs", "mlops", "--limit", "5", "--format", "json").object
        let jds = try #require(answer["jds"] as? [[String: Any]])
        #expect(jds.count == 5)
        #expect(try #require(answer["total"] as? Int) > 5)
        let shares = jds.compactMap { ($0["layers"] as? [String: Double])?["mlops"] }
        #expect(shares == shares.sorted(by: >))
        for jd in jds {
            #expect((jd["needs"] as? [String])?.contains("mlops") == true)
            #expect(jd["primary_layer"] as? String == "mlops")
            for key in [
                "id", "title", "company", "location", "posted_on", "role", "seniority", "primary_layer", "needs",
                "layers", "salary", "sightings",
            ] { #expect(jd.keys.contains(key), "\(key)") }
        }
        let both = terminal.run("jds", "--needs", "mlops", "--needs", "de", "--count").output
        let one = terminal.run("jds", "--needs", "mlops", "--count").output
        #expect(
            try #require(Int(both.trimmingCharacters(in: .newlines))) <= #require(
                Int(one.trimmingCharacters(in: .newlines))))
    }

    @Test func showGivesTheTextTheEvidenceAndTheReason() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let jd = try terminal.run("show", "1", "--format", "json").object
        let text = Array(try #require(jd["text"] as? String).utf8)
        #expect((jd["justification"] as? String)?.hasSuffix(".") == true)
        let evidence = try #require(jd["evidence"] as? [[String: Any]])
        #expect(!evidence.isEmpty)
        for item in evidence {
            for key in ["skill", "kind", "layer", "count", "requirement", "weight", "spans"] {
                #expect(item.keys.contains(key), "\(key)")
            }
            for span in try #require(item["spans"] as? [[Int]]) {
                #expect(span[0] < span[1] && span[1] <= text.count)
            }
        }
        #expect(terminal.run("show", "99999").status == 1)
    }

    @Test func theDemandReportHasTheShapeOfTheContractAndAddsUp() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let report = try terminal.run("report", "demand", "--by", "primary", "--format", "json").object
        #expect(report["by"] as? [String] == ["primary"])
        let totals = try #require(report["totals"] as? [String: Any])
        #expect(totals["jds"] as? Int == 60)
        for key in ["jds", "sightings", "undated", "outside_stack"] { #expect(totals[key] is Int, "\(key)") }
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(rows.compactMap { $0["jds"] as? Int }.reduce(0, +) == 60)
        for row in rows {
            for key in ["primary", "jds", "sightings", "share", "change"] { #expect(row.keys.contains(key), "\(key)") }
        }
        let window = try #require(report["window"] as? [String: Any])
        #expect(window["since"] is NSNull && window["until"] is NSNull)
    }

    @Test(arguments: ["table", "csv", "markdown", "json", "jsonl"])
    func everyAnswerCanBeWrittenInEveryFormat(format: String) throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let commands = [
            ["layer", "Docker"], ["layers"], ["tools"], ["skills"], ["roles"], ["jds"], ["search", "model"],
            ["show", "3"],
            ["runs"], ["runs", "show", "1"], ["report", "demand", "--by", "layer,year"], ["db", "info"],
            ["db", "check"],
        ]
        for command in commands {
            let outcome = terminal.run(command + ["--format", format])
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            #expect(!outcome.output.isEmpty, "\(command)")
            if format == "json" { #expect(throws: Never.self, "\(command)") { _ = try outcome.json } }
        }
    }

    @Test func anAnswerGoesToAFileWholeAndLeavesNothingBeside() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let file = terminal.folder.file("tools.csv")
        let outcome = terminal.run("report", "demand", "--by", "tool", "--format", "csv", "-o", file)
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("tool,"))
        let names = try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path)
        #expect(names.sorted() == ["strata.db", "tools.csv"])
    }

    @Test func anIndexOutOfStepWithTheTextsIsFoundAndMended() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let queue = try DatabaseQueue(path: terminal.database)
        try queue.write { db in try db.execute(sql: "UPDATE jd_body SET text = 'other words' WHERE jd = 1") }
        try queue.close()
        #expect(terminal.run("db", "check").status == 65)
        #expect(terminal.run("db", "optimize").status == 0)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func verdictsOfOlderWeightsAreSaidToBeSoAndRenewed() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = terminal.run("jds", "--format", "json", "--limit", "60").output
        let queue = try DatabaseQueue(path: terminal.database)
        try queue.write { db in
            try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'revision'")
            try db.execute(sql: "UPDATE jd_head SET needs = 15, primary_layer = 3")
            try db.execute(sql: "DELETE FROM jd_mention")
        }
        try queue.close()
        #expect(terminal.run("jds").errors.contains("strata db reclassify"))
        #expect(terminal.run("db", "reclassify").output.contains("60"))
        let after = terminal.run("jds", "--format", "json", "--limit", "60")
        #expect(after.errors.isEmpty)
        #expect(after.output == before)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func aFileNamedTwiceIsReadOnce() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write("title,description\nA,B\nC,D\n", to: "jobs.csv")
        let total = try #require(
            try terminal.run("import", file, file, "--format", "json").object["total"] as? [String: Any])
        #expect(total["rows"] as? Int == 2 && total["imported"] as? Int == 2)
    }

    @Test func aFileThatCannotBeReadStandsInTheRunAndStopsNoOther() throws {
        let terminal = try Terminal()
        let good = try terminal.folder.write("title,description\nA,B\n", to: "good.csv")
        let empty = try terminal.folder.write("", to: "empty.csv")
        for paths in [[good, empty], [empty, good]] {
            let outcome = terminal.run(["import"] + paths)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("empty.csv"))
            #expect(terminal.run("runs", "show").output.contains("empty.csv"))
        }
    }

    @Test func aNameWithTwoMeaningsNamesBoth() throws {
        let answers = try #require(
            try Terminal().run(["layer", "TF", "--format", "json"], ["STRATA_DB": ""]).json as? [[String: Any]])
        #expect(answers[0]["name"] as? String == "TensorFlow")
        let others = try #require(answers[0]["alternatives"] as? [[String: Any]])
        #expect(others.map { $0["name"] as? String } == ["Terraform"])
    }

    @Test func nothingFoundExits1() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("jds", "--company", "no such company").status == 1)
        #expect(terminal.run("search", "xyzzyplugh").status == 1)
    }

    @Test func aMalformedSearchIsExplained() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for query in ["foo AND", "(a OR b", "\"open", "NOT"] {
            let outcome = terminal.run("search", query)
            #expect(outcome.status == 64, "\(query)")
            #expect(outcome.errors.contains("search, character"), "\(query)")
            #expect(!outcome.errors.lowercased().contains("sql"), "\(query)")
        }
    }
}
