import Foundation
import StrataCLI
import StrataTestSupport
import Synchronization
import Testing

/// The quiz as somebody takes it.
@Suite struct QuizCommandTests {
    /// The answers to the questions of a draw, in order.
    private func rightAnswers(_ options: [String] = []) throws -> [(question: [String: Any], letter: String)] {
        let sheet = try Terminal().run(["learn", "quiz", "--answers", "--format", "json"] + options, ["STRATA_DB": ""])
        let questions = try #require(try sheet.object["questions"] as? [[String: Any]])
        return try questions.map { question in
            let options = try #require(question["options"] as? [String])
            let answer = try #require(question["answer"] as? String)
            let place = try #require(options.firstIndex(of: answer))
            return (question, ["a", "b", "c", "d"][place])
        }
    }

    private func take(_ options: [String], _ lines: [String], isTerminal: Bool = true) throws -> Terminal.Outcome {
        try Terminal().run(
            ["learn", "quiz"] + options, ["STRATA_DB": ""], input: .lines(lines, isTerminal: isTerminal))
    }

    @Test(arguments: [true, false]) func whoAnswersRightHasAllRight(isTerminal: Bool) throws {
        let answers = try rightAnswers(["--questions", "12"])
        let outcome = try take([], answers.map(\.letter), isTerminal: isTerminal)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("12 of 12 right"))
        #expect(!outcome.output.contains("Wrong.") && !outcome.output.contains("To read again"))
        for (question, _) in answers {
            let words = (question["why"] as? String ?? "").split(separator: " ").prefix(3).joined(separator: " ")
            #expect(outcome.output.contains(words))
        }
    }

    @Test func whoIsWrongIsToldWhyAndWhatToReadAgain() throws {
        let answers = try rightAnswers(["--questions", "3"])
        let outcome = try take(["--questions", "3"], answers.map { $0.letter == "a" ? "b" : "a" })
        #expect(outcome.output.contains("0 of 3 right"))
        for (question, letter) in answers {
            #expect(outcome.output.contains("Answer: \(letter)) "))
            #expect(outcome.output.contains("strata learn \(question["lesson"] as? String ?? "?")"))
        }
    }

    @Test func passingUnclearAnswersAndTheEndAreBorne() throws {
        let outcome = try take(["--questions", "5"], ["", "perhaps", "z", "\u{1B}[31mb\u{1B}[0m", "a", "q"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Passed."))
        #expect(outcome.output.components(separatedBy: "Type a, b").count > 2)
        #expect(outcome.output.contains(" of 2 right"))
        #expect(!outcome.output.contains("\u{1B}"))
        let ended = try take([], ["a"])
        #expect(ended.status == 0 && ended.output.contains(" of 1 right"))
        #expect(try take([], []).output.contains("No question was answered"))
        #expect(ended.errors.isEmpty)
    }

    @Test func whereNobodyAnswersAllQuestionsArePrinted() throws {
        let outcome = try take([], [], isTerminal: false)
        #expect(outcome.status == 0 && outcome.output.hasPrefix("Quiz: "))
        #expect(!outcome.output.contains("Answer:"))
        let sheet = try take(["--format", "table"], ["a", "b"])
        #expect(sheet.output == outcome.output, "a format that is named is a sheet, at a terminal too")
        #expect(try take(["--answers"], ["a"]).output.contains("Answer: "))
    }

    @Test func thePipeOfARealProcessIsReadAndASilentOneIsNotWaitedFor() throws {
        let bash = try #require(Machine.program("bash"))
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let strata = tests.deletingLastPathComponent().appendingPathComponent("strata").path
        try #require(FileManager.default.isExecutableFile(atPath: strata), "build the product strata before the tests")
        func typed(_ command: String) throws -> String {
            let set = "export STRATA_DB= HOME=/nonexistent"
            let (output, status) = try Machine.run(bash, ["-c", "\(set); \(command)"])
            #expect(status == 0)
            return String(decoding: output, as: UTF8.self)
        }
        #expect(try typed("printf 'a\\nb\\n' | '\(strata)' learn quiz").contains(" of 2 right"))
        #expect(try typed("'\(strata)' learn quiz < /dev/null").hasPrefix("Quiz: "))
        #expect(try typed("sleep 3 | '\(strata)' learn quiz").hasPrefix("Quiz: "))
        #expect(try typed("'\(strata)' learn quiz <&- ").hasPrefix("Quiz: "))
    }

    @Test func drawsAndBadOptions() throws {
        let (first, again) = (try rightAnswers(["--questions", "9"]), try rightAnswers(["--questions", "9"]))
        #expect(first.map { $0.question["slug"] as? String } == again.map { $0.question["slug"] as? String })
        let other = try rightAnswers(["--questions", "9", "--seed", "5"])
        #expect(first.map { $0.question["slug"] as? String } != other.map { $0.question["slug"] as? String })
        let stage = try rightAnswers(["--stage", "advanced", "--questions", "4"])
        #expect(stage.count == 4 && stage.allSatisfy { $0.question["stage"] as? String == "advanced" })
        for wrong in [["--stage", "expert"], ["--questions", "0"], ["--questions", "x"], ["--seed", "-1"]] {
            #expect(try take(wrong, []).status == 64, "\(wrong)")
        }
    }
}
