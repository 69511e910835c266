/// A scale with a few round ticks.
struct Scale: Equatable {
    /// The lowest first; the first and the last are the ends of the scale.
    let ticks: [Double]

    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    /// From 0 to at least the largest of the values.
    init(from0 values: some Sequence<Double>, whole: Bool = false) {
        let largest = values.filter(\.isFinite).max() ?? 0
        self.init(from: 0, to: largest > 0 ? largest : 1, steps: 5, whole: whole)
    }

    /// Around the values: from 0 where they reach down to a third of the largest, else from a round figure below them.
    init(around values: some Sequence<Double>) {
        let finite = values.filter(\.isFinite)
        let largest = finite.max() ?? 1
        let least = finite.min() ?? 0
        guard largest > 0, least > 0 else {
            self.init(from: min(least, 0), to: max(largest, least < 0 ? 0 : 1), steps: 5, whole: false)
            return
        }
        self.init(from: least * 3 > largest ? least : 0, to: largest, steps: 5, whole: false)
    }

    private init(from low: Double, to high: Double, steps: Int, whole: Bool) {
        var step = Self.round((high - low) / Double(steps))
        if !(step > 0) { step = Self.round(max(high.magnitude, 1) / Double(steps)) }
        if whole { step = max(1, step) }
        let first = (low / step).rounded(.down)
        let last = max((high / step).rounded(.up), first + 1)
        guard first.magnitude < 1e12, last - first <= 20 else {
            ticks = [low, high]
            return
        }
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// The part of the scale's length at which the value stands; 0 for what is no number.
    func fraction(_ value: Double) -> Double {
        guard value.isFinite, high > low else { return 0 }
        return min(max((value - low) / (high - low), 0), 1)
    }

    /// The least of 1, 2, 5, 10, 20, 50, ... that is no less than the value; also 0.1 and so on.
    private static func round(_ value: Double) -> Double {
        guard value > 0, value.isFinite, value < 1e300, value > 1e-300 else { return 0 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value * (1 - 1e-9) } ?? power * 10
    }
}
