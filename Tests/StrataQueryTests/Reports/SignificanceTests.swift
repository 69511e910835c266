import Testing

@testable import StrataQuery

@Suite("What is more than chance")
struct SignificanceTests {
    @Test("a textbook's test of two proportions: 120 of 400 against 80 of 400")
    func textbook() throws {
        // z = 0.1 / sqrt(0.25 * 0.75 * 2 / 400) = 3.266, two-sided 0.00109.
        let probability = try #require(Significance.probability(120, of: 400, 80, of: 400))
        #expect(abs(probability - 0.001_091) < 0.000_002)
    }

    @Test("equal shares are no difference, and the order of the samples says nothing")
    func symmetric() throws {
        #expect(Significance.probability(30, of: 100, 60, of: 200) == 1)
        for (a, n, b, m) in [(12, 90, 40, 200), (300, 1000, 10, 50), (7, 21, 60, 90)] {
            #expect(Significance.probability(a, of: n, b, of: m) == Significance.probability(b, of: m, a, of: n))
        }
    }

    @Test("samples that are too small, or empty, say nothing")
    func small() {
        #expect(Significance.probability(3, of: 8, 1, of: 8) == nil)
        #expect(Significance.probability(0, of: 0, 10, of: 20) == nil)
        #expect(Significance.probability(0, of: 500, 0, of: 500) == nil)
        #expect(Significance.probability(500, of: 500, 500, of: 500) == nil)
        #expect(Significance.probability(4, of: 10, 6, of: 10) != nil)
    }

    @Test("of many tests those count that Benjamini and Hochberg's own example names: four of fifteen")
    func discoveries() throws {
        // Benjamini and Hochberg (1995), section 4.
        let probabilities = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        #expect(Significance.threshold(probabilities.shuffled()) == 0.0095)
        #expect(Significance.threshold([0.2, 0.9]) == nil)
        #expect(Significance.threshold([]) == nil)
    }

    @Test("strength is nothing where shares are equal, grows with the sample, and ranks as Dunning's table does")
    func strength() {
        #expect(Significance.strength(10, of: 100, 20, of: 200) < 1e-9)
        #expect(Significance.strength(20, of: 100, 20, of: 200) < Significance.strength(200, of: 1000, 200, of: 2000))
        // Dunning (1993), table 1: "the swiss", 110 with and 2442 without, against 111 and 29114.
        #expect(abs(Significance.strength(110, of: 110 + 2442, 111, of: 111 + 29114) - 270.72) < 0.01)
    }
}

@Suite("Quartiles of pay")
struct PayFiguresTests {
    @Test("between two figures in proportion, as pandas and R do it")
    func quartiles() throws {
        let pay = try #require(PayFigures(currency: "EUR", of: [70, 10, 40, 20, 30, 100]))
        #expect([pay.lowerQuartile, pay.median, pay.upperQuartile] == [22.5, 35, 62.5])
        #expect(pay.count == 6)
    }

    @Test("below five figures nothing is said")
    func few() {
        #expect(PayFigures(currency: "EUR", of: [1, 2, 3, 4]) == nil)
        #expect(PayFigures(currency: "EUR", of: [1, 2, 3, 4, 5])?.median == 3)
    }
}

@Suite("The scale of demand")
struct DemandScaleTests {
    @Test("ten times the percentile rank: half of those with as many lie below")
    func ranks() {
        let scale = DemandScale([0, 5, 1, 3, 3, 0] as [UInt32])
        #expect(scale.count == 4)
        #expect(scale.score(1) == 1.25)
        #expect(scale.score(3) == 5)
        #expect(scale.score(5) == 8.75)
        #expect(scale.score(0) == nil)
    }

    @Test("the mean over all that are asked for is 5, whatever they are asked for")
    func mean() throws {
        let counts: [UInt32] = [9, 1, 1, 4, 4, 4, 2, 30]
        let scale = DemandScale(counts)
        let scores = counts.compactMap(scale.score)
        #expect(abs(scores.reduce(0, +) / Double(scores.count) - 5) < 1e-12)
    }
}
