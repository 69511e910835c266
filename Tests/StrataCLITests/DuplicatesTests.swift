import Foundation
import GRDB
import StrataLearn
import StrataModel
import StrataStorage
import StrataTestSupport
import Testing

@testable import StrataCLI

/// Reposts, and one JD in many cities.
@Suite("Near-duplicates at the terminal") struct DuplicatesTests {
    private static let cities = ["Berlin", "Paris", "Rome", "Oslo"]

    private static func line(_ id: String, _ title: String, _ city: String, _ date: String, _ text: String) -> String {
        #"{"id":"\#(id)","title":"\#(title)","company":"Acme","location":"\#(city)","date":"\#(date)","description":"\#(text)"}"#
    }

    private static let text = """
        You build data pipelines in Airflow and Spark, you own our warehouse in Snowflake, you watch over the quality of \
        what comes in and goes out, and you help our analysts with dbt. We ask for four years of work with SQL and Python.
        """

    private static let other = """
        You deploy models on Kubernetes with MLflow and Kubeflow, you watch over drift, and you are on call for what serves \
        forty million answers a day. We ask for three years of running such a thing, and for Prometheus and Terraform.
        """

    private func terminal() throws -> Terminal {
        let terminal = try Terminal()
        let lines =
            Self.cities.enumerated().map { index, city in
                Self.line(
                    "a\(index)", "Data Engineer", city, "2026-01-0\(index + 1)", Self.text + " We are in \(city).")
            } + [Self.line("b", "MLOps Engineer", "Bonn", "2026-02-01", Self.other)]
        _ = try terminal.folder.write(lines.joined(separator: "\n") + "\n", to: "jds.jsonl")
        return terminal
    }

    @Test func anImportSaysHowManyRepeatAText() throws {
        let terminal = try terminal()
        let file = terminal.folder.file("jds.jsonl")
        let said = terminal.run("import", file)
        #expect(
            said.output.contains("Of the 5 JDs imported or updated, 3 repeat another JD's text (distinct texts: 2)"))
        let again = try terminal.run("import", file, "--format", "json").object
        #expect((again["total"] as? [String: Any])?["repeats"] as? Int == 0)
        #expect(terminal.run("db", "info").output.contains("2; 3 JDs repeat another's text, in 1 groups"))
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func distinctListsEachTextOnce() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        let answer = try terminal.run("jds", "--distinct", "--format", "json").object
        let jds = try #require(answer["jds"] as? [[String: Any]])
        #expect(answer["total"] as? Int == 2)
        #expect(jds.map { $0["location"] as? String } == ["Bonn", "Oslo"], "the newest of each")
        #expect(jds.map { $0["alike"] as? Int } == [0, 3])
        #expect(jds.map { $0["duplicate_group"] as? Int } == [5, 1])
        let table = terminal.run("jds", "--distinct").output
        #expect(table.hasPrefix("2 distinct JDs") && table.contains("+3"))
        #expect(terminal.run("jds", "--distinct", "--location", "Rome", "--count").output == "1\n")
        let found = terminal.run("search", "Airflow", "--distinct").output
        #expect(found.hasPrefix("1 distinct JD found") && found.contains("(+3 alike)"))
        #expect(terminal.run("search", "Airflow", "--count").output == "4\n")
        #expect(terminal.run("jds", "--alike", "2", "--count").output == "4\n")
    }

    @Test func showNamesTheSiblings() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        let jd = try terminal.run("show", "2", "--format", "json").object
        #expect((jd["siblings"] as? [[String: Any]])?.map { $0["id"] as? Int } == [4, 3, 1])
        let page = terminal.run("show", "2").output
        #expect(page.contains("Almost the same text") && page.contains("Oslo"))
        #expect(!terminal.run("show", "5").output.contains("Almost the same text"))
    }

    @Test func demandCountsBothWays() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        let report = try terminal.run("report", "demand", "--by", "role", "--format", "json").object
        let totals = try #require(report["totals"] as? [String: Any])
        #expect(totals["jds"] as? Int == 5 && totals["distinct_texts"] as? Int == 2)
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(rows.map { $0["jds"] as? Int } == [4, 1] && rows.map { $0["distinct"] as? Int } == [1, 1])
    }

    @Test func deletingOneKeepsTheOthersTogether() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        #expect(terminal.run("jds", "delete", "1", "--yes").status == 0)
        let jd = try terminal.run("show", "2", "--format", "json").object
        #expect(jd["duplicate_group"] as? Int == 2 && jd["alike"] as? Int == 2)
        #expect(terminal.run("jds", "delete", "2", "3", "--yes").status == 0)
        #expect(try terminal.run("show", "4", "--format", "json").object["alike"] as? Int == 0)
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func whatAKilledImportHasLeftIsGroupedByTheNextCommandThatWrites() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        let queue = try DatabaseQueue(path: terminal.database)
        try queue.write { db in
            try db.execute(
                sql: "UPDATE jd_head SET duplicate_group = NULL; INSERT INTO jd_ungrouped SELECT id FROM jd_head")
        }
        try queue.close()
        #expect(terminal.run("jds", "--distinct", "--count").output == "5\n")
        #expect(terminal.run("db", "info").output.contains("5 not compared yet"))
        #expect(terminal.run("label", "5", "mlops").status == 0)
        #expect(terminal.run("jds", "--distinct", "--count").output == "2\n")
    }

    @Test func aDatabaseFromBeforeIsGroupedByTheNextImport() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        let queue = try DatabaseQueue(path: terminal.database)
        try queue.write { db in
            try db.execute(
                sql: """
                    DELETE FROM jd_sketch; UPDATE jd_head SET duplicate_group = NULL;
                    INSERT INTO jd_ungrouped SELECT id FROM jd_head;
                    """)
        }
        try queue.close()
        #expect(terminal.run("jds", "--distinct", "--count").output == "5\n")
        let said = terminal.run("import", terminal.folder.file("jds.jsonl"))
        #expect(said.status == 0, "\(said.errors)")
        #expect(terminal.run("jds", "--distinct", "--count").output == "2\n")
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func labelledJDsOfOneGroupAreNeverLearntFromAndCheckedAtOnce() throws {
        let terminal = try terminal()
        _ = terminal.run("import", terminal.folder.file("jds.jsonl"))
        for id in ["1", "3", "5"] { #expect(terminal.run("label", id, "data-engineering").status == 0) }
        let store = try Store(path: terminal.database, access: .read)
        let jds = try KeptLabels(store, withOwn: true).jds(named: [:], [:], wanted: [], besides: []).map(\.jd)
        try store.close()
        let groups = Dictionary(uniqueKeysWithValues: jds.map { ($0.id, $0.group) })
        #expect(groups.count == 3)
        #expect(groups["jd 1"] == groups["jd 3"] && groups["jd 1"] != groups["jd 5"])
    }
}
