import StrataClassify
import StrataModel
import Testing

/// What must not change a verdict.
@Suite("What changes nothing") struct InvarianceTests {
    /// A way of writing the same JD otherwise.
    struct Change: Sendable, CustomTestStringConvertible {
        var lesson: String
        var apply: @Sendable (String) -> String

        init(_ lesson: String, _ apply: @escaping @Sendable (String) -> String) {
            self.lesson = lesson
            self.apply = apply
        }

        var testDescription: String { lesson }
    }

    static let bases = [
        Postings.data[0], Postings.models[0], Postings.operations[0], Postings.prompts[0], Postings.outside[0],
    ]

    /// After these the shares are the same to the last digit.
    static let exact: [Change] = [
        Change("a paragraph of benefits") {
            $0 + "\nBenefits\n- Health insurance, a gym and a budget for conferences\n"
        },
        Change("benefits that teach tools") {
            $0 + "\nWhat we offer\n- Courses in Kubernetes, PyTorch and LangChain\n"
        },
        Change("equal opportunity") {
            $0 + "\nEqual opportunity\nWe hire without regard to age, sex, religion or disability.\n"
        },
        Change("how to apply") { $0 + "\nHow to apply\nSend your CV to jobs@example.com with the word Kafka in it.\n" },
        Change("what the company builds") {
            $0 + "\nAbout us\nOur platform runs machine learning models, Airflow and LLM agents for banks.\n"
        },
        Change("bullets of another kind") { $0.replacing("\n- ", with: "\n• ") },
        Change("line ends of another system") { $0.replacing("\n", with: "\r\n") },
        Change("headings with a colon") { headings($0) { "\($0):" } },
        Change("bold headings") { headings($0) { "**\($0)**" } },
        Change("headings in capitals") { headings($0) { $0.uppercased() } },
        Change("Markdown headings") { headings($0) { "## \($0)" } },
        Change("empty lines") { $0.replacing("\n", with: "\n\n") },
        Change("an address in the web") { $0 + "\nBenefits\nSee https://example.com/kafka-and-airflow for more.\n" },
    ]

    /// After these the verdict stays, whatever the shares do.
    static let alike: [Change] = [
        Change("German headings") {
            $0.replacing("Responsibilities", with: "Deine Aufgaben").replacing("Requirements", with: "Dein Profil")
        },
        Change("Dutch headings") {
            $0.replacing("Responsibilities", with: "Wat ga je doen").replacing("Requirements", with: "Wat vragen wij")
        },
        Change("line breaks lost") { $0.replacing("\n- ", with: " ").replacing("\n", with: " ") },
        Change("an opening that sells the company") {
            "We are a leading provider of machine learning and data platforms.\n\n" + $0
        },
        Change("people one works with") {
            $0 + "\nYou will work closely with data engineers, data scientists and our MLOps team.\n"
        },
        Change("what is not needed") { $0 + "\nNo experience with Kubernetes or LangChain is needed.\n" },
    ]

    @Test(arguments: bases, exact) func theSharesStay(posting: Posting, change: Change) throws {
        let before = try #require(Reading.verdict(posting.text))
        let after = try #require(Reading.verdict(change.apply(posting.text)))
        #expect(after.shares == before.shares)
        #expect(after.needs == before.needs)
    }

    @Test(arguments: bases, alike) func theVerdictStays(posting: Posting, change: Change) throws {
        let before = try #require(Reading.verdict(posting.text))
        let after = try #require(Reading.verdict(change.apply(posting.text)))
        #expect(after.primary == before.primary, "\(after.justification)")
    }

    @Test(arguments: ["Acme", "Snowflake", "Databricks", "Elastic", "Ray", "Confluent"])
    func theEmployersNameAsksForNothing(company: String) throws {
        let text =
            "\(company) is hiring. At \(company) you will cook lunch for forty people; \(company) is a kind place."
        let other = text.replacing(company, with: "Initech")
        let verdict = try #require(Reading.verdict(text, company: company))
        #expect(verdict.shares == Reading.verdict(other, company: "Initech")?.shares)
        #expect(verdict.needs.isEmpty)
    }

    @Test func theSameTextGetsTheSameVerdictOnEveryThread() async throws {
        let classifier = try #require(Reading.classifier)
        let postings = Postings.data + Postings.models + Postings.operations + Postings.prompts + Postings.outside
        let alone = postings.map { classifier.verdict(title: $0.title, text: $0.text) }
        let together = await withTaskGroup(of: (Int, Verdict).self) { group in
            for (index, posting) in postings.enumerated() {
                group.addTask { (index, classifier.verdict(title: posting.title, text: posting.text)) }
            }
            return await group.reduce(into: [Int: Verdict]()) { $0[$1.0] = $1.1 }
        }
        for (index, verdict) in alone.enumerated() { #expect(together[index] == verdict) }
    }

    private static func headings(_ text: String, _ dress: (String) -> String) -> String {
        text.replacing("Responsibilities\n", with: dress("Responsibilities") + "\n")
            .replacing("Requirements\n", with: dress("Requirements") + "\n")
    }
}
