import StrataCatalogue
import Testing

@testable import StrataAdvice

@Suite("rules of reading résumés")
struct CandidateRuleTests {
    private struct Row { var group: String, words: [String] }

    private func rows(_ file: String, _ group: String, _ words: String) throws -> [Row] {
        try RuleFiles.builtIn.read(file) { table in
            let (first, second) = try (table.column(group), table.column(words))
            return try table.map { Row(group: $0[first].string, words: $0[second].list) }
        }
    }

    @Test("no heading opens two sections")
    func headings() throws {
        var seen: [String: String] = [:]
        for row in try rows("resume-headings", "section", "phrases") {
            for phrase in row.words {
                let key = ResumeWords.phrase(phrase).joined(separator: " ")
                #expect(!key.isEmpty)
                #expect(seen[key] == nil || seen[key] == row.group, "\(phrase): \(seen[key] ?? "") and \(row.group)")
                seen[key] = row.group
            }
        }
    }

    @Test("a phrase says one thing in one reach")
    func depths() throws {
        let rules = try RuleFiles.builtIn.read("depth") { table in
            let columns = try (table.column("depth"), table.column("reach"), table.column("phrases"))
            return try table.map {
                (meaning: $0[columns.0].string, reach: $0[columns.1].string, phrases: $0[columns.2].list)
            }
        }
        var seen: [String: String] = [:]
        for rule in rules {
            for phrase in rule.phrases {
                let key = "\(rule.reach) \(ResumeWords.phrase(phrase).joined(separator: " "))"
                #expect(seen[key] == nil, "\(phrase) twice in \(rule.reach): \(seen[key] ?? ""), \(rule.meaning)")
                seen[key] = rule.meaning
            }
        }
        #expect(try CandidateRules(.builtIn).longestHeading >= 3)
    }

    @Test(
        "every question has a rule that raises it, and the other way round; it speaks to the person, not of the person")
    func questions() throws {
        let slugs = try rows("candidate-questions", "slug", "question").map(\.group)
        #expect(Set(slugs) == Set(CandidateQuestions.Rule.allCases.map(\.rawValue)) && slugs.count == Set(slugs).count)
    }

    @Test("twelve months, and the words that dates and years need")
    func words() throws {
        let vocabulary = try ResumeVocabulary(.builtIn)
        let groups = Set(try rows("resume-words", "group", "words").map(\.group))
        #expect((1...12).allSatisfy { groups.contains("month-\($0)") })
        #expect(vocabulary.month("märz") == 3 && vocabulary.number("ten") == 10)
        for group in [
            "present", "since", "range", "future", "year", "month", "no-years", "list-link", "personal", "school", "jd",
        ] {
            #expect(groups.contains(group))
        }
    }
}
