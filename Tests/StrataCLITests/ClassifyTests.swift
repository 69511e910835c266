import Foundation
import StrataTestSupport
import Testing

@Suite struct ClassifyTests {
    private func lines(_ outcome: Terminal.Outcome) throws -> [[String: Any]] {
        try outcome.output.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
    }

    @Test func oneVerdictALineInTheSameOrder() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            """
            {"id": 7, "title": "MLOps Engineer", "description": "Requirements:\\n- Kubernetes, MLflow, model monitoring"}
            not json
            {"id": "b", "description": "Requirements:\\n- dbt, Airflow and Snowflake", "extra": [1, true]}
            {"title": "no description"}
            """, to: "jds.jsonl")
        let outcome = terminal.run(["classify", "--jsonl", file, "--echo"], ["STRATA_DB": ""])
        #expect(outcome.status == 0)
        let verdicts = try lines(outcome)
        #expect(verdicts.count == 4)
        #expect(verdicts[0]["id"] as? Int == 7)
        #expect(verdicts[0]["primary_layer"] as? String == "mlops")
        #expect(verdicts[1]["id"] is NSNull && (verdicts[1]["error"] as? String)?.contains("line 2") == true)
        #expect(verdicts[2]["id"] as? String == "b")
        #expect(verdicts[2]["primary_layer"] as? String == "data-engineering")
        #expect((verdicts[2]["input"] as? [String: Any])?["extra"] is [Any])
        #expect((verdicts[3]["error"] as? String)?.contains("description") == true)
    }

    @Test func thePrintedEvidenceAddsUpToTheScoresAndTheirSoftmaxToTheShares() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        for id in 1...60 {
            let jd = try terminal.run("show", "\(id)", "--format", "json").object
            let scores = try #require(jd["scores"] as? [String: Double])
            var sum = try #require(jd["bias"] as? [String: Double])
            for item in try #require(jd["evidence"] as? [[String: Any]]) {
                for (outcome, value) in try #require(item["contributions"] as? [String: Double]) {
                    sum[outcome, default: 0] += value
                }
            }
            #expect(scores.count == 5)
            for (outcome, score) in scores { #expect(abs(score - (sum[outcome] ?? 0)) < 1e-6, "JD \(id), \(outcome)") }
            let top = try #require(scores.values.max())
            let whole = scores.values.reduce(0) { $0 + exp($1 - top) }
            var shares = try #require(jd["layers"] as? [String: Double])
            shares["outside"] = try #require(jd["outside"] as? Double)
            #expect(abs(shares.values.reduce(0, +) - 1) < 1e-6)
            for (outcome, score) in scores {
                #expect(abs(exp(score - top) / whole - (shares[outcome] ?? 0)) < 1e-6, "JD \(id), \(outcome)")
            }
        }
    }

    @Test func evidenceAndTitleCanBeLeftOut() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            "{\"title\": \"Data Engineer\", \"description\": \"We hire.\"}\n", to: "jds.jsonl")
        let verdict = try lines(
            terminal.run(["classify", "--jsonl", file, "--no-evidence", "--ignore-title"], ["STRATA_DB": ""]))[0]
        #expect(verdict["evidence"] == nil)
        #expect(verdict["role"] is NSNull)
        #expect(verdict["primary_layer"] is NSNull)
        #expect((verdict["justification"] as? String)?.isEmpty == false)
    }

    @Test func aFileOfAnyFormatIsDeconstructedWithoutBeingStored() throws {
        let terminal = try Terminal()
        let file = try terminal.folder.write(
            "# Data Engineer\n\n## Requirements\n\n- Airflow, Spark and dbt\n- SQL\n", to: "jd.md")
        let outcome = terminal.run(["classify", file], ["STRATA_DB": ""])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Data Engineering") && outcome.output.contains("Apache Airflow"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path) == ["jd.md"])
    }
}
