import StrataModel
import StrataTestSupport
import Testing

@Suite("Spellings that follow by rule")
struct TermVariantsTests {
    private func variants(_ text: String, _ kind: Skill.Kind, isName: Bool = false) -> [String] {
        var found: [String] = []
        TermVariants.forEach(of: Term(text), kind: kind, isName: isName) { found.append($0.text) }
        return found
    }

    @Test(
        "British and American spelling of each other",
        arguments: [
            ("containerisation", "containerization"), ("optimise queries", "optimize queries"),
            ("personalised search", "personalized search"), ("data modelling", "data modeling"),
            ("labelled data", "labeled data"), ("analyse logs", "analyze logs"), ("data centre", "data center"),
            ("user behaviour", "user behavior"), ("data catalogue", "data catalog"),
        ])
    func respells(british: String, american: String) {
        #expect(variants(british, .tool).contains(american))
        #expect(variants(american, .tool).contains(british))
    }

    @Test(
        "words that only look British stay as they are",
        arguments: [
            "enterprise search", "supervised learning", "expertise", "precise", "noise", "wise", "advertising",
            "database", "size", "labels", "model registry",
        ])
    func leavesAlone(text: String) { #expect(variants(text, .tool).isEmpty) }

    @Test("practices and concepts have plurals and singulars, tools' names have none")
    func numbers() {
        #expect(variants("data strategy", .practice) == ["data strategies"])
        #expect(variants("data lakes", .concept) == ["data lake"])
        #expect(variants("data analytics", .practice).isEmpty)
        #expect(variants("Kubernetes", .tool).isEmpty)
        #expect(TermVariants.takesPlural("data pipeline", of: .practice))
        #expect(TermVariants.takesPlural("LLM", of: .concept))
        #expect(TermVariants.takesPlural("Docker container", of: .tool))
        for name in ["Spark", "Excel", "Databricks", "Power BI"] {
            #expect(!TermVariants.takesPlural(name, of: .tool), "\(name)")
        }
        #expect(!TermVariants.takesPlural("Go", of: .language))
    }

    @Test("a tool's name may be one word or two")
    func joinsAndSplits() {
        #expect(variants("Power BI", .tool, isName: true) == ["PowerBI"])
        #expect(variants("LangChain", .tool, isName: true) == ["Lang Chain"])
        #expect(variants("Apache Kafka", .tool, isName: true).isEmpty)
        #expect(variants("LangChain", .tool).isEmpty, "an alias is not taken apart")
    }

    @Test("no variant is the term itself, and none comes twice", arguments: 0..<20 as Range<UInt64>)
    func areNew(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let parts = [
            "model", "ling", "isation", "ize", "d", "lab", "el", "ed", " ", "data", "s", "y", "centre", "our", "X",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in random.pick(parts) }.joined()
            for kind in Skill.Kind.allCases {
                let found = variants(text, kind, isName: true)
                #expect(!found.contains(text), "\(text)")
                #expect(Set(found).count == found.count, "\(text): \(found)")
            }
        }
    }
}

@Suite("Names as people type them")
struct LooseNameTests {
    @Test(
        "come down to the same key",
        arguments: [
            ("Power BI", "PowerBI"), ("Lang Chain", "LangChain"), ("Data Catalogue", "data catalogs"),
        ])
    func sameKey(one: String, other: String) {
        #expect(LooseName.key(one, kind: .concept) == LooseName.key(other, kind: .concept))
    }

    @Test("tools whose names differ by an s stay two")
    func toolsHaveNoNumber() { #expect(LooseName.key("Darts", kind: .tool) != LooseName.key("Dart", kind: .language)) }

    @Test("C, C++ and C# stay three")
    func keepsSigns() { #expect(Set(["C", "C++", "C#"].map { LooseName.key($0, kind: .language) }).count == 3) }

    @Test(
        "lose version, maker, plural and what is in brackets",
        arguments: [
            ("python 3.11", "python"), ("tensorflow 2.x", "tensorflow"), ("apache kafka 3.6", "kafka"),
            ("amazon web services (aws)", "aws"), ("openai's api", "openai api"), ("vue3", "vue"),
            ("kafka", "apache kafka"), ("langchains", "langchain"), ("snowflake database", "snowflake"),
        ])
    func finds(query: String, key: String) { #expect(LooseName.alternatives(to: query).contains(key)) }
}
