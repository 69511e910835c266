import StrataClassify
import StrataModel
import Testing

@Suite("Names in addresses")
struct AddressTests {
    @Test(
        "are not asked for",
        arguments: [
            "Apply at https://kafka.example.com/airflow now", "See www.kafka.example for more",
            "Write to jobs@kafka.example today", "kafka@example.com answers", "http://example.com/teams/pytorch/open",
            "(https://example.com/langchain)",
        ])
    func ignored(text: String) {
        #expect(Sample.classifier.verdict(title: nil, text: text).evidence.isEmpty)
    }

    @Test(
        "but those beside them are",
        arguments: [
            "Kafka (https://example.com) is used", "Airflow/Kafka, jobs@example.com", "Kafka: see www.example.com",
        ])
    func others(text: String) {
        #expect(!Sample.classifier.requirements(of: "kafka", in: text).isEmpty)
    }
}
