import StrataCatalogue
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("The quiz")
struct QuizTests {
    private let bank: QuizBank
    private let written: [QuizQuestion]

    init() throws {
        bank = try QuizBank(.builtIn, catalogue: try Seeds.catalogue(), references: try Seeds.references())
        written = try QuizQuestion.read(.builtIn, lessons: Set(try Course(.builtIn).lessons.map(\.slug)))
    }

    @Test("has sixty written questions and more, enough in each stage, none twice")
    func size() {
        #expect(written.count >= 60)
        for stage in CourseStage.allCases {
            #expect(written.filter { $0.stage == stage }.count >= 20, "\(stage)")
        }
        #expect(Set(bank.questions.map(\.slug)).count == bank.questions.count)
        #expect(Set(bank.questions.map { TermKey.fold($0.question) }).count == bank.questions.count)
        for question in bank.questions {
            #expect((3...4).contains(question.options.count) && !question.why.isEmpty, "\(question.slug)")
        }
    }

    @Test("every lesson has questions")
    func lessons() throws {
        let asked = Set(bank.questions.map(\.lesson))
        for lesson in try Course(.builtIn).lessons { #expect(asked.contains(lesson.slug), "\(lesson.slug)") }
    }

    @Test("asks the layer only of tools on which public lists agree")
    func tools() throws {
        let tallies = CourseFigures.tallies(try Seeds.catalogue(), try Seeds.references())
        let tools = bank.questions.filter { $0.slug.hasPrefix("tool-") }
            .filter { question in tallies.contains { "tool-\($0.skill.slug)" == question.slug } }
        #expect(Set(tools.compactMap(\.layer)).count == 4)
        for question in tools {
            let tally = try #require(tallies.first { "tool-\($0.skill.slug)" == question.slug })
            #expect(!tally.isDisputed && tally.layers.count == 1 && tally.layers[0].layer == question.layer)
        }
    }

    @Test("the right answer stands in every place alike, and is not betrayed by its length")
    func noHints() {
        let asked = QuizDraw().questions(of: bank).filter {
            $0.options.count == 4 && $0.options != Layer.allCases.map(\.name)
        }
        for place in 0..<4 {
            let share = Double(asked.count { $0.answer == place }) / Double(asked.count)
            #expect((0.13...0.37).contains(share), "place \(place): \(share)")
        }
        let longest = asked.filter { question in
            question.options.allSatisfy { $0.utf8.count <= question.options[question.answer].utf8.count }
        }
        #expect(Double(longest.count) / Double(asked.count) < 0.4, "\(longest.count) of \(asked.count)")
    }

    @Test("a draw is the same each time, another number is another draw, and stages come in equal parts")
    func draws() {
        let draw = QuizDraw().questions(of: bank, count: 12)
        #expect(draw == QuizDraw(seed: 0).questions(of: bank, count: 12))
        #expect(draw.map(\.slug) != QuizDraw(seed: 1).questions(of: bank, count: 12).map(\.slug))
        for seed in 0..<40 as Range<UInt64> {
            for count in [1, 3, 12, 60, 1000] {
                let drawn = QuizDraw(seed: seed).questions(of: bank, count: count)
                #expect(drawn.count == min(count, bank.questions.count))
                #expect(Set(drawn.map(\.slug)).count == drawn.count)
                #expect(drawn.map(\.stage.index) == drawn.map(\.stage.index).sorted())
                if count <= 60 {
                    let sizes = CourseStage.allCases.map { stage in drawn.count { $0.stage == stage } }
                    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
                }
                for question in drawn {
                    let known = bank.questions.first { $0.slug == question.slug }
                    #expect(Set(question.options) == Set(known?.options ?? []))
                    #expect(question.options[question.answer] == known.map { $0.options[$0.answer] })
                }
            }
        }
        #expect(QuizDraw().questions(of: bank, stage: .advanced, count: 5).allSatisfy { $0.stage == .advanced })
    }

    @Test("an answer may be a letter, a number or the words")
    func choices() {
        let question = QuizQuestion(
            slug: "x", stage: .beginner, layer: nil, lesson: "layers", question: "?",
            options: ["data reliability", "MLOps", "Docker"], answer: 1, why: "")
        for (typed, choice) in [
            ("b", 1), ("B", 1), (" b ", 1), ("b)", 1), ("2", 1), ("2.", 1), ("mlops", 1), ("a", 0),
            ("Data Reliability", 0),
            ("3", 2),
        ] { #expect(question.choice(typed) == choice, "\(typed)") }
        for typed in ["d", "0", "4", "é", "data", "", "?"] { #expect(question.choice(typed) == nil, "\(typed)") }
    }

    @Test("the end sums up by stage and layer and names what to read again")
    func score() throws {
        var score = QuizScore(course: try Course(.builtIn))
        #expect(score.document.title == "No question was answered")
        let asked = QuizDraw().questions(of: bank, count: 9)
        for (number, question) in asked.enumerated() {
            let given = number % 3 == 0 ? question.answer : number % 3 == 1 ? (question.answer + 1) % 2 : nil
            #expect(score.take(given, to: question) == (given == question.answer))
        }
        let right = score.answered.count(where: \.isRight)
        #expect(score.document.title == "\(right) of 9 right")
        let stages = try #require(score.document.tables.first)
        #expect(stages.rows.count == 3)
        let missed = Set(score.answered.filter { !$0.isRight }.map(\.question.lesson))
        #expect(Set(score.toReadAgain.map(\.slug)) == missed)
    }

    @Test("without the answers a sheet gives none away")
    func sheet() {
        let questions = QuizDraw().questions(of: bank)
        for item in QuizSheet(questions, withAnswers: false).items {
            #expect(item["answer"] == nil && item["layer"] == nil && item["why"] == nil)
        }
        #expect(QuizSheet(questions, withAnswers: true).items.allSatisfy { $0["answer"] != nil && $0["why"] != nil })
        #expect(QuizSheet(questions, withAnswers: false).table.columns.count == 4)
    }

    @Test(
        "what cannot be read names the line",
        arguments: [
            ("a\tbeginner\tall\tlayers\tQ?\tyes|no\tmaybe\tW", "is none of the options"),
            ("a\tbeginner\tall\tlayers\tQ?\tyes|yes\tyes\tW", "all different"),
            ("a\tbeginner\tweb\tlayers\tQ?\tyes|no\tyes\tW", "no layer 'web'"),
            ("a\tbeginner\tall\tnone\tQ?\tyes|no\tyes\tW", "no lesson 'none'"),
        ])
    func malformed(line: String, reason: String) throws {
        let text = "slug\tstage\tlayer\tlesson\tquestion\toptions\tanswer\twhy\n\(line)"
        let files = RuleFiles(replacing: ["quiz": ("ours/quiz.tsv", Array(text.utf8))])
        let error = #expect(throws: SeedTable.Malformed.self) { try QuizQuestion.read(files, lessons: ["layers"]) }
        #expect(error?.line == 2 && error?.reason.contains(reason) == true)
    }
}
