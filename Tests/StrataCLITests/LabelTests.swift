import Foundation
import StrataTestSupport
import Testing

/// Correcting verdicts, and learning from the corrections.
@Suite("One's own word on a JD") struct LabelTests {
    private func jd(_ terminal: borrowing Terminal, _ id: String) throws -> [String: Any] {
        try terminal.run("show", id, "--format", "json").object
    }

    @Test func aCorrectionIsShownAsSuchAndCountsEverywhere() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = try jd(terminal, "12")
        #expect(before["primary_layer"] as? String == "applied-ml")
        #expect(before["label"] is NSNull)
        let said = terminal.run("label", "12", "prompt")
        #expect(said.status == 0)
        #expect(said.output.contains("Prompt Engineering by you; Strata says Applied ML"))
        let after = try jd(terminal, "12")
        #expect(after["primary_layer"] as? String == "prompt-engineering")
        #expect(after["label"] as? String == "prompt-engineering")
        #expect((after["needs"] as? [String])?.contains("prompt-engineering") == true)
        #expect(
            NSDictionary(dictionary: after["layers"] as? [String: Any] ?? [:]).isEqual(
                to: before["layers"] as? [String: Any] ?? [:]))
        #expect(terminal.run("show", "12").output.contains("by you on "))
        let primary = terminal.run("jds", "--primary", "prompt-engineering", "--limit", "99", "--format", "csv").output
        #expect(primary.contains("\n12,"))
        #expect(terminal.run("jds", "--primary", "prompt-engineering", "--limit", "99").output.contains("* Your word"))
        let needing = terminal.run("jds", "--needs", "prompt-engineering", "--limit", "99", "--format", "csv").output
        #expect(needing.contains("\n12,"))
        #expect(terminal.run("db", "check").status == 0)
    }

    @Test func aCorrectionOutlivesReclassifyingAndImportingAgain() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "none").status == 0)
        #expect(terminal.run("tools", "add", "Zorblax", "--layer", "mlops").status == 0)
        #expect(terminal.run("db", "reclassify").status == 0)
        _ = terminal.importSamples()
        let after = try jd(terminal, "12")
        #expect(after["primary_layer"] is NSNull)
        #expect(after["label"] as? String == "none")
    }

    @Test func aCorrectionCanBeTakenBack() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "mlops").status == 0)
        #expect(terminal.run("label", "12", "--clear").output.contains("holds again, Applied ML"))
        let after = try jd(terminal, "12")
        #expect(after["primary_layer"] as? String == "applied-ml")
        #expect(after["label"] is NSNull)
        #expect(terminal.run("label").status == 1)
    }

    @Test func correctionsAreExportedAndLearntFromElsewhere() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "mlops").status == 0)
        #expect(terminal.run("label", "13", "none").status == 0)
        let file = terminal.folder.file("labels.csv")
        #expect(terminal.run("label", "--format", "csv", "-o", file).status == 0)
        let other = try Terminal()
        _ = other.importSamples()
        let evaluation = try other.run("evaluate", file, "--format", "json").object
        #expect(evaluation["jds"] as? Int == 2)
    }

    @Test func theNextCalibrationLearnsFromThem() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let before = try #require(try jd(terminal, "12")["layers"] as? [String: Double])
        #expect(terminal.run("label", "12", "mlops").status == 0)
        let learnt = try terminal.run("calibrate", "--format", "json").object
        #expect(learnt["read"] as? Int == 1)
        #expect(terminal.run("jds").errors.contains("strata db reclassify"))
        #expect(terminal.run("db", "reclassify").status == 0)
        let after = try #require(try jd(terminal, "12")["layers"] as? [String: Double])
        #expect(try #require(after["mlops"]) > (try #require(before["mlops"])))
        #expect(terminal.run("calibrate", "--reset").output.contains("in force again"))
        #expect(terminal.run("db", "reclassify").status == 0)
        let shipped = try #require(try jd(terminal, "12")["layers"] as? [String: Double])
        #expect(shipped == before)
    }

    @Test func aChangedCatalogueKeepsWhatWasLearnt() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "mlops").status == 0)
        #expect(terminal.run("calibrate").status == 0)
        let learnt = try #require(try jd(terminal, "12")["layers"] as? [String: Double])
        #expect(terminal.run("tools", "add", "Zorblax", "--layer", "mlops").status == 0)
        let after = try #require(try jd(terminal, "12")["layers"] as? [String: Double])
        #expect(after == learnt)
    }

    @Test func learningTwiceLearnsTheSame() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "mlops").status == 0)
        let first = terminal.run("calibrate", "--format", "json").output
        #expect(terminal.run("calibrate", "--format", "json").output == first)
    }

    @Test func whatCannotBeWrittenIsNotDone() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(terminal.run("label", "12", "none", "--format", "csv").status == 64)
        #expect(terminal.run("label", "12", "none", "-o", "/nowhere/answer").status == 73)
        #expect(try jd(terminal, "12")["label"] is NSNull)
    }

    @Test func oneSourcesIdIsNotTakenForAnothers() throws {
        let terminal = try Terminal()
        let csv = terminal.folder.file("jds.csv")
        let header = "id,title,description\n"
        try Data(
            (header + "3,Data Engineer,Build data pipelines in Airflow and a warehouse.\n2,Cook,Cook lunch.\n").utf8
        )
        .write(to: URL(fileURLWithPath: csv))
        for source in ["a", "b"] { #expect(terminal.run("import", csv, "--source", source).status == 0) }
        #expect(terminal.run("label", "4", "mlops").status == 0)
        let labels = terminal.folder.file("labels.csv")
        #expect(terminal.run("label", "--format", "csv", "-o", labels).status == 0)
        let answer = try terminal.run("evaluate", labels, "--format", "json").object
        #expect(answer["jds"] as? Int == 1)
        #expect((answer["worst"] as? [[String: Any]])?.first?["id"] as? String == "jd 4")
    }

    @Test(arguments: [
        ["label", "12"], ["label", "12", "frontend"], ["label", "12", "mlops", "--clear"], ["label", "--clear"],
        ["label", "many", "mlops"], ["calibrate", "--reset", "--dry-run"], ["calibrate", "--seeds", "x"],
        ["evaluate", "--errors", "-1"],
    ])
    func badArgumentsAreUsageErrors(arguments: [String]) throws {
        #expect(try Terminal().run(arguments).status == 64)
    }

    @Test func aJDThatIsNotThereIsNotLabelled() throws {
        let terminal = try Terminal()
        #expect(terminal.run("label", "12", "mlops").status == 66)
        _ = terminal.importSamples()
        let missing = terminal.run("label", "9999", "mlops")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("no JD has the id 9999"))
    }
}
