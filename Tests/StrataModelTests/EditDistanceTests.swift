import StrataTestSupport
import Testing

@testable import StrataModel

@Suite("Distance between words")
struct EditDistanceTests {
    /// As it is defined, without a table.
    private func naive(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
        guard let lastA = a.last, let lastB = b.last else { return max(a.count, b.count) }
        let (restA, restB) = (a.dropLast(), b.dropLast())
        var least = min(naive(restA, b) + 1, naive(a, restB) + 1, naive(restA, restB) + (lastA == lastB ? 0 : 1))
        if restA.last == lastB, restB.last == lastA, restA.count > 0, restB.count > 0 {
            least = min(least, naive(restA.dropLast(), restB.dropLast()) + 1)
        }
        return least
    }

    @Test("equals its definition on random words")
    func agreesWithDefinition() {
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<300 {
            let words = (0..<2).map { _ in
                (0..<generator.upTo(6)).map { _ in generator.pick(Array("abc".unicodeScalars)) }
            }
            let expected = naive(words[0][...], words[1][...])
            for limit in 0...6 {
                let found = EditDistance.between(words[0], words[1], atMost: limit)
                #expect(found == (expected <= limit ? expected : nil))
            }
        }
    }
}
