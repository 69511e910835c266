/// A small line over time made of blocks, for where nothing can be drawn.
enum Sparkline {
    private static let blocks = Array("▁▂▃▄▅▆▇█")

    /// A character for each figure, the highest full; from 0, so that a small change looks small.
    static func text(_ values: [Double]) -> String {
        let largest = values.filter(\.isFinite).max() ?? 0
        guard largest > 0 else { return String(repeating: blocks[0], count: values.count) }
        return String(
            values.map { value in
                guard value.isFinite, value > 0 else { return blocks[0] }
                return blocks[min(7, max(0, Int((value / largest * 8).rounded(.up)) - 1))]
            })
    }

    /// As ``text(_:)``, in at most so many characters: of more figures, each stands for the middle of some.
    static func text(_ values: [Double], most: Int) -> String {
        guard values.count > most, most > 0 else { return text(values) }
        return text(
            (0..<most).map { place in
                let some = values[(place * values.count / most)..<((place + 1) * values.count / most)].filter(
                    \.isFinite)
                return some.isEmpty ? .nan : some.reduce(0, +) / Double(some.count)
            })
    }
}
