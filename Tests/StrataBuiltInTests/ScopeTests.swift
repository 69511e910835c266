import StrataClassify
import StrataModel
import Testing

/// What is asked for, against what is only mentioned.
@Suite("What is asked for") struct ScopeTests {
    @Test(arguments: [
        ("You will build Airflow pipelines.", "apache-airflow", Requirement.required),
        ("Kafka is a plus.", "apache-kafka", .preferred),
        ("Ideally you have used Kafka.", "apache-kafka", .preferred),
        ("Nice to have: Kafka", "apache-kafka", .preferred),
        ("Experience with Kafka preferred.", "apache-kafka", .preferred),
        ("Bonus points for Kafka.", "apache-kafka", .preferred),
        ("No experience with Kubernetes needed.", "kubernetes", .context),
        ("No Kubernetes experience required.", "kubernetes", .context),
        ("Kubernetes is not required.", "kubernetes", .context),
        ("You don't need to know Kubernetes.", "kubernetes", .context),
        ("You will work with our MLOps team.", "mlops", .context),
        ("You collaborate closely with the MLOps team.", "mlops", .context),
        ("Our customers include Snowflake and Netflix.", "snowflake", .context),
        ("We are a leading provider of machine learning.", "machine-learning", .context),
        ("Backed by Databricks and others.", "databricks", .context),
        ("About us\nWe run Kafka everywhere.", "apache-kafka", .context),
        ("About us\nWe are kind.\nRequirements\n- Kafka", "apache-kafka", .required),
        ("About us\nWe are kind. We are looking for an engineer who knows Kafka.", "apache-kafka", .required),
        ("About Acme\nWe bake. In this role you will run Kafka.", "apache-kafka", .required),
        ("Benefits\n- A course in Kafka", "apache-kafka", .context),
        ("What we offer\n- Kafka summits", "apache-kafka", .context),
        ("Requirements\n- SQL, and a sense for words\nHow to apply\nWrite about Kafka.", "apache-kafka", .context),
        ("Voraussetzungen\n- Kafka", "apache-kafka", .required),
        ("Das bieten wir\n- Kafka-Schulungen", "apache-kafka", .context),
        ("Kenntnisse in Kafka von Vorteil", "apache-kafka", .preferred),
        ("Kafka est un plus", "apache-kafka", .preferred),
        ("Kafka wenselijk", "apache-kafka", .preferred),
        ("Se valorará Kafka", "apache-kafka", .preferred),
        ("Salary: 60,000 per year Requirements: Kafka and SQL Benefits: lunch", "apache-kafka", .required),
        ("Acme is a leading provider of data tools, built using Kafka.", "apache-kafka", .context),
        ("As an engineer you will help our customers to run Kafka.", "apache-kafka", .required),
        ("Nice to have\n- Hands-on experience with Kafka", "apache-kafka", .preferred),
        ("Work closely with our researchers, productionizing Kafka.", "apache-kafka", .required),
        ("There is no requirement for Kafka.", "apache-kafka", .context),
        ("**What Acme offers you:**\n- A Kafka summit", "apache-kafka", .context),
        ("**Bonus:**\n- Kafka", "apache-kafka", .preferred),
        ("GraphQL, CI and builds, AWS, Kafka and Docker a plus", "apache-kafka", .preferred),
        ("REQUIRED SKILLS\nKafka", "apache-kafka", .required),
        ("**Preferred qualifications**\n* Kafka", "apache-kafka", .preferred),
    ])
    func isToldFromWhatIsMentioned(text: String, skill: String, expected: Requirement) {
        #expect(Reading.requirements(of: skill, in: text) == [expected], "\(text)")
    }

    @Test(arguments: [
        ("You excel at working with people.", "microsoft-excel"),
        ("We go the extra mile and spark joy.", "apache-spark"),
        ("Help us to go to market.", "go-language"), ("A feast for the eyes.", "feast"),
        ("You will be the chef of our haystack of ideas.", "haystack"), ("R&D and sales", "r-language"),
        ("Dr. R. Smith leads the team.", "r-language"),
    ])
    func wordsOfEverydayAreNoTools(text: String, skill: String) {
        #expect(Reading.requirements(of: skill, in: text).isEmpty, "\(text)")
    }

    @Test(arguments: [
        ("Experience with Hadoop, Hive and Spark", "apache-spark"), ("Python, R or SAS", "r-language"),
        ("Java, Go and Rust", "go-language"), ("Excel, Word and PowerPoint", "microsoft-excel"),
        ("feature stores such as Feast or Tecton", "feast"), ("k8s in production", "kubernetes"),
        ("sklearn and pandas", "scikit-learn"), ("CI/CD", "ci-cd"), ("C++ and C#", "cpp"), ("Node.js", "node-js"),
    ])
    func namesAreKnownByWhatStandsBesideThem(text: String, skill: String) {
        #expect(Reading.requirements(of: skill, in: text) == [.required], "\(text)")
    }

    @Test func aSentenceWithoutEndDoesNotMakeAllOfItTheEmployers() {
        let words =
            "we are a leading bank with many branches and happy people "
            + String(repeating: "and more words ", count: 30)
        let text = words + "Responsibilities Build data pipelines in Airflow for the bank " + words
        #expect(Reading.requirements(of: "apache-airflow", in: text) == [.required])
    }
}
