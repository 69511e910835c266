import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("quotes of a résumé")
struct ResumeQuoteTests {
    private let reader: CandidateReader

    init() throws {
        reader = CandidateReader(
            Classifier(try BuiltIn.catalogue()), rules: try CandidateRules(.builtIn), catalogue: try Seeds.catalogue())
    }

    private func quotes(_ bullet: String, _ skill: String) -> [String] {
        let text = """
            Petra Example
            petra@example.org

            Experience
            Engineer, Acme (2019 - 2021)
            - \(bullet)
            """
        return reader.profile(of: text, file: "cv.txt").item(skill)?.places.map(\.quote) ?? []
    }

    @Test(
        "a short bullet is shown whole, with the signs at its ends",
        arguments: [
            ("(2021) Cut ~90% of the CI/CD runs on Kubernetes (EKS).", "kubernetes"),
            ("Responsible for the platform; built Kafka Connect and Apache Flink pipelines; on-call.", "apache-flink"),
            ("$2m saved by Kubernetes, state-of-the-art (really!)", "kubernetes"),
        ])
    func whole(_ bullet: String, _ skill: String) {
        let shown = bullet.hasSuffix(".") ? String(bullet.dropLast()) : bullet
        #expect(quotes(bullet, skill) == [shown])
    }

    @Test("a long sentence is shortened between words, and keeps the skill and the word that told")
    func shortened() throws {
        let filler = (1...40).map { "state-of-the-art/part-\($0)" }.joined(separator: " ")
        for bullet in [
            "Built \(filler) on Kubernetes", "Kubernetes \(filler) built", "\(filler) built on Kubernetes \(filler)",
            "Led \(filler) of Kubernetes \(filler)", "Built Kubernetes \(filler)", "\(filler) on Kubernetes",
        ] {
            let quote = try #require(quotes(bullet, "kubernetes").first)
            #expect(quote.utf8.count <= 175, "\(quote)")
            #expect(quote.contains("Kubernetes"), "\(quote)")
            for word in ["Built", "built", "Led"] where bullet.contains(word) {
                #expect(quote.contains(word), "\(quote)")
            }
            let words = Set(bullet.split(separator: " ").map(String.init) + ["…"])
            #expect(quote.split(separator: " ").allSatisfy { words.contains(String($0)) }, "\(quote)")
            #expect(quote.contains("…"))
            #expect(quote.hasPrefix("…") != bullet.hasPrefix(String(quote.prefix(8))), "\(quote)")
        }
    }

    @Test("a text of nothing but semicolons, or without a space, is quoted in short and at once")
    func endless() throws {
        let start = ContinuousClock.now
        for text in ["built Kafka; ", "Kafka;"] {
            let quotes = quotes(String(repeating: text, count: 3000), "apache-kafka")
            #expect(!quotes.isEmpty)
            #expect(quotes.allSatisfy { $0.contains("Kafka") && $0.utf8.count < 200 })
        }
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test("what a semicolon joins is as private as its other half")
    func privacy() {
        #expect(quotes("I am 34 years old; wrote Kafka consumers", "apache-kafka").allSatisfy { !$0.contains("34") })
    }
}
