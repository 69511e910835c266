import StrataTestSupport
import Testing

@testable import StrataClassify

@Suite("Sketches of texts") struct TextSketchTests {
    private func sketch(_ text: String) -> TextSketch? { TextSketch(title: "", company: nil, text: text) }

    private static let text = """
        As a Data-Engineer, you'll build pipelines in Airflow (and Spark!) for our warehouse; you own data quality, and \
        you write C++ where it must be fast. Größe ist egal: we're 40 people in Zürich.
        """

    @Test("case, punctuation and white space do not matter, words do") func folding() throws {
        let folded = """
            as a data engineer you ll build   PIPELINES in airflow and spark for our warehouse -- you own data quality and
            you write c where it must be fast "GRÖSSE" größe ist egal we’re 40 people in ZÜRICH
            """.replacing("\"GRÖSSE\" ", with: "")
        #expect(sketch(Self.text) == sketch(folded))
        #expect(
            sketch(Self.text) != sketch(Self.text.replacing("40", with: "50").replacing("Airflow", with: "Dagster")))
    }

    @Test("the same text has the same bytes on every machine and in every version") func stable() throws {
        let bytes = try #require(sketch(Self.text)).bytes
        #expect(bytes.count == TextSketch.size)
        #expect(bytes.map { String($0, radix: 16) }.joined(separator: " ") == Self.known)
        #expect(bytes.withUnsafeBytes(TextSketch.init) == sketch(Self.text))
        #expect(Array(bytes.dropLast()).withUnsafeBytes(TextSketch.init) == nil)
    }

    private static let known = """
        49 21 d6 2f e0 27 7c 58 95 2d 2a c 14 c0 5c 31 27 2f a0 49 58 38 7f 4d 49 2f 2d 95 21 9 7c 21 dc c5 4d c c0 e0 \
        c7 9 9 5c 2f 49 c0 74 49 e0 9 14 dc 95 95 c7 c 2f e5 5c c 7f c0 4d d6 21
        """

    @Test("words are what a slow reading of the characters finds", arguments: 1...40) func oracle(seed: Int) {
        var generator = RepeatableGenerator(seed: UInt64(seed))
        let pieces = [
            "data", "Data", "DATA", "x", "é", "É", "ß", "9", " ", "-", ", ", "\n", "’", "•", "данные", "Данные",
            "averyverylongword", "Averyverylongword", "averyverylongwore", "数", "据", "🙂", "R", "#", "\u{301}", "_",
        ]
        for length in [3, 70, 400] {
            let text = generator.text(of: pieces, upTo: length)
            let words = NaiveWords.all(of: text)
            let hashes = WordHashes.all(of: text)
            #expect(hashes.count == words.count, "\(text)")
            let known = Dictionary(zip(words, hashes)) { first, _ in first }
            #expect(hashes == words.map { known[$0] ?? 0 }, "equal words have equal numbers: \(text)")
            #expect(Set(hashes).count == Set(words).count, "different words have different ones: \(text)")
        }
    }

    @Test("how alike two texts are is the part of neighbouring words that both have") func exactSimilarity() {
        var maker = PostingMaker(seed: 7)
        for share in [0, 0.02, 0.1, 0.3, 1] {
            let words = maker.words(300)
            let (left, right) = (PostingMaker.text(words), PostingMaker.text(maker.changed(words, share)))
            let exact = ComparedText(title: "", company: nil, text: left)
                .similarity(to: ComparedText(title: "", company: nil, text: right))
            #expect(exact == NaiveWords.similarity(left, right))
        }
    }

    @Test("sketches let one expect the true likeness, within their error", arguments: [40, 300, 1500])
    func estimate(length: Int) throws {
        var maker = PostingMaker(seed: UInt64(length))
        var errors: [Double] = []
        for pair in 0..<200 {
            let words = maker.words(length)
            let (left, right) = (
                PostingMaker.text(words), PostingMaker.text(maker.changed(words, Double(pair % 20) / 40))
            )
            let estimate = try #require(sketch(left)).similarity(to: #require(sketch(right)))
            errors.append(estimate - NaiveWords.similarity(left, right))
        }
        let mean = errors.reduce(0, +) / Double(errors.count)
        let deviation = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
        #expect(abs(mean) < 0.02, "no bias: \(mean)")
        // The root of J (1 - J) / 64 is 0.0625 at most; short texts borrow, which adds some.
        #expect(deviation < 0.07, "\(deviation)")
    }

    @Test("texts that say too little are alike only with title, company and words the same") func thin() throws {
        func both(_ left: (String, String?, String), _ right: (String, String?, String)) -> Bool {
            let sketches = [left, right].map { TextSketch(title: $0.0, company: $0.1, text: $0.2) }
            let texts = [left, right].map { ComparedText(title: $0.0, company: $0.1, text: $0.2) }
            let isAlike = texts[0].isAlike(texts[1])
            #expect(isAlike == (sketches[0] != nil && sketches[0] == sketches[1]))
            return isAlike
        }
        #expect(both(("Data Engineer", "Acme, Inc.", ""), ("data engineer", "ACME Inc", "")))
        #expect(both(("Data Engineer", "Acme", "See our site."), ("Data Engineer", "Acme", "see our site")))
        #expect(!both(("Data Engineer", "Acme", "See our site."), ("Data Engineer", "Acme", "Call us.")))
        #expect(!both(("Data Engineer", "Acme", ""), ("Data Scientist", "Acme", "")))
        #expect(!both(("Data Engineer", "Acme", ""), ("Data Engineer", "Bcme", "")))
        #expect(!both(("Data Engineer", nil, ""), ("Data Engineer", nil, "")), "whose it is nobody knows")
        #expect(!both(("", "Acme", ""), ("", "Acme", "")))
        #expect(!both(("Data Engineer", "Acme", ""), ("Data", "Engineer Acme", "")))
    }
}
