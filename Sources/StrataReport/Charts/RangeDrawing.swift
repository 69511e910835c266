import StrataModel

/// Quartiles and medians on one scale, each with its figure.
struct RangeDrawing {
    private let ranges: Chart.Ranges
    private let scale: Scale
    private let inks: [ChartInk]

    /// Of fewer figures, a bar is an outline: it may look different with the next few.
    static let fewest = 20

    init(_ ranges: Chart.Ranges) {
        self.ranges = ranges
        scale = Scale(around: ranges.rows.flatMap { [$0.low, $0.middle, $0.high] })
        inks = ChartInk.rows(ranges.rows.map(\.layer))
    }

    var markup: Markup {
        var markup = Markup()
        markup.raw("<div class=\"ranges\">")
        for (index, row) in ranges.rows.enumerated() {
            markup.raw("<div class=\"row\"><div class=\"label\">")
            markup.data(row.label, limit: BarDrawing.labelLimit)
            markup.append(LayerKey.tag(row.layer, label: row.label))
            markup.raw(" <small>n ")
            markup.escaped(Figures.grouped(row.count))
            markup.raw("</small></div><div class=\"span\"><svg aria-hidden=\"true\" class=\"")
            markup.raw(inks[index].className)
            markup.raw(row.count < Self.fewest ? " few\">" : "\">")
            draw(row, into: &markup)
            markup.raw("</svg></div></div>\n")
        }
        markup.raw("<div class=\"row ticks\"><div class=\"label\"></div><div class=\"span\"><svg aria-hidden=\"true\">")
        for tick in scale.ticks {
            markup.raw("<text text-anchor=\"middle\" y=\"1em\" x=\"")
            markup.percent(scale.fraction(tick))
            markup.raw("\">")
            markup.escaped(Figures.short(tick))
            markup.raw("</text>")
        }
        markup.raw("</svg></div></div></div>\n")
        return markup
    }

    /// Where the scale begins, what is drawn.
    var key: Markup {
        var markup = Markup()
        markup.raw("<p class=\"note\">")
        markup.data(ranges.unit, limit: BarDrawing.labelLimit)
        markup.raw(
            ". Bar: the middle half, from the lower to the upper quartile; line: the median. The scale begins at ")
        markup.escaped(Figures.short(scale.low))
        markup.raw(".")
        if ranges.rows.contains(where: { $0.count < Self.fewest }) {
            markup.raw(" An outline: of fewer than ")
            markup.number(Double(Self.fewest))
            markup.raw(" figures.")
        }
        markup.raw("</p>\n")
        markup.append(LayerKey.markup(ranges.rows.map { ($0.label, $0.layer) }))
        return markup
    }

    private func draw(_ row: Chart.Range, into markup: inout Markup) {
        for tick in scale.ticks {
            markup.raw("<line class=\"grid\" y1=\"0\" y2=\"100%\"")
            position(tick, into: &markup)
            markup.raw("/>")
        }
        guard row.low.isFinite, row.middle.isFinite, row.high.isFinite else { return }
        markup.raw("<rect y=\"1.35em\" height=\".8em\" x=\"")
        markup.percent(scale.fraction(row.low))
        markup.raw("\" width=\"")
        markup.percent(max(0, scale.fraction(row.high) - scale.fraction(row.low)))
        markup.raw("\"/><line class=\"median\" y1=\"1.1em\" y2=\"2.4em\"")
        position(row.middle, into: &markup)
        markup.raw("/>")
        label(row.middle, "<text class=\"middle\" text-anchor=\"middle\" y=\".85em\" x=\"", into: &markup)
        label(row.low, "<text text-anchor=\"end\" y=\"2.1em\" dx=\"-.4em\" x=\"", into: &markup)
        label(row.high, "<text y=\"2.1em\" dx=\".4em\" x=\"", into: &markup)
    }

    private func position(_ value: Double, into markup: inout Markup) {
        markup.raw(" x1=\"")
        markup.percent(scale.fraction(value))
        markup.raw("\" x2=\"")
        markup.percent(scale.fraction(value))
        markup.raw("\"")
    }

    private func label(_ value: Double, _ start: StaticString, into markup: inout Markup) {
        markup.raw(start)
        markup.percent(scale.fraction(value))
        markup.raw("\">")
        markup.escaped(Figures.short(value))
        markup.raw("</text>")
    }
}
