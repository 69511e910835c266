import StrataModel

/// Quartiles and medians as figures, and on one scale where there is room for it.
struct TextRanges {
    private let ranges: Chart.Ranges
    private let width: Int
    private let paint: Paint

    init(_ ranges: Chart.Ranges, width: Int, paint: Paint) {
        self.ranges = ranges
        self.width = width
        self.paint = paint
    }

    /// Narrower, a scale says nothing.
    private static let leastScale = 16
    private static let mostScale = 50

    var lines: [String] {
        guard !ranges.rows.isEmpty else { return [paint.dim("(no figures)")] }
        let rows = ranges.rows
        var columns = [
            TextColumns.aligned([""] + rows.map(\.label), most: min(TextColumns.nameWidth, width / 3)),
            TextColumns.aligned(["n"] + rows.map { Figures.grouped($0.count) }, trailing: true),
            TextColumns.aligned(["lower"] + rows.map { Figures.short($0.low) }, trailing: true),
            TextColumns.aligned(["median"] + rows.map { Figures.short($0.middle) }, trailing: true),
            TextColumns.aligned(["upper"] + rows.map { Figures.short($0.high) }, trailing: true),
        ]
        let used = columns.map { TerminalText.width($0[0]) + 2 }.reduce(0, +)
        let length = min(Self.mostScale, width - used)
        if length >= Self.leastScale { columns.append(scale(length)) }
        let lines = (0...rows.count).map { line in
            columns.indices.map { column in
                let text = columns[column][line]
                return line > 0 && column == 5 ? paint.ink(rows[line - 1].layer, text) : text
            }.joined(separator: "  ")
        }
        let head = lines.prefix(1).map { paint.dim(Self.trimmed($0)) }
        return head + lines.dropFirst() + Wrapping.lines(TerminalText.sanitised(unit), width: width).map(paint.dim)
    }

    private var unit: String { "\(Markup.bounded(ranges.unit, to: 60)); lower and upper quartile around the median" }

    /// The ends of the scale, then each row's quartiles and median on it.
    private func scale(_ length: Int) -> [String] {
        let scale = Scale(around: ranges.rows.flatMap { [$0.low, $0.middle, $0.high] })
        let ends = [Figures.short(scale.low), Figures.short(scale.high)]
        let space = max(1, length - ends[0].count - ends[1].count)
        let rows = ranges.rows.map { row in
            let places = [row.low, row.middle, row.high].map {
                Int((scale.fraction($0) * Double(length - 1)).rounded())
            }
            guard row.low.isFinite, row.middle.isFinite, row.high.isFinite else { return "" }
            return (0...max(places[1], places[2])).map { place in
                if place == places[1] { return "┃" }
                return place >= places[0] && place <= places[2] ? "━" : " "
            }.joined()
        }
        return [ends[0] + String(repeating: " ", count: space) + ends[1]] + rows
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
