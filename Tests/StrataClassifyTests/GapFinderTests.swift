import StrataClassify
import StrataModel
import Testing

@Suite("Names that the catalogue does not know")
struct GapFinderTests {
    private func gaps(_ texts: [(company: String?, text: String)], ignoring: Set<String> = [], least: Int = 1) -> [Gap]
    {
        var finder = GapFinder(CompiledCatalogue(Sample.catalogue), ignoring: ignoring)
        for (index, item) in texts.enumerated() {
            finder.read(jd: Int64(index + 1), company: item.company, text: item.text)
        }
        return finder.gaps(leastJDs: least)
    }

    @Test("a tool beside known tools is found, with its layer and its examples")
    func findsATool() throws {
        let found = gaps([
            ("Acme", "We use Kafka, Flinkster and Airflow in Berlin every day."),
            ("Brill", "Experience with Airflow/Flinkster is required."),
        ])
        let gap = try #require(found.first)
        #expect(gap.term == "Flinkster")
        #expect((gap.jds, gap.companies, gap.besideTools) == (2, 2, 2))
        #expect(gap.layer == .dataEngineering)
        #expect(gap.examples.map(\.jd) == [1, 2])
        #expect(gap.examples[0].before.hasSuffix("Kafka,"))
        #expect(gap.examples[0].after.hasPrefix("and Airflow"))
    }

    @Test("what is known, dismissed, a sentence's first word or a word of everyday is not offered")
    func leavesOutTheRest() {
        let texts: [(String?, String)] = [
            ("A", "Python and Kafka. Familiarity with Airflow, Widgetry. Widgets for Kafka and widgets for Airflow."),
            ("B", "Familiarity with Kafka, Widgetry, and familiarity with more."),
        ]
        #expect(gaps(texts).map(\.term) == ["Widgetry"])
        #expect(gaps(texts, ignoring: ["widgetry"]).isEmpty)
    }

    @Test("a name of one employer's own ranks below one that several use")
    func ranksByEmployers() {
        let own = (0..<5).map { _ in (company: "Acme" as String?, text: "Kafka, Acmetool, Airflow") }
        let common = ["B", "C", "D"].map { (company: $0 as String?, text: "Kafka, Fieldtool, Airflow") }
        #expect(gaps(own + common).map(\.term) == ["Fieldtool", "Acmetool"])
    }

    @Test("names of several words and with marks are taken whole")
    func takesNamesWhole() {
        let found = gaps([("A", "Kafka, Blue Widget Hub, node.ts and T-SQLish, k9s, Airflow")]).map(\.term)
        #expect(Set(found) == ["Blue Widget Hub", "T-SQLish", "k9s"])
    }

    @Test("what fewer JDs use than asked for is left out")
    func leastJDs() {
        #expect(gaps([("A", "Kafka, Flinkster")], least: 2).isEmpty)
    }

    @Test("German nouns are no names for their capitals")
    func german() {
        let text = "Erfahrung mit Kafka und Werkzeug und die Umgang, Airflow und die Daten und Python"
        #expect(gaps([("A", text)]).isEmpty)
    }
}
