public import StrataModel

/// Draws GitHub-flavoured Markdown; what stands in the data is shown, never interpreted.
public enum MarkdownRenderer {
    /// The whole document; ends with a line feed.
    public static func render(_ document: Document) -> String {
        var parts: [String] = []
        if !document.title.isEmpty { parts.append("# \(MarkdownText.escaped(document.title))") }
        if let subtitle = document.subtitle { parts.append(emphasised(subtitle)) }
        parts += document.blocks.map(block)
        if !document.footer.isEmpty { parts += ["---"] + document.footer.map(emphasised) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// The table alone; ends with a line feed.
    public static func render(_ table: Table) -> String { block(.table(table)) + "\n" }

    private static func block(_ block: Block) -> String {
        switch block {
        case .heading(let text): "## \(MarkdownText.escaped(text))"
        case .paragraph(let text): MarkdownText.escaped(text)
        case .note(let text): emphasised(text)
        case .list(let items): items.map { "- \(MarkdownText.escaped($0))" }.joined(separator: "\n")
        case .facts(let facts): facts.map(line).joined(separator: "\n")
        case .table(let table): draw(table)
        case .bars(let bars): draw(bars)
        case .chart(let chart): draw(chart)
        case .preformatted(let text): MarkdownText.fenced(text)
        case .markedText(let text): quoted(text)
        case .lists(let lists): lists.map(draw).joined(separator: "\n\n")
        case .writing(let spaces): spaces.map { line(Fact($0.label, "")) }.joined(separator: "\n")
        }
    }

    private static func draw(_ list: TitledList) -> String {
        "**\(MarkdownText.escaped(list.title))**\n\n" + block(.list(list.items))
    }

    private static func emphasised(_ text: String) -> String {
        let text = MarkdownText.escaped(text)
        return text.isEmpty ? "" : "_\(text)_"
    }

    private static func line(_ fact: Fact) -> String {
        "- **\(MarkdownText.escaped(fact.name)):** \(MarkdownText.escaped(fact.value))"
    }

    private static func draw(_ table: Table) -> String {
        let title = table.title.map { "**\(MarkdownText.escaped($0))**\n\n" } ?? ""
        guard !table.columns.isEmpty else { return title }
        let heads = table.columns.map { MarkdownText.cell($0.title) }
        let rule = table.columns.map { $0.alignment == .trailing ? "---:" : ":---" }
        let rows = table.rows.map { table.padded($0).map { MarkdownText.cell($0.readable) } }
        return title + ([heads, rule] + rows).map(row).joined(separator: "\n")
    }

    private static func draw(_ bars: [Bar]) -> String {
        let rows = bars.map { [MarkdownText.cell($0.label), MarkdownText.cell($0.value)] }
        return ([["", ""], [":---", "---:"]] + rows).map(row).joined(separator: "\n")
    }

    private static func draw(_ chart: Chart) -> String {
        ([MarkdownText.escaped(chart.title)].filter { !$0.isEmpty }.map { "**\($0)**" } + [emphasised(chart.summary)]
            + pictures(chart)).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// What characters can draw, and the table: with bars beside its rows where each row has one.
    private static func pictures(_ chart: Chart) -> [String] {
        var table = Table(columns: chart.table.columns, rows: chart.table.rows)
        switch chart.figure {
        case .bars(let bars) where bars.count == table.rows.count:
            let blocks = bars.map { TextBars.blocks($0.fraction, length: barLength) }
            table.columns.append(.init("bar", ""))
            table.rows = zip(table.rows, blocks).map { row, bar in
                chart.table.columns.indices.map { $0 < row.count ? row[$0] : .missing } + [.text(bar)]
            }
            return [draw(table)]
        case .bars(let bars): return [draw(bars), draw(table)]
        case .lines(let lines): return [courses(lines), draw(table)]
        case .grid(let grid): return [draw(TextChart.table(grid)), draw(table)]
        case .ranges, .shares: return [draw(table)]
        }
    }

    /// Characters of the longest bar.
    private static let barLength = 20

    /// A row for each line: its name, its first figure, its course, its last.
    private static func courses(_ lines: Chart.Lines) -> String {
        guard let first = lines.periods.first, let last = lines.periods.last, !lines.series.isEmpty else { return "" }
        func figure(_ value: Double?) -> Table.Cell {
            guard let value else { return .missing }
            return .text(lines.isShare ? Figures.percent(value) : Figures.short(value))
        }
        let table = Table(
            columns: [
                .init("name", ""), .init("first", first, .trailing), .init("course", ""),
                .init("last", lines.endsEarly ? "\(last)*" : last, .trailing),
            ],
            rows: lines.series.map { series in
                [
                    .text(Markup.bounded(series.name, to: 60)), figure(series.values.first),
                    .text(Sparkline.text(series.values, most: 60)), figure(series.values.last),
                ]
            })
        let note = lines.endsEarly ? "\n\n" + emphasised("* not counted to its end") : ""
        return draw(table) + note
    }

    private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

    /// A block quote, line for line, with the marks in bold.
    private static func quoted(_ marked: MarkedText) -> String {
        let lines = MarkedRuns.lines(of: marked, brackets: false).map { line in
            MarkdownText.startEscaped(line.runs.map(text).joined())
        }
        return lines.enumerated().map { index, line in
            // A backslash at the end keeps the line break within a paragraph.
            let goesOn = !line.isEmpty && index + 1 < lines.count && !lines[index + 1].isEmpty
            return line.isEmpty ? ">" : "> \(line)\(goesOn ? "\\" : "")"
        }.joined(separator: "\n")
    }

    private static func text(_ run: Run) -> String {
        let text = MarkdownText.inlineEscaped(run.text)
        guard run.mark != nil else { return text }
        // Asterisks beside punctuation may not count as bold; the HTML element always does.
        let isWord = run.text.first?.isLetter == true && (run.text.last.map { $0.isLetter || $0.isNumber } ?? false)
        return isWord ? "**\(text)**" : "<strong>\(text)</strong>"
    }
}
