internal import StrataModel

/// How many questions each layer gets.
enum LayerSeats {
    /// Largest remainder: each layer gets the whole part of its share, those with the largest remainders the rest; whoever must
    /// have one gets it from those that are furthest over their share.
    ///
    /// - parameters:
    ///   - count: questions in all.
    ///   - shares: of the layers that take part; they need not add up to 1. A layer without a share gets none.
    ///   - needed: layers that get one at least; where there are more of them than questions, the largest do.
    static func seats(_ count: Int, _ shares: [Layer: Double], needed: [Layer]) -> [Layer: Int] {
        let layers = Layer.allCases.filter { shares[$0, default: 0] > 0 }
        let whole = layers.reduce(0) { $0 + shares[$1, default: 0] }
        guard count > 0, whole > 0 else { return [:] }
        let due = Dictionary(uniqueKeysWithValues: layers.map { ($0, shares[$0, default: 0] / whole * Double(count)) })
        let largest = layers.filter(needed.contains).sorted { before($0, $1, due) }.prefix(count)
        let least = Set(largest)
        var seats = due.mapValues { Int($0) }
        for layer in least { seats[layer] = max(1, seats[layer, default: 0]) }
        func given() -> Int { seats.values.reduce(0, +) }
        func lack(_ layer: Layer) -> Double { due[layer, default: 0] - Double(seats[layer, default: 0]) }
        while given() < count, let next = first(of: layers, by: lack) { seats[next, default: 0] += 1 }
        while given() > count {
            let able = layers.filter { seats[$0, default: 0] > (least.contains($0) ? 1 : 0) }
            guard let next = first(of: able, by: { -lack($0) }) else { break }
            seats[next, default: 0] -= 1
        }
        return seats.filter { $0.value > 0 }
    }

    /// The layer with the largest figure, the first of the stack among equals.
    private static func first(of layers: [Layer], by figure: (Layer) -> Double) -> Layer? {
        layers.max { (figure($0), $1.index) < (figure($1), $0.index) }
    }

    private static func before(_ left: Layer, _ right: Layer, _ due: [Layer: Double]) -> Bool {
        (due[right, default: 0], left.index) < (due[left, default: 0], right.index)
    }
}
