import StrataModel

/// One series over time as columns: the highest and the last with their figures.
struct ColumnDrawing {
    private let frame: TimeFrame
    private let series: Chart.Series
    private let title: String

    /// More periods are a line.
    static let most = 48

    /// - parameter title: of the chart; a series that it names is not named again.
    init(_ lines: Chart.Lines, _ series: Chart.Series, title: String) {
        self.title = title
        frame = TimeFrame(lines)
        self.series = series
    }

    var markup: Markup {
        var markup = Markup()
        if !series.name.isEmpty, !title.contains(series.name) {
            markup.raw("<p class=\"only\">")
            markup.data(series.name, limit: BarDrawing.labelLimit)
            markup.append(LayerKey.tag(series.layer, label: series.name))
            markup.raw("</p>")
        }
        markup.raw("<div class=\"lines columns\">")
        markup.append(frame.axis)
        markup.raw(
            "<div class=\"plot\"><svg aria-hidden=\"true\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\">")
        markup.append(frame.grid)
        markup.raw("<g class=\"")
        markup.raw((series.layer.map(ChartInk.layer) ?? .accent).className)
        markup.raw("\">")
        for (index, value) in values.enumerated() where value > 0 && value.isFinite {
            let isOpen = frame.lines.endsEarly && index == frame.lines.periods.count - 1
            markup.raw(isOpen ? "<rect class=\"open\" x=\"" : "<rect x=\"")
            markup.number((Double(index) + 0.14) * band)
            markup.raw("\" y=\"")
            markup.number(frame.top(value) * TimeFrame.unit)
            markup.raw("\" width=\"")
            markup.number(0.72 * band)
            markup.raw("\" height=\"")
            markup.number(frame.scale.fraction(value) * TimeFrame.unit)
            markup.raw("\"/>")
        }
        markup.raw("</g></svg>")
        for index in labelled {
            markup.raw("<span class=\"over\" style=\"left:")
            markup.percent(middle(index))
            markup.raw(";top:")
            markup.number(frame.top(values[index]) * TimeFrame.height)
            markup.raw("rem\">")
            markup.escaped(frame.figure(values[index]))
            markup.raw("</span>")
        }
        markup.append(frame.time(middle))
        markup.raw("</div></div>\n")
        return markup
    }

    /// What must be said to read it.
    var key: Markup {
        var markup = frame.note
        markup.append(LayerKey.markup([(series.name, series.layer)]))
        return markup
    }

    private var values: [Double] { Array(series.values.prefix(frame.lines.periods.count)) }
    private var band: Double { TimeFrame.unit / Double(frame.lines.periods.count) }
    private func middle(_ index: Int) -> Double { (Double(index) + 0.5) / Double(frame.lines.periods.count) }

    /// The highest and the last; of two that would touch on a phone, the highest.
    private var labelled: [Int] {
        let finite = values.indices.filter { values[$0].isFinite }
        guard let last = finite.last, let highest = finite.max(by: { values[$0] < values[$1] }) else { return [] }
        let letters = [last, highest].map { Double(TerminalText.width(frame.figure(values[$0]))) }.reduce(0, +) / 2
        let distance = middle(last) - middle(highest)
        return distance > (letters + 1) * Self.letter ? [highest, last] : [highest]
    }

    /// Width of a letter as a part of the plot on a phone.
    private static let letter = 0.026
}
