import StrataModel

/// What charts over time share: the scale on the left, its lines, the names of periods beneath.
struct TimeFrame {
    let lines: Chart.Lines
    let scale: Scale

    /// Height of the plot in rem, of 16 pixels where the reader has not chosen otherwise.
    static let height = 16.0
    /// Side of the square in which a plot is drawn before it is stretched.
    static let unit = 1000.0

    init(_ lines: Chart.Lines) {
        self.lines = lines
        let values = lines.series.flatMap(\.values)
        scale = Scale(from0: values, whole: !lines.isShare && values.allSatisfy { $0 == $0.rounded() || !$0.isFinite })
    }

    /// The figure as a label in the chart.
    func figure(_ value: Double) -> String { lines.isShare ? Figures.percent(value) : Figures.short(value) }

    /// Distance of a value from the top, 0 to 1.
    func top(_ value: Double) -> Double { 1 - scale.fraction(value) }

    /// The figures of the scale.
    var axis: Markup {
        var markup = Markup()
        let widest = scale.ticks.map { TerminalText.width(figure($0)) }.max() ?? 0
        markup.raw("<div class=\"axis\" style=\"--v:")
        markup.number(Double(widest))
        markup.raw("\">")
        for tick in scale.ticks {
            markup.raw("<span style=\"top:")
            markup.percent(top(tick))
            markup.raw("\">")
            markup.escaped(figure(tick))
            markup.raw("</span>")
        }
        markup.raw("</div>")
        return markup
    }

    /// A line across for each figure of the scale.
    var grid: Markup {
        var markup = Markup()
        for tick in scale.ticks {
            markup.raw(tick == scale.low ? "<path class=\"base\" d=\"M0 " : "<path class=\"grid\" d=\"M0 ")
            markup.number(top(tick) * Self.unit)
            markup.raw("H1000\"/>")
        }
        return markup
    }

    /// The names of periods, fewer of them on a phone.
    ///
    /// - parameter middle: where the middle of the period at an index stands, 0 to 1.
    func time(_ middle: (Int) -> Double) -> Markup {
        var markup = Markup()
        for (most, start) in [(12, "<div class=\"time wide\">" as StaticString), (5, "<div class=\"time narrow\">")] {
            markup.raw(start)
            for label in PeriodLabels.labels(lines.periods, most: most) {
                markup.raw("<span style=\"left:")
                markup.percent(middle(label.index))
                markup.raw("\">")
                markup.escaped(label.name)
                if let year = label.year {
                    markup.raw("<br><b>")
                    markup.escaped(year)
                    markup.raw("</b>")
                }
                markup.raw("</span>")
            }
            markup.raw("</div>")
        }
        return markup
    }

    /// A word on the last period where it goes on.
    var note: Markup {
        var markup = Markup()
        guard lines.endsEarly, let last = lines.periods.last else { return markup }
        markup.raw("<p class=\"note\">Dashed: ")
        markup.data(last, limit: 20)
        markup.raw(" is not counted to its end.</p>\n")
        return markup
    }
}
