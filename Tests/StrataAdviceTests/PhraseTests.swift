import StrataCatalogue
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("Conditions read sentences as people write them")
struct PhraseTests {
    private static let words = """
        group\twords
        denial\tnot|no|never|nobody|nothing|none|dont|without
        turn\tbut|however
        link\tand|or
        trouble\ttrouble|problem
        deploy\tdeploy|ship|go live|in production
        watch\tmonitor|watch
        """

    private func holds(_ condition: String, in text: String) throws -> Bool {
        let files = RuleFiles(replacing: [
            "words": ("words.tsv", Array(Self.words.utf8)), "rules": ("rules.tsv", Array("when\n\(condition)".utf8)),
        ])
        let vocabulary = try Vocabulary(files)
        let conditions = try files.read("rules") { table in
            let when = try table.column("when")
            return try table.map { try Condition($0[when], of: $0, vocabulary) }
        }
        return conditions.contains { $0.match(in: PhraseText(text, vocabulary)) != nil }
    }

    @Test(
        "a word is found in its other forms",
        arguments: ["deploy", "deploys", "Deployed", "DEPLOYING", "deployment", "it ships", "going live", "shipped"])
    func forms(text: String) throws { #expect(try holds("@deploy", in: text)) }

    @Test(
        "what is denied is told from what is not",
        arguments: [
            ("We never deploy.", true), ("nothing was ever shipped", true), ("nobody ships", true),
            ("we ship, nobody watches", false), ("the model is undeployed", true), ("deployment: none", true),
            ("we don't deploy", true), ("we don\u{2019}t deploy", true), ("not only deployed", false),
            ("we never had trouble deploying", false), ("no tests, but we deploy", false), ("deployed", false),
        ])
    func denial(text: String, isDenied: Bool) throws { #expect(try holds("no:@deploy", in: text) == isDenied) }

    @Test("all of a condition stands in one sentence, in any order; what must not stand there does not")
    func sentence() throws {
        #expect(try holds("model @deploy", in: "Deployed are all the models"))
        #expect(try !holds("model @deploy", in: "We have models. We deploy web shops."))
        #expect(try holds("model -@watch", in: "We have models. We watch."))
        #expect(try !holds("model -@watch", in: "We watch models"))
        #expect(try holds("knowledge_base", in: "our Knowledge-Base"))
        #expect(try !holds("knowledge_base", in: "our base of knowledge"))
    }

    @Test("a rule with an unknown group, or that needs nothing, names its file and line")
    func malformed() throws {
        for condition in ["@fly", "-@deploy"] {
            #expect(throws: SeedTable.Malformed.self) { try holds(condition, in: "text") }
        }
    }
}
