import StrataModel

/// A small line over time in a table's cell, from 0, with a dot at its end.
struct SparkDrawing {
    private let values: [Double]

    init(_ values: [Double]) { self.values = values }

    private static let width = 96.0
    private static let height = 20.0

    var markup: Markup {
        var markup = Markup()
        guard values.contains(where: \.isFinite) else {
            markup.escaped(Figures.missing)
            return markup
        }
        markup.raw("<svg class=\"spark\" role=\"img\" viewBox=\"-3 -3 102 26\" aria-label=\"")
        markup.escaped(words)
        markup.raw("\">")
        for run in runs where run.count > 1 {
            markup.raw("<polyline points=\"")
            for index in run {
                if index > run.lowerBound { markup.raw(" ") }
                markup.number(x(index))
                markup.raw(",")
                markup.number(y(values[index]))
            }
            markup.raw("\"/>")
        }
        if let last = values.lastIndex(where: \.isFinite) {
            markup.raw("<circle r=\"2.5\" cx=\"")
            markup.number(x(last))
            markup.raw("\" cy=\"")
            markup.number(y(values[last]))
            markup.raw("\"/>")
        }
        markup.raw("</svg>")
        return markup
    }

    /// What a screen reader says in its place.
    private var words: String {
        let finite = values.filter(\.isFinite)
        guard let first = finite.first, let last = finite.last, let highest = finite.max() else { return "" }
        let isShare = highest <= 1 && finite.contains { $0 != $0.rounded() }
        let figures = [first, last, highest].map { isShare ? Figures.percent($0) : Figures.short($0) }
        return "Trend over \(values.count) periods: from \(figures[0]) to \(figures[1]), at most \(figures[2])"
    }

    /// Stretches without a gap.
    private var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in values.indices where values[index].isFinite {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<(index + 1)
            } else {
                runs.append(index..<(index + 1))
            }
        }
        return runs
    }

    private func x(_ index: Int) -> Double {
        values.count > 1 ? Double(index) / Double(values.count - 1) * Self.width : Self.width
    }

    private func y(_ value: Double) -> Double {
        let largest = values.filter(\.isFinite).max() ?? 0
        return largest > 0 ? (1 - min(max(value / largest, 0), 1)) * Self.height : Self.height
    }
}
