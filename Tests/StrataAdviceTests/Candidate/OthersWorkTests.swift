import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("others' work in a résumé is not the person's")
struct OthersWorkTests {
    private let reader: CandidateReader

    init() throws {
        reader = CandidateReader(
            Classifier(try BuiltIn.catalogue()), rules: try CandidateRules(.builtIn), catalogue: try Seeds.catalogue())
    }

    private func profile(_ bullet: String) -> CandidateProfile {
        reader.profile(
            of: """
                Petra Example
                petra@example.org

                Experience
                Engineer, Acme (2019 - 2021)
                - \(bullet)

                Tools
                MySQL, NumPy, TypeScript
                """, file: "cv.txt")
    }

    @Test(
        "what a colleague, a vendor, a manager or another team did is set aside",
        arguments: [
            ("My colleague Anna built the Airflow pipelines.", "apache-airflow"),
            ("My colleague Anna built the Airflow pipelines that I query.", "apache-airflow"),
            ("My colleague Anna, a data engineer, built the Airflow pipelines", "apache-airflow"),
            ("Anna Schmidt built the Airflow pipelines", "apache-airflow"),
            ("Anna built the Airflow pipelines, I wrote the Kafka consumers", "apache-airflow"),
            ("Our vendor built the Kafka cluster.", "apache-kafka"),
            ("An external consultancy migrated the warehouse to Snowflake", "snowflake"),
            ("Consultants set up Terraform", "terraform"),
            ("The team of Peter Smith developed the Spark jobs", "apache-spark"),
            ("The team of Peter Smith has developed the Spark jobs", "apache-spark"),
            ("The platform team built the Kubernetes cluster", "kubernetes"),
            ("Another team had already containerised everything with Docker", "docker"),
            ("Worked under my manager, who led the migration to Terraform", "terraform"),
            ("Reported to the CTO, who built the first Kafka cluster", "apache-kafka"),
            ("The Kafka cluster was built by our vendor", "apache-kafka"),
            ("The Kafka cluster, built by my colleague Anna, was fast", "apache-kafka"),
            ("Spark jobs developed by Anna Schmidt", "apache-spark"),
            ("The data engineers built pipelines in Airflow while I trained models", "apache-airflow"),
            ("Trained models in PyTorch, and the data engineers deployed them on Kubernetes", "kubernetes"),
            ("My manager is responsible for Terraform", "terraform"),
            ("Supervised by Dr. Who, who built the Kafka cluster", "apache-kafka"),
            ("Worked with Xunke Zzyg, who built the Kafka cluster", "apache-kafka"),
            ("Prof. Zzyg built the Kafka cluster", "apache-kafka"),
            ("Mein Kollege baute die Pipelines in Airflow", "apache-airflow"),
        ])
    func others(_ bullet: String, _ skill: String) {
        let item = profile(bullet).item(skill)
        #expect(item != nil && item?.depth == nil, "\(bullet): \(String(describing: item?.depth))")
        #expect(item?.places.allSatisfy { $0.setAside == .others } == true, "\(bullet)")
    }

    @Test(
        "what was done with others, for others or by a team that one led counts",
        arguments: [
            ("With two colleagues I built Airflow pipelines", "apache-airflow", Depth.built),
            ("Together with my colleague Anna built Airflow pipelines", "apache-airflow", .built),
            ("My colleague Anna and I built the Airflow pipelines", "apache-airflow", .built),
            ("Built Airflow pipelines with my colleague Anna", "apache-airflow", .built),
            ("For our vendor built Kafka consumers", "apache-kafka", .built),
            ("Led a team that built Airflow pipelines", "apache-airflow", .led),
            ("Led a team of four engineers who built Airflow pipelines", "apache-airflow", .led),
            ("Managed three engineers who built Airflow pipelines", "apache-airflow", .led),
            ("Mentored three juniors who built Airflow pipelines", "apache-airflow", .used),
            ("Worked in a team that built Airflow pipelines", "apache-airflow", .built),
            ("Part of the team that built the Airflow pipelines", "apache-airflow", .built),
            ("Our team built Airflow pipelines", "apache-airflow", .built),
            ("We built Airflow pipelines", "apache-airflow", .built),
            ("Data engineer who has built Airflow pipelines", "apache-airflow", .built),
            ("I am a data engineer who built Airflow pipelines", "apache-airflow", .built),
            ("Petra built Airflow pipelines", "apache-airflow", .built),
            ("My manager asked me to build Airflow pipelines", "apache-airflow", .built),
            ("The marketing team needed fresh figures, built Airflow pipelines for them", "apache-airflow", .built),
            ("The marketing team needed fresh figures: built Airflow pipelines for them", "apache-airflow", .built),
            ("Our vendor built the Kafka cluster and I run Airflow on it", "apache-airflow", .used),
            ("Under my manager, who led the migration to Kafka, I built Airflow pipelines", "apache-airflow", .built),
            ("Maintained Airflow pipelines built by my colleague Anna", "apache-airflow", .used),
            ("Use the Airflow cluster that our vendor built", "apache-airflow", .used),
            ("Helped analysts and engineers to build Airflow pipelines", "apache-airflow", .built),
            (
                "Worked with data scientists, product managers and engineers to build Airflow pipelines",
                "apache-airflow", .built
            ),
            ("Airflow pipelines under my manager, who led the project", "apache-airflow", .used),
            ("Pipelines were deployed with Airflow under my manager, who led the project", "apache-airflow", .used),
            ("Built Airflow pipelines used by three teams", "apache-airflow", .built),
            ("Team: 5 engineers, Airflow, Kafka", "apache-airflow", .used),
        ])
    func own(_ bullet: String, _ skill: String, _ depth: Depth) {
        let item = profile(bullet).item(skill)
        #expect(item?.depth == depth, "\(bullet): \(item.map { "\($0.places)" } ?? "-")")
    }

    @Test("what others led is not listed as led")
    func led() {
        #expect(profile("Worked on Kafka under my manager, who led the migration").led.isEmpty)
        #expect(profile("My colleague Anna led the migration to Kafka").led.isEmpty)
        #expect(profile("The migration was led by our vendor").led.isEmpty)
        #expect(profile("With two colleagues I led the migration to Kafka").led.count == 1)
        #expect(profile("Led a team that built the model").led.count == 1)
    }
}
