import StrataClassify
import StrataModel
import Testing

/// What must move a verdict, and which way.
@Suite("What moves a verdict") struct DirectionTests {
    static let base = """
        Responsibilities
        - Write Python services and REST APIs
        - Analyse data for our product teams
        Requirements
        - Python and SQL
        """

    @Test(arguments: [
        ("Kubernetes", Layer.mlops), ("MLflow", .mlops), ("model monitoring", .mlops), ("Kubeflow", .mlops),
        ("model deployment", .mlops), ("Airflow", .dataEngineering), ("data pipelines", .dataEngineering),
        ("dbt", .dataEngineering), ("Snowflake", .dataEngineering), ("Kafka", .dataEngineering),
        ("PyTorch", .appliedML), ("feature engineering", .appliedML), ("statistical modelling", .appliedML),
        ("deep learning", .appliedML), ("scikit-learn", .appliedML), ("LangChain", .promptEngineering),
        ("prompt engineering", .promptEngineering), ("LLM agents", .promptEngineering), ("RAG", .promptEngineering),
        ("vector databases", .promptEngineering),
    ])
    func askingForASkillRaisesItsLayerAndMentioningItDoesNot(skill: String, layer: Layer) throws {
        let before = try #require(Reading.verdict(Self.base))
        let asked = try #require(Reading.verdict(Self.base + "\n- \(skill)"))
        let wished = try #require(Reading.verdict(Self.base + "\nNice to have\n- \(skill)"))
        let mentioned = try #require(Reading.verdict(Self.base + "\nAbout us\n- \(skill)"))
        #expect(asked.shares[layer] > before.shares[layer])
        #expect(wished.shares[layer] > before.shares[layer])
        #expect(wished.shares[layer] < asked.shares[layer])
        #expect(mentioned.shares == before.shares)
    }

    @Test(arguments: [
        ("Data Engineer", Layer.dataEngineering), ("Data Scientist", .appliedML), ("MLOps Engineer", .mlops),
        ("Prompt Engineer", .promptEngineering),
    ])
    func theTitleRaisesItsLayerAndIsShownAsEvidenceOfItsOwn(title: String, layer: Layer) throws {
        let hidden = try #require(Reading.verdict(Self.base))
        let shown = try #require(Reading.verdict(Self.base, title: title))
        #expect(shown.shares[layer] > hidden.shares[layer])
        #expect(shown.evidence.filter { $0.kind == .title }.map(\.strongest) == [.layer(layer)])
        #expect(hidden.evidence.allSatisfy { $0.kind != .title })
    }

    @Test(arguments: ["React", "general ledger", "Tableau", "negotiation", "nursing"])
    func workOfOtherKindsRaisesOutside(skill: String) throws {
        let before = try #require(Reading.verdict(Postings.data[0].text))
        let after = try #require(Reading.verdict(Postings.data[0].text + "\n- \(skill)"))
        #expect(after.shares[.outside] > before.shares[.outside])
    }

    @Test func sayingItAgainSaysALittleMore() throws {
        func weight(_ times: Int) throws -> Double {
            let text = "Requirements\n" + String(repeating: "- Kafka\n", count: times)
            return try #require(Reading.verdict(text)?.evidence.first { $0.skill == "apache-kafka" }?.weight)
        }
        let weights = try [1, 2, 4, 8, 64].map(weight)
        #expect(weights == weights.sorted())
        #expect(weights[4] < weights[0] * 4)
    }
}
