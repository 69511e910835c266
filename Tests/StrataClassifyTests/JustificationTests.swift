import StrataClassify
import StrataModel
import Testing

/// The sentence says what the evidence says, no more.
@Suite struct JustificationTests {
    private func sentence(_ text: String, title: String? = nil) -> String {
        Sample.classifier.verdict(title: title, text: text).justification
    }

    static let filler = String(repeating: "You work with kind people in a quiet town by the sea. ", count: 5)

    @Test func quotesTheStrongestSkillsAndTheRunnerUp() {
        let text =
            "Requirements\n- k8s, MLflow and model monitoring\n- PyTorch\n" + Self.filler
        let sentence = sentence(text)
        #expect(sentence.hasPrefix("MLOps: the hire would mostly deploy and monitor models; the text asks for "))
        for word in ["“model monitoring”", "“MLflow”", "“k8s”"] { #expect(sentence.contains(word)) }
        #expect(sentence.contains("Applied ML (“PyTorch”) comes second, with 1 mention against 3"))
        #expect(sentence.last == ".")
    }

    @Test func saysWhenTheRunnerUpIsOnlyNiceToHave() {
        let text =
            "Requirements\n- Kafka, Airflow and data pipelines\nNice to have\n- PyTorch and model training\n"
            + Self.filler
        #expect(sentence(text).contains("comes second, as it is only nice to have"))
    }

    @Test func saysHowTheTitleReads() {
        let text = "Requirements\n- Kafka and Airflow\n" + Self.filler
        #expect(sentence(text, title: "Big Data Engineer").contains("and its title reads as Data Engineer"))
        #expect(!sentence(text, title: "Accountant").contains("title"))
        #expect(
            sentence(Self.filler, title: "Data Engineer").contains("going by its title, which reads as Data Engineer"))
    }

    @Test func saysWhyThereIsNoLayer() {
        #expect(
            sentence("Requirements\n- accounting\n- React\n" + Self.filler).hasPrefix(
                "No layer: the hire would mostly do other work; the text asks for “accounting” and “React”"))
        #expect(sentence(Self.filler) == "No layer: the text names no skill that the catalogue knows.")
        #expect(
            sentence("About us\nWe run Kafka. " + Self.filler)
                == "No layer: the text names “Kafka”, but asks for nothing of the stack.")
    }

    @Test func saysThatAThinTextIsThin() {
        #expect(sentence("Kafka and Airflow required").contains("thin"))
        #expect(!sentence("Kafka and Airflow required. " + Self.filler).contains("thin"))
    }

    @Test(arguments: VerdictTests.texts, [nil, "MLOps Engineer"])
    func quotesOnlyWhatStandsInTheTextEachOnce(text: String, title: String?) {
        let parts = Sample.classifier.verdict(title: title, text: text).justification.split(separator: "“").dropFirst()
        let quotes = parts.map { $0.prefix { $0 != "”" } }
        #expect(Set(quotes).count == quotes.count)
        for quote in quotes { #expect(text.contains(quote), "“\(quote)”") }
    }
}
