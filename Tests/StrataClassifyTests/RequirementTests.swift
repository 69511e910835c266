import StrataClassify
import StrataModel
import Testing

/// The words around a mention say whether it is asked for.
@Suite struct RequirementTests {
    private func requirements(of skill: String, in text: String, company: String? = nil) -> [Requirement] {
        Sample.classifier.requirements(of: skill, in: text, company: company)
    }

    @Test(arguments: [
        ("Kafka is a plus.", Requirement.preferred), ("Experience with Airflow, Kafka a plus", .preferred),
        ("Ideally you know Kafka", .preferred), ("Nice to have is Kafka in any form", .preferred),
        ("Kafka (preferred), PyTorch", .preferred), ("You must have Kafka", .required),
        ("Kafka is required.", .required),
    ])
    func cuesGradeTheMentionsOfTheirSentence(text: String, expected: Requirement) {
        #expect(requirements(of: "kafka", in: text) == [expected])
    }

    @Test(arguments: [
        ("airflow", "You know Airflow well, ideally on k8s", Requirement.required),
        ("airflow", "Airflow is needed every day. Kafka is a plus.", .required),
        ("airflow", "Strong Airflow skills, experience of running Kafka a plus", .required),
        ("airflow", "Must have Airflow, Kafka preferred", .required),
        ("kafka", "Must have Airflow, Kafka preferred", .preferred),
        ("pytorch", "Kafka (preferred), PyTorch", .required),
        ("airflow", "Airflow, PyTorch, Kafka (preferred)", .required),
    ])
    func cuesReachNoFurtherThanTheyShould(skill: String, text: String, expected: Requirement) {
        #expect(requirements(of: skill, in: text) == [expected])
    }

    @Test(arguments: [
        "No Kubernetes experience needed.", "Kubernetes is not required.", "Kubernetes experience is not needed",
        "You need no experience with Kubernetes or Kafka.", "Kafka or Kubernetes not required",
    ])
    func whatIsNotAskedForCountsAsContextAndAddsNothing(text: String) throws {
        let verdict = Sample.classifier.verdict(title: nil, text: text)
        let item = try #require(verdict.evidence.first { $0.skill == "kubernetes" })
        #expect(item.requirement == .context)
        #expect(item.contributions == OutcomeValues())
        #expect(!verdict.needs.contains(.mlops))
    }

    @Test(arguments: ["No nonsense. Kubernetes is what we need.", "There is no overtime, and you will run Kubernetes."])
    func aNoElsewhereNegatesNothing(text: String) {
        #expect(requirements(of: "kubernetes", in: text) == [.required])
    }

    @Test func theWorkOfOthersIsContext() {
        let text = "Collaborate with our model monitoring people to build data pipelines"
        #expect(requirements(of: "model-monitoring", in: text) == [.context])
        #expect(requirements(of: "data-pipelines", in: text) == [.required])
        #expect(requirements(of: "airflow", in: "You will run Airflow and work with our Kafka team") == [.required])
        #expect(requirements(of: "kafka", in: "You will run Airflow and work with our Kafka team") == [.context])
    }

    @Test(arguments: ["Snowflake", "Snowflake Inc.", "SNOWFLAKE Computing"])
    func theEmployersNameIsNoSkill(company: String) {
        #expect(requirements(of: "snowflake", in: "Build Snowflake with us", company: company) == [.context])
    }

    @Test func theSameToolAtAnotherEmployerIsAsked() {
        #expect(requirements(of: "snowflake", in: "Build Snowflake with us", company: "Acme") == [.required])
        #expect(requirements(of: "snowflake", in: "Build Snowflake with us") == [.required])
    }

    @Test func peopleNamedByTheirRoleAreNoSkill() {
        let verdict = Sample.classifier.verdict(
            title: nil, text: "A team of data engineers and machine learning engineers")
        #expect(verdict.mentions.isEmpty)
    }
}
