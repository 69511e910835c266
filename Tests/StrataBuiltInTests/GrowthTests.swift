import StrataModel
import Testing

/// Reading a text takes time as it is long, whatever it repeats: what once grew with its square, at a size that would show it.
@Suite("Texts of nothing but one word")
struct GrowthTests {
    @Test(
        "are read soon",
        arguments: ["Go ", "Go/", "Spark ", "Airflow ", "Airflow/", "required/Airflow/", "Kafka Go ", "no Go needed/"])
    func repeated(_ unit: String) throws {
        let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
        let clock = ContinuousClock()
        let start = clock.now
        let verdict = try #require(Reading.verdict(text))
        // A second is the aim for five times as much: tests share the machine and are built for debugging.
        #expect(clock.now - start < .seconds(30))
        #expect(verdict.evidence.allSatisfy { $0.spans.allSatisfy { $0.end <= text.utf8.count } })
    }

    @Test("a word corroborates another anywhere in its sentence, and never itself")
    func corroboration() {
        #expect(!Reading.requirements(of: "apache-spark", in: "A cluster of tools: Spark").isEmpty)
        #expect(!Reading.requirements(of: "apache-spark", in: "Spark jobs on a large cluster").isEmpty)
        #expect(Reading.requirements(of: "apache-spark", in: "Spark and spark again, a spark").isEmpty)
    }
}
