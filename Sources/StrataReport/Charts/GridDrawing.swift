import StrataModel

/// Parts by row and column: a table whose cells are tinted as much as they say.
struct GridDrawing {
    private let grid: Chart.Grid

    init(_ grid: Chart.Grid) { self.grid = grid }

    /// Tint of the largest part, so that the figure on it can be read.
    private static let deepest = 0.5

    var markup: Markup {
        var markup = Markup()
        let largest = grid.rows.flatMap(\.values).compactMap(\.self).filter(\.isFinite).max() ?? 1
        markup.raw("<table class=\"grid\"><thead><tr><td></td>")
        for column in grid.columns {
            markup.raw("<th scope=\"col\">")
            markup.data(column, limit: BarDrawing.labelLimit)
            markup.raw("</th>")
        }
        markup.raw("</tr></thead><tbody>\n")
        for row in grid.rows {
            markup.raw("<tr><th scope=\"row\">")
            markup.data(row.label, limit: BarDrawing.labelLimit)
            markup.append(LayerKey.tag(row.layer, label: row.label))
            markup.raw("</th>")
            for column in grid.columns.indices {
                cell(column < row.values.count ? row.values[column] : nil, largest, into: &markup)
            }
            markup.raw("</tr>\n")
        }
        markup.raw("</tbody></table>\n")
        return markup
    }

    private func cell(_ value: Double?, _ largest: Double, into markup: inout Markup) {
        guard let value, value.isFinite else { return markup.raw("<td class=\"none\">–</td>") }
        markup.raw("<td style=\"--p:")
        markup.percent(largest > 0 ? min(max(value / largest, 0), 1) * Self.deepest : 0)
        markup.raw("\">")
        markup.escaped(Figures.percent(value))
        markup.raw("</td>")
    }
}
