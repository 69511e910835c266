import StrataClassify
import StrataModel
import Testing

/// The sentence says what the evidence says, no more.
@Suite struct JustificationTests {
    private func sentence(_ text: String, title: String? = nil) -> String {
        Sample.classifier.verdict(title: title, text: text).justification
    }

    static let filler = String(repeating: "You work with kind people in a quiet town by the sea. ", count: 5)

    @Test func namesTheStrongestSkillsAndTheRunnerUp() {
        let text = "Requirements\n- Kubernetes, MLflow and model monitoring\n- PyTorch\n" + Self.filler
        let sentence = sentence(text)
        #expect(sentence.contains("MLOps: the text asks for model monitoring, MLflow and Kubernetes"))
        #expect(sentence.contains("Applied ML (PyTorch) is asked for too but weighs less"))
        #expect(sentence.last == ".")
    }

    @Test func saysWhenTheRunnerUpIsOnlyNiceToHave() {
        let text =
            "Requirements\n- Kafka and Airflow\nNice to have\n- PyTorch, model training, feature engineering\n"
            + Self.filler
        #expect(sentence(text).contains("is only nice to have"))
    }

    @Test func saysWhyThereIsNoLayer() {
        #expect(
            sentence("Requirements\n- accounting\n- React\n" + Self.filler).hasPrefix(
                "Outside the stack: the text asks for"))
        #expect(sentence(Self.filler) == "No layer: the text names no skill that the catalogue knows.")
        #expect(
            sentence("About us\nWe run Kafka. " + Self.filler).hasPrefix("No layer: the text names Kafka, but asks"))
    }

    @Test func saysThatAThinTextIsThin() {
        #expect(sentence("Kafka and Airflow required").contains("thin"))
        #expect(!sentence("Kafka and Airflow required. " + Self.filler).contains("thin"))
    }

    @Test(arguments: VerdictTests.texts, [nil, "MLOps Engineer"])
    func namesOnlySkillsThatTheEvidenceHoldsEachOnce(text: String, title: String?) {
        let verdict = Sample.classifier.verdict(title: title, text: text)
        let found = Set(verdict.evidence.map(\.name))
        for skill in Sample.skills where skill.name.utf8.count > 2 {
            let count = verdict.justification.ranges(of: skill.name).count
            #expect(count <= (found.contains(skill.name) ? 1 : 0), "\(skill.name) in: \(verdict.justification)")
        }
    }
}
