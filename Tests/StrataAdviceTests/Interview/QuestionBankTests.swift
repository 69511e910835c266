import StrataCatalogue
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("The bank of interview questions can be relied on")
struct QuestionBankTests {
    private let bank: QuestionBank
    private let catalogue: Catalogue

    init() throws {
        let asked = try Asked.shared.get()
        (bank, catalogue) = (asked.bank, asked.catalogue)
    }

    @Test("each layer has 25 questions or more, of every kind, enough for every level")
    func enough() {
        for layer in Layer.allCases {
            let own = bank.questions.filter { $0.layer == layer }
            #expect(own.count >= 25, "\(layer.slug)")
            #expect(Set(own.map(\.kind)).count == InterviewQuestion.Kind.allCases.count, "\(layer.slug)")
            for level in InterviewLevel.allCases {
                #expect(own.filter { $0.levels.contains(level) }.count >= 8, "\(layer.slug), \(level)")
            }
            // What is asked of anybody, whatever tools are asked for.
            #expect(own.filter { $0.roles.isEmpty }.count >= 20, "\(layer.slug)")
        }
    }

    @Test("what questions name is in the catalogue") func names() { #expect(bank.unknownNames(in: catalogue) == []) }

    @Test("each says what good answers contain and what bad ones reveal, and can be answered in ten minutes")
    func wellFormed() {
        for question in bank.questions {
            let slug = question.slug
            #expect((3...6).contains(question.good.count), "\(slug): \(question.good.count) good points")
            #expect((2...4).contains(question.bad.count), "\(slug): \(question.bad.count) bad points")
            #expect((5...10).contains(question.minutes), "\(slug)")
            #expect(!question.skills.isEmpty && Set(question.skills).count == question.skills.count, "\(slug)")
            #expect(Set(question.good + question.bad).count == question.good.count + question.bad.count, "\(slug)")
            #expect(question.question.contains("?") || question.question.hasSuffix("."), "\(slug)")
            #expect(question.followUp.contains("?"), "\(slug)")
            #expect((12...110).contains(question.question.split(separator: " ").count), "\(slug)")
            #expect(question.name.count <= 45, "\(slug)")
            #expect(slug.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
        }
    }

    @Test("slugs stand once, sorted within their layer")
    func sorted() {
        #expect(Set(bank.questions.map(\.slug)).count == bank.questions.count)
        for layer in Layer.allCases {
            let slugs = bank.questions.filter { $0.layer == layer }.map(\.slug)
            #expect(slugs == slugs.sorted(), "\(layer.slug)")
        }
    }

    // MARK: No question twice

    /// The words that carry a text: four letters or more, by what they begin with, so that other forms are the same word.
    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { String($0.prefix(5)) })
    }

    /// The part that two texts share of the words of the shorter, 0 to 1.
    private static func likeness(_ left: Set<String>, _ right: Set<String>) -> Double {
        Double(left.intersection(right).count) / Double(max(1, min(left.count, right.count)))
    }

    private static let alike = 0.6

    @Test("no two questions say almost the same, nor do their good answers")
    func distinct() {
        let questions = bank.questions.map {
            (slug: $0.slug, wording: Self.words($0.question), good: Self.words($0.good.joined(separator: " ")))
        }
        for (index, left) in questions.enumerated() {
            for right in questions[(index + 1)...] {
                let wording = Self.likeness(left.wording, right.wording)
                #expect(wording < Self.alike, "\(left.slug) and \(right.slug): \(wording)")
                let answers = Self.likeness(left.good, right.good)
                #expect(answers < Self.alike, "\(left.slug) and \(right.slug), good answers: \(answers)")
            }
        }
    }

    @Test("the measure sees a question that is put in other words")
    func measure() throws {
        let question = try #require(bank.questions.first { $0.slug == "backfill-after-bug" })
        let other = """
            For three months a transformation computed revenue wrongly, you discover. The daily pipeline has forty downstream \
            tables and dashboards that depend on it. What do you do to repair it?
            """
        #expect(Self.likeness(Self.words(question.question), Self.words(other)) >= Self.alike)
    }

    // MARK: The two scenarios

    @Test("the gap between the notebook and production is asked for, and a better model is no answer")
    func gap() throws {
        let question = try #require(bank.questions.first { $0.slug == "accurate-but-never-live" })
        #expect(question.layer == .mlops && question.kind == .scenario && question.levelText == "any")
        let good = question.good.joined(separator: "\n")
        for word in ["MLOps", "Docker", "CI/CD", "Serves", "Prometheus", "Evidently", "owner"] {
            #expect(good.contains(word), "\(word)")
        }
        #expect(question.bad.contains { $0.contains("retrains the model") })
    }

    @Test("the order of the first hires is asked for: data engineer, then applied scientist, no researcher first")
    func firstHires() throws {
        let question = try #require(bank.questions.first { $0.slug == "first-hires" })
        #expect(question.kind == .scenario && question.question.contains("scattered"))
        #expect(question.good[0].hasPrefix("A data engineer first") && question.good[1].contains("applied scientist"))
        #expect(question.bad[0].contains("researcher first"))
    }

    // MARK: A company's own

    private static let header =
        "slug\tname\tlayer\troles\tskills\tlevel\tkind\tminutes\tquestion\tgood\tbad\tfollow_up"

    private static func read(_ rows: [[String: String]]) throws -> QuestionBank {
        let plain = [
            "slug": "one", "name": "One", "layer": "mlops", "skills": "docker", "level": "any", "kind": "design",
            "minutes": "5", "question": "Why?", "good": "a | b", "bad": "c", "follow_up": "",
        ]
        let lines = rows.map { row in
            header.split(separator: "\t").map { row[String($0)] ?? plain[String($0)] ?? "" }.joined(separator: "\t")
        }
        let text = ([header] + lines).joined(separator: "\n")
        return try QuestionBank(RuleFiles(replacing: ["questions": ("ours/questions.tsv", Array(text.utf8))]))
    }

    @Test(
        "what cannot be read is named with its file, its line and what to write instead",
        arguments: [
            ("layer", "devops", "write data-engineering"), ("kind", "riddle", "write experience"),
            ("level", "expert", "write any"), ("level", "", "write any"), ("minutes", "soon", "from 1 to 60"),
            ("minutes", "0", "from 1 to 60"), ("good", " | ", "'good' is empty"), ("bad", "", "'bad' is empty"),
            ("question", " ", "'question' is empty"), ("name", "", "'name' is empty"), ("slug", "", "'slug' is empty"),
        ])
    func malformed(column: String, value: String, mend: String) {
        let error = #expect(throws: SeedTable.Malformed.self) {
            try Self.read([["slug": "first"], [column: value]])
        }
        #expect(error?.description.hasPrefix("ours/questions.tsv, line 3: ") == true)
        #expect(error?.description.contains(mend) == true, "\(error?.description ?? "")")
    }

    @Test("a slug that stands twice names both lines")
    func twice() {
        let error = #expect(throws: SeedTable.Malformed.self) { try Self.read([[:], ["slug": "two"], [:]]) }
        #expect(error?.description.contains("line 4") == true && error?.description.contains("line 2") == true)
    }

    @Test("a skill or a role that the catalogue does not know is told with its line")
    func unknown() throws {
        let bank = try Self.read([["skills": "docker|dokcer", "roles": "wizard"]])
        #expect(
            bank.unknownNames(in: catalogue) == [
                "ours/questions.tsv, line 2: no skill has the slug 'dokcer'",
                "ours/questions.tsv, line 2: no role has the slug 'wizard'",
            ])
    }
}
