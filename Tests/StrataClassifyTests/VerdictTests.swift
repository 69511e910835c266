import StrataClassify
import StrataModel
import Testing

/// A verdict is a sum that can be shown, and that moves the way one expects.
@Suite struct VerdictTests {
    static let texts = [
        "", "Nothing to see here.", SectionTests.structured,
        "Responsibilities\n- Deploy models with Kubernetes and MLflow\n- model monitoring\nNice to have\n- PyTorch",
        "Requirements: Python, Kafka, Airflow, Kafka, Kafka, React, accounting. RAG is a plus. No Kubernetes needed.",
    ]

    @Test(arguments: texts, [nil, "Machine Learning Engineer (PyTorch)", "Accountant", ""])
    func biasAndContributionsAddUpToTheScores(text: String, title: String?) {
        let verdict = Sample.classifier.verdict(title: title, text: text)
        let sum = verdict.evidence.reduce(verdict.bias) { $0 + $1.contributions }
        let total = Outcome.allCases.reduce(0) { $0 + verdict.shares[$1] }
        for outcome in Outcome.allCases { #expect(abs(sum[outcome] - verdict.scores[outcome]) < 1e-9) }
        #expect(abs(total - 1) < 1e-9)
    }

    @Test(arguments: texts)
    func thereIsOneItemForASkillAndARequirement(text: String) {
        let items = Sample.classifier.verdict(title: nil, text: text).evidence.map { "\($0.skill) \($0.requirement)" }
        #expect(Set(items).count == items.count)
    }

    @Test(arguments: texts)
    func theSameTextGetsTheSameVerdict(text: String) {
        let again = Classifier(catalogue: Sample.catalogue)
        let title = "Data Engineer"
        #expect(Sample.classifier.verdict(title: title, text: text) == again.verdict(title: title, text: text))
    }

    @Test func evidenceComesStrongestFirst() {
        let weights = Sample.classifier.verdict(title: "Data Engineer", text: Self.texts[4]).evidence.map(\.weight)
        #expect(weights == weights.sorted(by: >))
    }

    @Test func spansAreTheBytesOfTheMentions() {
        let text = "Größe zählt: Kafka, kafka."
        let mention = Sample.classifier.verdict(title: nil, text: text).mentions.first
        let bytes = Array(text.utf8)
        #expect(mention?.spans.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == ["Kafka", "kafka"])
        #expect(mention?.count == 2)
    }

    @Test func askingForKubernetesRaisesMLOps() {
        let base = "Requirements\n- Python and Airflow\n\nAbout us\n- We are fine"
        let asked = base.replacing("Airflow\n", with: "Airflow\n- Kubernetes\n")
        let mentioned = base + "\n- We run Kubernetes"
        let (before, after) = (share(.mlops, base), share(.mlops, asked))
        #expect(after > before)
        #expect(share(.mlops, mentioned) < (before + after) / 2)
    }

    @Test func aLayerOfManySkillsIsNeededAndALoneWishIsNot() {
        let text = "Requirements\n- Kafka, Airflow, Snowflake and data pipelines\nNice to have\n- MLflow"
        let verdict = Sample.classifier.verdict(title: nil, text: text)
        #expect(verdict.primary == .dataEngineering)
        #expect(verdict.needs == [.dataEngineering])
    }

    @Test func workOutsideTheStackHasNoPrimaryLayer() {
        let verdict = Sample.classifier.verdict(title: "Accountant", text: "Requirements\n- accounting\n- React")
        #expect(verdict.primary == nil)
        #expect(verdict.needs.isEmpty)
        #expect(verdict.shares.largest.outcome == .outside)
    }

    @Test func aTextThatNamesNothingHasNoPrimaryLayer() {
        #expect(Sample.classifier.verdict(title: nil, text: "We look for nice people.").primary == nil)
    }

    @Test func learntWeightsOverrideTheDerivedOnes() {
        var catalogue = Sample.catalogue
        catalogue.scoring.weights[.skill("kafka")] = OutcomeValues([(.layer(.promptEngineering), 3)])
        let verdict = Classifier(catalogue: catalogue).verdict(title: nil, text: "Kafka is required")
        #expect(verdict.shares.largest.outcome == .layer(.promptEngineering))
    }

    @Test func namedParametersOverrideTheDefaults() {
        var catalogue = Sample.catalogue
        catalogue.scoring.parameters["bias.mlops"] = 7
        #expect(Classifier(catalogue: catalogue).verdict(title: nil, text: "").bias[.mlops] == 7)
    }

    private func share(_ layer: Layer, _ text: String) -> Double {
        Sample.classifier.verdict(title: nil, text: text).shares[layer]
    }
}
