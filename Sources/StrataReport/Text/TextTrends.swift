import StrataModel

/// A row for each line: its name, its course, its first and last figure.
struct TextTrends {
    private let chart: Chart.Lines
    private let width: Int
    private let paint: Paint

    init(_ chart: Chart.Lines, width: Int, paint: Paint) {
        self.chart = chart
        self.width = width
        self.paint = paint
    }

    var lines: [String] {
        guard !chart.periods.isEmpty, !chart.series.isEmpty else { return [paint.dim("(no figures)")] }
        let first = Markup.bounded(chart.periods.first ?? "", to: 12)
        let last = Markup.bounded(chart.periods.last ?? "", to: 12)
        let end = chart.endsEarly ? "\(last)*" : last
        let names = TextColumns.aligned([""] + chart.series.map(\.name), most: min(TextColumns.nameWidth, width / 3))
        let firsts = TextColumns.aligned([first] + chart.series.map { figure($0.values.first) }, trailing: true)
        let lasts = TextColumns.aligned([end] + chart.series.map { figure($0.values.last) }, trailing: true)
        let room = width - [names[0], firsts[0], lasts[0]].map(TerminalText.width).reduce(6, +)
        let courses = chart.series.map { Sparkline.text($0.values, most: max(4, room)) }
        let length = courses.map(\.count).max() ?? 0
        let head = "\(names[0])  \(firsts[0])  \(String(repeating: " ", count: length))  \(lasts[0])"
        let rows = chart.series.indices.map { index in
            let layer = chart.series[index].layer
            let course = courses[index] + String(repeating: " ", count: length - courses[index].count)
            return "\(names[index + 1])  \(firsts[index + 1])  \(paint.ink(layer, course))  \(lasts[index + 1])"
        }
        let note = chart.endsEarly ? Wrapping.lines("* not counted to its end", width: width) : []
        return [paint.dim(head)] + rows + note.map(paint.dim)
    }

    private func figure(_ value: Double?) -> String {
        guard let value else { return Figures.missing }
        return chart.isShare ? Figures.percent(value) : Figures.short(value)
    }
}
