import StrataModel
import StrataTestSupport
import Testing

@testable import StrataAdvice

@Suite("Questions are shared out among layers in proportion")
struct LayerSeatsTests {
    /// Shares, layers that need a question, and a number of questions.
    private static func draw(_ generator: inout RepeatableGenerator) -> ([Layer: Double], [Layer], Int) {
        var shares: [Layer: Double] = [:]
        for layer in Layer.allCases where generator.upTo(4) > 0 {
            let share = Double(generator.upTo(1000)) / 1000
            shares[layer] = generator.upTo(2) == 0 ? share * share * share : share
        }
        let needed = Layer.allCases.filter { _ in generator.upTo(2) == 0 }
        return (shares, needed, generator.upTo(20))
    }

    @Test("all questions are given, none to a layer without a share, within one of what is due unless a need takes it")
    func proportion() {
        var generator = RepeatableGenerator(seed: 7)
        for _ in 0..<5000 {
            let (shares, needed, count) = Self.draw(&generator)
            let seats = LayerSeats.seats(count, shares, needed: needed)
            let whole = shares.values.filter { $0 > 0 }.reduce(0, +)
            guard whole > 0, count > 0 else {
                #expect(seats.isEmpty)
                continue
            }
            #expect(seats.values.reduce(0, +) == count)
            let due = Layer.allCases.map { shares[$0, default: 0] / whole * Double(count) }
            // What the needs take beyond what they are due.
            let taken = needed.map { max(0, 1 - due[$0.index]) }.reduce(0, +)
            for layer in Layer.allCases {
                let own = Double(seats[layer, default: 0])
                if due[layer.index] <= 0 { #expect(own == 0) }
                #expect(own - due[layer.index] < 1 + 1e-9)
                #expect(due[layer.index] - own < 1 + taken + 1e-9)
            }
            let able = needed.filter { shares[$0, default: 0] > 0 }
            let served = able.filter { seats[$0, default: 0] > 0 }
            #expect(served.count >= min(able.count, count))
            // Where not all can be served, the largest are.
            for layer in able where !served.contains(layer) {
                #expect(served.allSatisfy { shares[$0, default: 0] >= shares[layer, default: 0] })
            }
        }
    }

    @Test("without needs it is the largest remainder, as counted naively")
    func largestRemainder() {
        var generator = RepeatableGenerator(seed: 8)
        for _ in 0..<2000 {
            let (shares, _, count) = Self.draw(&generator)
            let whole = shares.values.filter { $0 > 0 }.reduce(0, +)
            guard whole > 0, count > 0 else { continue }
            let due = Layer.allCases.filter { shares[$0, default: 0] > 0 }.map {
                ($0, shares[$0, default: 0] / whole * Double(count))
            }
            var naive = Dictionary(uniqueKeysWithValues: due.map { ($0.0, Int($0.1)) })
            let rest = count - naive.values.reduce(0, +)
            let byRemainder = due.sorted {
                ($1.1 - Double(Int($1.1)), $0.0.index) < ($0.1 - Double(Int($0.1)), $1.0.index)
            }
            for (layer, _) in byRemainder.prefix(rest) { naive[layer, default: 0] += 1 }
            #expect(LayerSeats.seats(count, shares, needed: []) == naive.filter { $0.value > 0 })
        }
    }
}
