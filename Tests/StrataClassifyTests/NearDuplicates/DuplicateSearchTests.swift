import StrataTestSupport
import Testing

@testable import StrataClassify

@Suite("Finding near-duplicates") struct DuplicateSearchTests {
    private struct Found {
        /// By text, the first one that it belongs with.
        var first: [Int]
        /// How many pairs of texts were compared.
        var comparisons: Int
    }

    private func search(_ texts: [String]) throws -> Found {
        let sketches = try texts.map { try #require(TextSketch(title: "", company: nil, text: $0)) }
        let compared = texts.map { ComparedText(title: "", company: nil, text: $0) }
        var found = Found(first: Array(texts.indices), comparisons: 0)
        var search = DuplicateSearch(sketches)
        search.compareAll { left, right in
            found.comparisons += 1
            return compared[left].isAlike(compared[right])
        }
        for group in search.groups() {
            #expect(group.members.count > 1 && group.known.isEmpty)
            for member in group.members { found.first[member] = group.members.min() ?? member }
        }
        return found
    }

    @Test("groups are those of comparing every pair", arguments: 1...6) func oracle(seed: Int) throws {
        var maker = PostingMaker(seed: UInt64(seed))
        let texts = maker.families(60, upTo: 6, words: 120)
        let found = try search(texts)
        #expect(found.first == NaiveWords.groups(of: texts))
        #expect(Set(found.first).count < texts.count, "there is something to find")
        #expect(found.comparisons < texts.count * 4, "\(found.comparisons) of \(texts.count * texts.count / 2) pairs")
    }

    @Test("a hundred texts that are the same are found without comparing any") func sameTexts() throws {
        var maker = PostingMaker(seed: 3)
        let texts = Array(repeating: PostingMaker.text(maker.words(80)), count: 100)
        let found = try search(texts)
        #expect(found.first.allSatisfy { $0 == 0 })
        #expect(found.comparisons == 0)
    }

    @Test("thousands with two fifths of their text in common are told apart by their sketches") func boilerplate()
        throws
    {
        var maker = PostingMaker(seed: 5)
        let shared = maker.words(40)
        let texts = (0..<2000).map { _ in PostingMaker.text(shared + maker.words(60)) }
        let found = try search(texts)
        #expect(Set(found.first).count == texts.count)
        // Of 2 million pairs.
        #expect(found.comparisons < texts.count, "\(found.comparisons)")
    }

    @Test("of more than a thousand that are half alike and no more, not every pair is compared") func bound() throws {
        var generator = RepeatableGenerator(seed: 6)
        func comparisons(_ count: Int) throws -> Int {
            // As bad as can be: sketches that agree, texts that do not.
            let sketches = try (0..<count).map { _ in
                let bytes = (0..<TextSketch.size).map { $0 < 40 ? 7 : UInt8(generator.upTo(255)) }
                return try #require(bytes.withUnsafeBytes(TextSketch.init))
            }
            var comparisons = 0
            var search = DuplicateSearch(sketches)
            search.compareAll { _, _ in
                comparisons += 1
                return false
            }
            #expect(search.groups().isEmpty)
            return comparisons
        }
        #expect(try comparisons(300) == 300 * 299 / 2, "of hundreds, every pair is")
        #expect(try comparisons(1200) <= 1200 * DuplicateSearch.mostMisses / 2)
    }
}
