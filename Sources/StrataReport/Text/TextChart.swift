import StrataModel

/// A chart where nothing can be drawn but characters: lines as small ones, bars as bars, the rest as its table.
struct TextChart {
    private let chart: Chart
    private let width: Int
    private let paint: Paint

    init(_ chart: Chart, width: Int, paint: Paint) {
        self.chart = chart
        self.width = width
        self.paint = paint
    }

    var lines: [String] {
        switch chart.figure {
        case .bars(let bars): TextBars(bars, width: width, paint: paint).lines
        case .lines(let lines): draw(lines)
        case .ranges, .shares, .grid:
            TextTable(Table(columns: chart.table.columns, rows: chart.table.rows), width: width, paint: paint).lines
        }
    }

    /// A row for each line: its name, its course, its first and last figure.
    private func draw(_ lines: Chart.Lines) -> [String] {
        guard let first = lines.periods.first, let last = lines.periods.last else { return [] }
        let table = Table(
            columns: [
                .init("name", ""), .init("trend", "\(first) to \(last)"), .init("first", first, .trailing),
                .init("last", lines.endsEarly ? "\(last)*" : last, .trailing),
            ],
            rows: lines.series.map { series in
                [
                    series.layer.map { .layer($0) } ?? .text(series.name), .trend(series.values),
                    .number(series.values.first, digits: 0), .number(series.values.last, digits: 0),
                ]
            })
        let note = lines.endsEarly ? [paint.dim("* not over yet")] : []
        return TextTable(table, width: width, paint: paint).lines + note
    }
}
