import Foundation
import StrataAdvice
import StrataCLI
import StrataCatalogue
import StrataTestSupport
import Testing

/// The path for somebody new, as they walk it.
@Suite struct CourseCommandTests {
    /// The program that was built beside the tests.
    private static let strata: URL? = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = tests.deletingLastPathComponent().appendingPathComponent("strata")
        return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }()

    /// A folder as 'How to begin' makes it, where commands are typed into a shell.
    private struct Practice {
        let folder = try? TemporaryFolder()

        func type(_ command: String) throws -> (status: Int32, output: String) {
            let folder = try #require(folder)
            let program = try #require(CourseCommandTests.strata, "build the product strata before the tests")
            let bin = program.deletingLastPathComponent().path
            let set = """
                cd '\(folder.path)'; export PATH='\(bin)':"$PATH" HOME='\(folder.path)' STRATA_DB='\(folder.path)/learn.db'
                exec </dev/null
                """
            let bash = try #require(Machine.program("bash"))
            let (output, status) = try Machine.run(bash, ["-c", "\(set)\n{ \(command)\n} 2>&1"])
            return (status, String(decoding: output, as: UTF8.self))
        }

        init() throws {
            #expect(try type("strata import --sample --quiet").status == 0)
            let files = try type("strata learn files .")
            #expect(files.status == 0, "\(files.output)")
        }
    }

    /// Whether the command is one that this binary has.
    private static func isKnown(_ command: String, of help: String) -> Bool {
        let words = command.split(separator: " ")
        guard words.first == "strata", words.count > 1 else { return true }
        return help.split(separator: "\n").contains { $0.hasPrefix("  \(words[1]) ") }
    }

    @Test func everyCommandOfEveryExerciseDoesWhatTheExerciseSays() throws {
        let practice = try Practice()
        let help = try practice.type("strata --help").output
        for exercise in try Course(.builtIn).exercises {
            for step in exercise.steps where Self.isKnown(step.command, of: help) {
                let (status, output) = try practice.type(step.command)
                #expect(status == 0, "\(exercise.slug): \(step.command): \(output.prefix(600))")
                for text in step.shows {
                    let isShown = output.contains(text)
                    #expect(isShown, "\(exercise.slug): \(step.command) does not show '\(text)'")
                }
            }
        }
    }

    @Test func everyCommandThatALessonNamesRuns() throws {
        let practice = try Practice()
        let help = try practice.type("strata --help").output
        let lessons =
            try #require(
                try JSONSerialization.jsonObject(
                    with: Data(try practice.type("strata learn all --format json").output.utf8))
                    as? [String: Any])["lessons"] as? [[String: Any]]
        for lesson in try #require(lessons) {
            for block in lesson["text"] as? [[String: Any]] ?? [] {
                for command in block["commands"] as? [String] ?? [] where Self.isKnown(command, of: help) {
                    let (status, output) = try practice.type(command)
                    #expect(status == 0, "\(lesson["name"] ?? ""): \(command): \(output.prefix(600))")
                }
            }
        }
    }

    @Test func theFiveJDsAreReadWithoutTheirVerdictsAndComparedWithStratas() throws {
        let practice = try Practice()
        let text = try practice.type("cat five-ml-engineers.md").output
        #expect(text.components(separatedBy: "\n## JD ").count == 6)
        for word in ["Primary layer", "Verdict", "Data Engineering:", "No layer"] { #expect(!text.contains(word)) }
        let guess = try practice.type("strata evaluate my-verdicts.csv").output
        #expect(guess.contains("0.200"), "by the title alone one of five is right")
        let right = try practice.type(
            """
            printf 'id,primary\\n2,data-engineering\\n3,applied-ml\\n7,mlops\\n13,prompt-engineering\\n16,none\\n' > mine.csv
            strata evaluate mine.csv
            """
        ).output
        #expect(right.contains("1.000"))
        let answer = try practice.type("strata learn five-ml-engineers --answers").output
        for company in ["Brindlemoor", "Ostrivale", "Halvorstead", "Papergrove", "Snaptarn"] {
            #expect(answer.contains(company))
        }
        #expect(!(try practice.type("strata learn five-ml-engineers").output.contains("What Strata says")))
    }

    @Test func filesThatWereChangedAreNotReplacedUnasked() throws {
        let practice = try Practice()
        #expect(try practice.type("strata learn files .").status == 0, "as they were written they may be written again")
        #expect(try practice.type("echo '2,mlops' >> my-verdicts.csv; strata learn files .").status == 73)
        #expect(try practice.type("strata learn files . --force").status == 0)
        #expect(try practice.type("touch file; strata learn files file/here").status == 73)
    }

    @Test func thePathIsReadWithoutADatabaseAndCreatesNone() throws {
        let terminal = try Terminal()
        let topics = [[], ["beginner"], ["titles"], ["chatbot-raci"], ["--answers"], ["all", "--answers"]]
        let formats = ["table", "markdown", "html", "json", "jsonl", "csv"]
        for (topic, format) in zip(topics, formats) + formats.map({ (["titles"], $0) }) {
            let outcome = terminal.run(["learn"] + topic + ["--format", format], ["STRATA_DB": ""])
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(topic) \(format): \(outcome.errors)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path).isEmpty)
    }

    @Test func anUnknownTopicNamesWhatThereIs() throws {
        let outcome = try Terminal().run(["learn", "gardening"], ["STRATA_DB": ""])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("'gardening'") && outcome.errors.contains("beginner"))
        #expect(try Terminal().run("learn", "layers").status == 66, "a database that is named and not there")
    }

    @Test func lessonsShowTheCatalogueAsItIsNow() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        #expect(
            terminal.run(
                "roles", "add", "Data Librarian", "--layer", "data-engineering", "--title", "data librarian",
                "--mission",
                "Keeps data in order."
            ).status == 0)
        #expect(terminal.run("learn", "roles", "--format", "markdown").output.contains("Data Librarian"))
    }

    @Test func aCompanysOwnLessonsGoInThePlaceOfOurs() throws {
        let terminal = try Terminal()
        #expect(terminal.run("rules", "export", terminal.folder.file("ours")).status == 0)
        let path = terminal.folder.file("ours/lessons.tsv")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "Four layers, four goals", with: "Our four layers")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let rules = ["--rules", terminal.folder.file("ours")]
        #expect(terminal.run(["learn", "layers"] + rules, ["STRATA_DB": ""]).output.hasPrefix("Our four layers"))
        try (text + "broken").write(toFile: path, atomically: true, encoding: .utf8)
        let broken = terminal.run(["learn", "layers"] + rules, ["STRATA_DB": ""])
        #expect(broken.status == 65 && broken.errors.contains("lessons.tsv, line 20"))
    }

    /// The exercise says that the title carries the verdict on JD 38, and that bias and contributions give the scores.
    @Test func theSumOfJD38IsAsTheExerciseSays() throws {
        let terminal = try Terminal()
        _ = terminal.importSamples()
        let jd = try terminal.run("show", "38", "--format", "json").object
        let evidence = try #require(jd["evidence"] as? [[String: Any]])
        let bias = try #require(jd["bias"] as? [String: Double])
        let scores = try #require(jd["scores"] as? [String: Double])
        func sum(_ outcome: String, withTitle: Bool) -> Double {
            evidence.filter { withTitle || $0["kind"] as? String != "title" }
                .reduce(bias[outcome] ?? 0) { $0 + (($1["contributions"] as? [String: Double])?[outcome] ?? 0) }
        }
        for (outcome, score) in scores { #expect(abs(sum(outcome, withTitle: true) - score) < 0.01, "\(outcome)") }
        #expect(jd["primary_layer"] as? String == "applied-ml")
        #expect(sum("mlops", withTitle: false) > sum("applied-ml", withTitle: false))
    }
}
