import StrataCatalogue
import Testing

@testable import StrataAdvice

@Suite("Sentences are told apart by labelled ones")
struct ExampleReaderTests {
    private let vocabulary: Vocabulary

    init() throws { vocabulary = try Cases.knowledge.get().vocabulary }

    private static let sentences = [
        ("fruit", "apples ripen in autumn"), ("fruit", "pears are sweet"), ("fruit", "plums fall from the tree"),
        ("metal", "iron rusts in rain"), ("metal", "copper conducts"), ("metal", "steel is an alloy of iron"),
    ].map { LabelledSentence(labels: [$0], text: $1) }

    @Test("every labelled sentence has its own label, on its own side")
    func own() {
        let reader = ExampleReader(Self.sentences, vocabulary)
        for sentence in Self.sentences {
            let reading = reader.read(sentence.text)
            #expect(sentence.labels == [reading.label])
            #expect(reading.margin(of: reading.label) > 0)
        }
    }

    @Test("shares add up to 1, and words that tell are the sentence's own")
    func shares() {
        let reading = ExampleReader(Self.sentences, vocabulary).read("The copper roof and the iron gate")
        #expect(abs(reading.shares.reduce(0) { $0 + $1.share } - 1) < 1e-9)
        #expect(reading.label == "metal")
        #expect(Set(reading.words) == ["copper", "iron"])
    }

    @Test("unseen forms of a word are known by their letters")
    func letters() {
        let reading = ExampleReader(Self.sentences, vocabulary).read("ironwork")
        #expect(reading.label == "metal")
    }

    @Test("a sentence may have several labels, or none")
    func several() {
        let both = Self.sentences + [LabelledSentence(labels: [], text: "the sea is wide")]
        let reading = ExampleReader(both, vocabulary).read("apples and pears in an iron and copper bowl")
        #expect(reading.margin(of: "fruit") > reading.margin(of: "none"))
        #expect(ExampleReader(both, vocabulary).read("the wide sea").shares.allSatisfy { $0.margin < 0 })
    }

    @Test("the same sentences say the same, however often they are learnt")
    func steady() {
        let text = "a steel pear"
        let first = ExampleReader(Self.sentences, vocabulary).read(text).shares
        #expect(first == ExampleReader(Self.sentences, vocabulary).read(text).shares)
    }

    @Test("the likest sentence comes first")
    func nearest() {
        let reader = ExampleReader(Self.sentences, vocabulary)
        let near = reader.nearest(to: reader.read("iron rusts"), most: 2) { $0.labels.contains("metal") }
        #expect(near.map(\.sentence.text) == ["iron rusts in rain", "steel is an alloy of iron"])
    }
}
