import StrataModel

/// Bars across, in the order given, each with its value at its end. Text stays text: it is as large on a phone.
struct BarDrawing {
    private let bars: [Bar]

    init(_ bars: [Bar]) { self.bars = bars }

    /// Letters of a label and of a value.
    static let labelLimit = 60
    static let valueLimit = 40

    var markup: Markup {
        var markup = Markup()
        let inks = ChartInk.rows(bars.map(\.layer))
        let values = bars.map { Markup.bounded($0.value, to: Self.valueLimit) }
        markup.raw("<dl class=\"bars\" style=\"--v:")
        markup.number(Double(values.map(TerminalText.width).max() ?? 0))
        markup.raw("\">")
        for (index, bar) in bars.enumerated() {
            markup.raw("<dt>")
            markup.data(bar.label, limit: Self.labelLimit)
            markup.append(LayerKey.tag(bar.layer, label: bar.label))
            markup.raw("</dt><dd><svg aria-hidden=\"true\" class=\"bar ")
            markup.raw(inks[index].className)
            markup.raw("\" style=\"--f:")
            markup.number((min(max(bar.fraction.isFinite ? bar.fraction : 0, 0), 1) * 1000).rounded() / 10)
            markup.raw("\"><rect width=\"100%\" height=\"100%\"/></svg><span class=\"value\">")
            markup.escaped(values[index])
            markup.raw("</span></dd>\n")
        }
        markup.raw("</dl>\n")
        return markup
    }
}
