import StrataModel

extension HTMLPage {
    /// A chart under its title and what there is to see in it, with its table behind.
    mutating func draw(_ chart: Chart) {
        charts += 1
        markup.raw("<figure class=\"chart\"><figcaption><p class=\"title\" id=\"chart-")
        markup.number(Double(charts))
        element("\">", chart.title, "</p>")
        if !chart.summary.isEmpty {
            markup.raw("<p class=\"summary\" id=\"summary-")
            markup.number(Double(charts))
            element("\">", chart.summary, "</p>", limit: 2000)
        }
        markup.raw("</figcaption>\n")
        draw(chart.figure, of: chart)
        if !chart.table.rows.isEmpty {
            markup.raw("<details><summary>Figures as a table</summary>\n")
            draw(chart.table, name: chart.table.title ?? chart.title, hasCaption: chart.table.title != chart.title)
            markup.raw("</details>")
        }
        markup.raw("</figure>\n")
    }

    private mutating func draw(_ figure: Chart.Figure, of chart: Chart) {
        switch figure {
        case .grid(let grid) where !grid.rows.isEmpty:
            // A table already: read as one.
            beginRegion(chart.title)
            markup.append(GridDrawing(grid).markup)
            markup.raw("</div>")
            markup.append(LayerKey.markup(grid.rows.map { ($0.label, $0.layer) }))
            return
        default: break
        }
        guard let drawing = drawing(figure, title: chart.title) else {
            markup.raw("<p class=\"note\">There are no figures to draw.</p>")
            return
        }
        markup.raw("<div role=\"img\" aria-labelledby=\"chart-")
        markup.number(Double(charts))
        if !chart.summary.isEmpty {
            markup.raw("\" aria-describedby=\"summary-")
            markup.number(Double(charts))
        }
        markup.raw("\">")
        markup.append(drawing.picture)
        markup.raw("</div>\n")
        markup.append(drawing.key)
    }

    /// The picture, and what must be said to read it; nil where there is nothing to draw.
    private func drawing(_ figure: Chart.Figure, title: String) -> (picture: Markup, key: Markup)? {
        switch figure {
        case .lines(let lines):
            guard !lines.periods.isEmpty, lines.series.contains(where: { $0.values.contains(where: \.isFinite) }) else {
                return nil
            }
            if lines.series.count == 1, let series = lines.series.first, lines.periods.count <= ColumnDrawing.most {
                let drawing = ColumnDrawing(lines, series, title: title)
                return (drawing.markup, drawing.key)
            }
            let drawing = LineDrawing(lines)
            return (drawing.markup, drawing.key)
        case .bars(let bars):
            guard !bars.isEmpty else { return nil }
            return (BarDrawing(bars).markup, LayerKey.markup(bars.map { ($0.label, $0.layer) }))
        case .ranges(let ranges):
            guard !ranges.rows.isEmpty else { return nil }
            let drawing = RangeDrawing(ranges)
            return (drawing.markup, drawing.key)
        case .shares(let rows):
            guard !rows.isEmpty else { return nil }
            let drawing = ShareDrawing(rows)
            return (drawing.markup, drawing.key)
        case .grid: return nil
        }
    }

    /// Bars that stand for themselves.
    mutating func draw(_ bars: [Bar]) {
        markup.append(BarDrawing(bars).markup)
        markup.append(LayerKey.markup(bars.map { ($0.label, $0.layer) }))
    }
}
