import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

@Suite("A compiled catalogue")
struct CompiledCatalogueTests {
    private static let text = """
        Requirements
        - Kafka, Airflow and k8s
        - data pipelines, model training, RAG
        Nice to have: Spark on a cluster, statistical work in R
        """

    @Test("gives the verdicts of the catalogue that it was made of, after a stay in a file too")
    func sameVerdicts() throws {
        let compiled = CompiledCatalogue(Sample.catalogue)
        let reopened = try #require(compiled.bytes.withUnsafeBytes(CompiledCatalogue.init(checking:)))
        let verdict = Classifier(compiled).verdict(title: "Senior Data Engineer", text: Self.text)
        #expect(verdict == Sample.classifier.verdict(title: "Senior Data Engineer", text: Self.text))
        #expect(verdict == Classifier(reopened).verdict(title: "Senior Data Engineer", text: Self.text))
        #expect(verdict.role == "data-engineer")
    }

    @Test("is the same bytes each time")
    func isDeterministic() {
        #expect(CompiledCatalogue(Sample.catalogue).bytes == CompiledCatalogue(Sample.catalogue).bytes)
    }

    @Test("that is damaged, cut short or something else is not opened", arguments: 0..<40 as Range<UInt64>)
    func refusesDamage(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        let good = CompiledCatalogue(Sample.catalogue).bytes
        var bytes = good
        switch seed % 3 {
        case 0: bytes[Int.random(in: 0..<good.count, using: &random)] ^= UInt8(1 << random.upTo(7))
        case 1: bytes.removeLast(1 + random.upTo(good.count - 1))
        default: bytes = (0..<random.upTo(400)).map { _ in UInt8.random(in: 0...255, using: &random) }
        }
        // The header's spare numbers are covered by the checksum as well.
        #expect(bytes.withUnsafeBytes(CompiledCatalogue.init(checking:)) == nil)
    }
}

extension CompiledCatalogueTests {
    @Test(
        "with a right checksum over wrong numbers is refused, or read without harm", arguments: 0..<200 as Range<UInt64>
    )
    func refusesForgeries(seed: UInt64) {
        var random = RepeatableGenerator(seed: seed)
        var bytes = CompiledCatalogue(Sample.catalogue).bytes
        for _ in 0...random.upTo(3) {
            let place = Int.random(in: 32..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        bytes.withUnsafeMutableBytes { image in
            let sum = CompiledCatalogue.checksum(UnsafeRawBufferPointer(image))
            image.storeBytes(of: sum, toByteOffset: 24, as: UInt64.self)
        }
        guard let opened = bytes.withUnsafeBytes(CompiledCatalogue.init(checking:)) else { return }
        _ = Classifier(opened).verdict(title: "Data Engineer", text: Self.text)
    }

    /// A walk ends where it comes to the zeros behind a text; one that they fit would go on through the memory there.
    @Test("with a right checksum over a label that holds a NUL is refused")
    func refusesLabelsWithNUL() throws {
        let bytes = CompiledCatalogue(Sample.catalogue).bytes
        var refused = 0
        // "Accountant" is looked up by "accounta"; its label is "nt".
        for place in bytes.indices.dropLast(1)
        where bytes[place] == UInt8(ascii: "n") && bytes[place + 1] == UInt8(ascii: "t") {
            var forged = bytes
            forged[place] = 0
            forged.withUnsafeMutableBytes { image in
                let sum = CompiledCatalogue.checksum(UnsafeRawBufferPointer(image))
                image.storeBytes(of: sum, toByteOffset: 24, as: UInt64.self)
            }
            if forged.withUnsafeBytes(CompiledCatalogue.init(checking:)) == nil { refused += 1 }
        }
        #expect(refused > 0)
    }
}

@Suite("Plurals")
struct PluralTests {
    /// A catalogue that lists the plural, to compare with.
    private func skills(_ terms: [Term]) -> Classifier {
        let skill = Skill(
            slug: "x", name: terms[0].text, kind: .concept, memberships: [Membership(layer: .mlops, weight: 1)],
            terms: terms)
        return Classifier(
            catalogue: Catalogue(
                version: 1, layers: [], skills: [skill], roles: [], headings: [], cues: [],
                scoring: Scoring(version: 1)))
    }

    @Test(
        "of short words, long words, phrases and acronyms are found whole",
        arguments: [
            ("LLM", true, "LLMs"), ("data pipeline", false, "data pipelines"), ("batch", false, "batches"),
            ("model registry", false, "model registries"), ("infrastructure", false, "infrastructures"),
            ("process", false, "processes"), ("cluster", false, "clusters"), ("container", false, "CONTAINERS"),
        ])
    func found(term: String, isExact: Bool, plural: String) {
        let classifier = skills([Term(term, isCaseSensitive: isExact)])
        let text = "We run \(plural), and more."
        let spans = classifier.verdict(title: nil, text: text).evidence.flatMap(\.spans)
        #expect(spans == [Span(start: 7, end: 7 + plural.utf8.count)])
    }

    @Test("nothing else that begins like the term is found")
    func notFound() {
        let classifier = skills([Term("LLM", isCaseSensitive: true), Term("batch")])
        for text in ["LLMOps", "LLMS", "llms", "batched", "batchs", "batchest"] {
            #expect(classifier.verdict(title: nil, text: "We run \(text) here").evidence.isEmpty, "\(text)")
        }
    }

    @Test("a term that is never counted alone is not found")
    func neverAlone() {
        let classifier = skills([Term("machine learning"), Term("ML", isNeverAlone: true)])
        #expect(classifier.verdict(title: nil, text: "ML and AI").evidence.isEmpty)
        #expect(!classifier.verdict(title: nil, text: "machine learning").evidence.isEmpty)
    }
}
