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
        }
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
        let table = Table(columns: chart.table.columns, rows: chart.table.rows)
        return ["**\(MarkdownText.escaped(chart.title))**", emphasised(chart.summary), draw(table)]
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
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
