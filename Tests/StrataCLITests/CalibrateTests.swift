import Foundation
import StrataTestSupport
import Testing

/// Learning from files of labelled JDs, and measuring against them.
@Suite("Calibrating and evaluating") struct CalibrateTests {
    private static let labels = "id\tprimary\tdata-engineering\tapplied-ml\tmlops\tprompt-engineering\n"

    private func file(_ terminal: borrowing Terminal, _ name: String, _ text: String) throws -> String {
        let path = terminal.folder.file(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    /// No database is named and none stands at the usual place.
    private static let noDatabase = ["STRATA_DB": ""]

    private static let jds = [
        (1, "Data Engineer", "Build data pipelines in Airflow, ETL and a warehouse in Snowflake.", "data-engineering"),
        (2, "Data Scientist", "Train models in PyTorch, statistics and feature engineering.", "applied-ml"),
        (3, "MLOps Engineer", "Deploy models on Kubernetes, model monitoring, MLflow.", "mlops"),
        (4, "Prompt Engineer", "Write prompts, RAG with LangChain, evaluate LLM answers.", "prompt-engineering"),
        (5, "Accountant", "Month-end close, general ledger and audits in Excel.", "none"),
    ]

    private static var lines: String {
        jds.map { id, title, text, layer in
            #"{"id":"\#(id)","title":"\#(title)","description":"\#(text)","source":"s","layer_by_title":"\#(layer)"}"#
                + "\n"
        }.joined()
    }

    @Test func plainJDsAgreeWithTheirLabels() throws {
        let terminal = try Terminal()
        let path = try file(terminal, "jds.jsonl", Self.lines)
        for extra in [[], ["--hide-title"]] {
            let answer = try terminal.run(["evaluate", path, "--format", "json"] + extra, Self.noDatabase).object
            #expect(answer["jds"] as? Int == 5)
            #expect(answer["accuracy"] as? Double == 1)
            #expect(answer["title_hidden"] as? Bool == !extra.isEmpty)
            #expect((answer["worst"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func aTableOfLabelsGoesBeforeWhatTitlesTell() throws {
        let terminal = try Terminal()
        let path = try file(terminal, "jds.jsonl", Self.lines)
        let labels = try file(terminal, "read.tsv", Self.labels + "1\tmlops\t0\t0\t2\t0\n77\tnone\t0\t0\t0\t0\n")
        let outcome = terminal.run(["evaluate", path, labels, "--format", "json"], Self.noDatabase)
        let answer = try outcome.object
        #expect(answer["accuracy"] as? Double == 0.8)
        #expect(outcome.errors.contains("1 labels name no JD of the files or the database, the first one 77"))
        let worst = try #require((answer["worst"] as? [[String: Any]])?.first)
        #expect(worst["id"] as? String == "1")
        #expect(worst["label"] as? String == "mlops")
        #expect(worst["verdict"] as? String == "data-engineering")
        #expect((worst["evidence"] as? [Any])?.isEmpty == false)
        let needs = try #require(answer["needs"] as? [String: [String: Any]])
        #expect(needs["mlops"]?["total"] as? Int == 1)
    }

    @Test func aDryRunKeepsNothing() throws {
        let terminal = try Terminal()
        let path = try file(terminal, "jds.jsonl", Self.lines)
        #expect(terminal.run(["calibrate", "--dry-run", path], Self.noDatabase).status == 0)
        #expect(!FileManager.default.fileExists(atPath: terminal.database))
    }

    @Test func theSameFilesWriteTheSameBytes() throws {
        let terminal = try Terminal()
        let path = try file(terminal, "jds.jsonl", Self.lines)
        let labels = try file(
            terminal, "read.tsv",
            Self.labels + Self.jds.map { "\($0.0)\t\($0.3)\t0\t0\t0\t0\n" }.joined())
        var written: [String] = []
        for round in 1...2 {
            let folder = terminal.folder.file("seeds\(round)")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("name\tvalue\tnote\nbias.mlops\t9\tkept\n".utf8)
                .write(to: URL(fileURLWithPath: folder + "/scoring.tsv"))
            #expect(terminal.run("calibrate", "--seeds", folder, path, labels).status == 0)
            written.append(try String(contentsOfFile: folder + "/weights.tsv", encoding: .utf8))
            let scoring = try String(contentsOfFile: folder + "/scoring.tsv", encoding: .utf8)
            #expect(scoring.contains("\tkept\n"))
            #expect(!scoring.contains("\t9\t"))
        }
        #expect(written[0] == written[1])
        #expect(written[0].hasPrefix("kind\tslug\tdata-engineering\tapplied-ml\tmlops\tprompt-engineering\toutside\n"))
        #expect(written[0].contains("\nskill\tapache-airflow\t"))
    }

    @Test(arguments: ["table", "markdown", "html", "csv"]) func evaluatesInEveryFormat(format: String) throws {
        let terminal = try Terminal()
        let path = try file(terminal, "jds.jsonl", Self.lines)
        let outcome = terminal.run(["evaluate", path, "--format", format], Self.noDatabase)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Data Engineering"))
    }

    @Test(arguments: [
        ("labels.tsv", "id\tlayer\n1\tmlops\n", 65, "the columns 'id' and 'primary'"),
        ("labels.tsv", "id\tprimary\n1\tfrontend\n", 65, ":2: no layer: 'frontend'"),
        ("labels.csv", "id,primary\n1,none\n2,\n", 65, ":3: no layer: ''"),
        (
            "labels.tsv", "id\tprimary\tdata-engineering\tapplied-ml\tmlops\tprompt-engineering\n1\tnone\t0\t3\t0\t0\n",
            65, "'3' is no need"
        ),
        ("labels.tsv", "id\tprimary\n", 65, "no labels"),
        ("labels.tsv", "id\tprimary\n1\tnone\n1\tmlops\n", 65, ":3: '1' is"),
        ("labels.tsv", "id\tprimary\tmlops\n1\tnone\t5\n", 65, "each of the four layers"),
        ("jds.json", "[{\"id\":\"1\"}]\n", 65, "a JSON array"),
        ("jds.jsonl", "{\"id\":\"1\",\"description\":\"x\"}\n{\"description\":\"x\"}\n", 65, "line 2: no 'id'"),
        ("jds.jsonl", "{\"id\":\"1\"}\n{oops\n", 65, "line 2: no JSON object"),
        ("jds.jsonl", "{\"id\":\"1\",\"layer_by_title\":\"frontend\"}\n", 65, "line 1: 'frontend' is no layer"),
        ("jds.jsonl", "{\"id\":\"1\",\"description\":\"x\"}\n", 65, "no labelled JD"), ("empty.tsv", "", 65, "empty"),
    ])
    func badFilesAreNamedWithTheirLine(name: String, text: String, status: Int, message: String) throws {
        let terminal = try Terminal()
        let path = try file(terminal, name, text)
        for command in [["evaluate", path], ["calibrate", "--dry-run", path]] {
            let outcome = terminal.run(command, Self.noDatabase)
            #expect(outcome.status == Int32(status), "\(outcome.errors)")
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
        }
    }

    /// A guard against regressions, not a measurement: most of these JDs have been learnt from.
    @Test(
        .enabled(if: Machine.realJDs != nil, "skipped: ../shared/data is not there"), arguments: [[], ["--hide-title"]])
    func whatPeopleHaveReadIsStillFound(extra: [String]) throws {
        let folder = try #require(Machine.realJDs)
        let files = ["dev.jsonl", "outside.jsonl", "read.tsv"].map { folder.appendingPathComponent($0).path }
        let answer = try Terminal().run(["evaluate", "--format", "json"] + files + extra, Self.noDatabase).object
        #expect((answer["accuracy"] as? Double ?? 0) > 0.83)
        let needs = try #require(answer["needs"] as? [String: [String: Any]])
        #expect(needs.values.allSatisfy { ($0["f1"] as? Double ?? 0) > 0.9 })
    }

    @Test func aMissingFileIsNotFound() throws {
        let outcome = try Terminal().run(["evaluate", "/nowhere/labels.tsv"], Self.noDatabase)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("/nowhere/labels.tsv"))
    }

    @Test func aToolThatIsMovedForgetsWhatWasLearntOfIt() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        func weight() throws -> [String: Double]? {
            let path = try file(
                terminal, "one.jsonl", #"{"id":"1","description":"Requirements\n- Apache Airflow"}"# + "\n")
            let answer = try terminal.run("classify", "--jsonl", path).object
            let evidence = try #require(answer["evidence"] as? [[String: Any]])
            return evidence.first { $0["skill"] as? String == "apache-airflow" }?["contributions"] as? [String: Double]
        }
        #expect((try weight()?["data-engineering"] ?? 0) > 0.02)
        #expect(
            terminal.run("tools", "move", "Airflow", "--layer", "mlops", "--reason", "it runs our models here").status
                == 0)
        let moved = try #require(try weight())
        #expect((moved["mlops"] ?? 0) > 0 && (moved["mlops"] ?? 0) >= (moved["data-engineering"] ?? 0))
    }
}
