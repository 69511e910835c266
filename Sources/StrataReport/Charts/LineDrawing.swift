import StrataModel

/// Lines over time, each named at its end.
///
/// The plot is stretched to the width there is, with strokes that stay as thick as they are; text is the page's, so that it
/// is as large on a phone.
struct LineDrawing {
    private let frame: TimeFrame
    private let series: [Chart.Series]
    private let inks: [ChartInk]
    private let left: Int

    /// More lines than colours would be a tangle.
    init(_ lines: Chart.Lines) {
        series = Array(lines.series.prefix(ChartInk.most))
        left = lines.series.count - series.count
        var drawn = lines
        drawn.series = series
        frame = TimeFrame(drawn)
        inks = ChartInk.lines(series.map(\.layer))
    }

    var markup: Markup {
        var markup = Markup()
        let names = series.map { TerminalText.width(Markup.bounded($0.name, to: Self.nameLimit)) }
        markup.raw("<div class=\"lines\" style=\"--w:")
        markup.number(Double(names.max() ?? 0) + 7)
        markup.raw("\">")
        markup.append(frame.axis)
        markup.raw(
            "<div class=\"plot\"><svg aria-hidden=\"true\" viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\">")
        markup.append(frame.grid)
        // The first lies on top.
        for index in series.indices.reversed() { draw(index, into: &markup) }
        markup.raw("</svg>")
        markup.append(frame.time { fraction($0) })
        markup.raw("</div>")
        drawLeaders(into: &markup)
        drawNames(into: &markup)
        markup.raw("</div>\n")
        return markup
    }

    /// What must be said to read it.
    var key: Markup {
        var markup = frame.note
        if left > 0 {
            markup.raw("<p class=\"note\">")
            markup.number(Double(left))
            markup.raw(left == 1 ? " more is in the table.</p>\n" : " more are in the table.</p>\n")
        }
        markup.append(LayerKey.markup(series.map { ($0.name, $0.layer) }))
        return markup
    }

    private static let nameLimit = 34

    /// Heights in rem that a name takes: one line beside the plot, two on a phone.
    static let nameHeights = (wide: 1.2, narrow: 1.8)

    /// Middles of the names, in rem from the top.
    func nameTops(_ size: Double) -> [Double] {
        let places = series.map { series in
            frame.top(series.values.last(where: \.isFinite) ?? 0) * TimeFrame.height
        }
        return LabelSpread.spread(places, size: size, within: TimeFrame.height)
    }

    private func fraction(_ index: Int) -> Double {
        frame.lines.periods.count > 1 ? Double(index) / Double(frame.lines.periods.count - 1) : 0.5
    }

    private func draw(_ index: Int, into markup: inout Markup) {
        let values = Array(series[index].values.prefix(frame.lines.periods.count))
        let isOpen = frame.lines.endsEarly && values.count == frame.lines.periods.count
        let whole = isOpen ? values.dropLast() : values[...]
        markup.raw("<g class=\"")
        markup.raw(inks[index].className)
        markup.raw("\"><path class=\"line\" d=\"")
        path(whole, into: &markup)
        markup.raw("\"/>")
        if isOpen, values.count > 1 {
            markup.raw("<path class=\"line open\" d=\"")
            path(values.suffix(2), into: &markup)
            markup.raw("\"/>")
        }
        if let last = values.lastIndex(where: \.isFinite) {
            dot("<path class=\"dot\" d=\"", last, values[last], into: &markup)
            if isOpen, last == values.count - 1 {
                dot("<path class=\"dot hollow\" d=\"", last, values[last], into: &markup)
            }
        }
        markup.raw("</g>")
    }

    private func path(_ values: ArraySlice<Double>, into markup: inout Markup) {
        var isDown = false
        for (index, value) in zip(values.indices, values) {
            guard value.isFinite else {
                isDown = false
                continue
            }
            markup.raw(isDown ? "L" : "M")
            point(index, value, into: &markup)
            isDown = true
        }
    }

    /// A line of no length with round ends: a circle, however the plot is stretched.
    private func dot(_ start: StaticString, _ index: Int, _ value: Double, into markup: inout Markup) {
        markup.raw(start)
        markup.raw("M")
        point(index, value, into: &markup)
        markup.raw("h0\"/>")
    }

    private func point(_ index: Int, _ value: Double, into markup: inout Markup) {
        markup.number(fraction(index) * TimeFrame.unit)
        markup.raw(" ")
        markup.number(frame.top(value) * TimeFrame.unit)
    }

    /// From the ends of lines to their names, where these had to move.
    private func drawLeaders(into markup: inout Markup) {
        for (size, start) in [
            (Self.nameHeights.wide, "<svg class=\"leaders wide\"" as StaticString),
            (Self.nameHeights.narrow, "<svg class=\"leaders narrow\""),
        ] {
            markup.raw(start)
            markup.raw(" aria-hidden=\"true\" viewBox=\"0 0 10 1000\" preserveAspectRatio=\"none\">")
            for (index, top) in nameTops(size).enumerated() {
                guard let last = series[index].values.last(where: \.isFinite) else { continue }
                markup.raw("<path class=\"")
                markup.raw(inks[index].className)
                markup.raw("\" d=\"M0 ")
                markup.number(frame.top(last) * TimeFrame.unit)
                markup.raw("L10 ")
                markup.number(top / TimeFrame.height * TimeFrame.unit)
                markup.raw("\"/>")
            }
            markup.raw("</svg>")
        }
    }

    private func drawNames(into markup: inout Markup) {
        markup.raw("<div class=\"names\">")
        let tops = zip(nameTops(Self.nameHeights.wide), nameTops(Self.nameHeights.narrow))
        for (index, (wide, narrow)) in tops.enumerated() {
            markup.raw("<span style=\"--y:")
            markup.number(wide)
            markup.raw(";--n:")
            markup.number(narrow)
            markup.raw("\"><b>")
            markup.escaped(series[index].values.last.map(frame.figure) ?? Figures.missing)
            markup.raw("</b> ")
            markup.data(series[index].name, limit: Self.nameLimit)
            markup.append(LayerKey.tag(series[index].layer, label: series[index].name))
            markup.raw("</span>")
        }
        markup.raw("</div>")
    }
}
