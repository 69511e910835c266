import StrataModel

/// A table as aligned columns.
struct TextTable {
    let table: Table
    let width: Int
    let paint: Paint

    private static let gap = "  "

    init(_ table: Table, width: Int, paint: Paint) {
        self.table = table
        self.width = width
        self.paint = paint
    }

    /// Title, column heads, a rule, the rows.
    var lines: [String] {
        let heads = table.columns.map { TerminalText.sanitised($0.title) }
        let cells = table.rows.map { table.padded($0) }
        let texts = cells.map { $0.map(\.readable) }
        let widths = columnWidths(heads: heads, cells: cells, texts: texts)
        var lines: [String] = []
        if let title = table.title {
            lines += Wrapping.lines(TerminalText.sanitised(title), width: width).map(paint.bold)
        }
        guard !table.columns.isEmpty else { return lines }
        for heads in broken(heads, widths) { lines.append(line(heads, widths) { _, text in paint.bold(text) }) }
        lines.append(paint.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)))
        for (row, texts) in zip(cells, texts) {
            for texts in broken(texts, widths) {
                lines.append(line(texts, widths) { column, text in painted(row[column], text) })
            }
        }
        if cells.isEmpty { lines.append(paint.dim("(no rows)")) }
        return lines
    }

    /// More lines than this no row takes: what is longer is cut after all.
    private static let mostLines = 8

    /// A row as the lines that it takes: cells of columns that wrap go on below, the others are empty there.
    private func broken(_ texts: [String], _ widths: [Int]) -> [[String]] {
        var rows = [texts]
        for column in table.columns.indices
        where table.columns[column].wraps && TerminalText.width(texts[column]) > widths[column] {
            // No more of it can be shown, however long it is.
            let bounded = TerminalText.cut(texts[column], to: widths[column] * Self.mostLines)
            let pieces = Wrapping.lines(bounded, width: widths[column])
            for (index, piece) in pieces.prefix(Self.mostLines).enumerated() {
                if index == rows.count { rows.append(texts.map { _ in "" }) }
                rows[index][column] = index == Self.mostLines - 1 && pieces.count > Self.mostLines ? piece + "…" : piece
            }
        }
        return rows
    }

    /// The texts side by side, each cut and padded to its column; nothing after the last.
    private func line(_ texts: [String], _ widths: [Int], paint: (Int, String) -> String) -> String {
        var line = ""
        // What was left out at the end of a cell; written only when something follows.
        var pending = ""
        for (column, text) in texts.enumerated() {
            let text = TerminalText.cut(text, to: widths[column])
            let space = String(repeating: " ", count: max(0, widths[column] - TerminalText.width(text)))
            if text.isEmpty {
                pending += space + Self.gap
            } else if table.columns[column].alignment == .trailing {
                line += pending + space + paint(column, text)
                pending = Self.gap
            } else {
                line += pending + paint(column, text)
                pending = space + Self.gap
            }
        }
        return line
    }

    private func painted(_ cell: Table.Cell, _ text: String) -> String {
        switch cell {
        case .layer(let layer): paint.layer(layer, text)
        case .missing: paint.dim(text)
        default: text
        }
    }

    private func columnWidths(heads: [String], cells: [[Table.Cell]], texts: [[String]]) -> [Int] {
        var demands = zip(heads, table.columns).map { head, column in
            // The head of a column that wraps goes on below as its cells do.
            let words = column.wraps ? head.split(separator: " ").map(String.init) : [head]
            return ColumnFit.Demand(head: words.map(TerminalText.width).max() ?? 0)
        }
        for (row, texts) in zip(cells, texts) {
            for (column, text) in texts.enumerated() {
                demands[column].content = max(demands[column].content, TerminalText.width(text))
                demands[column].isText = demands[column].isText || row[column].isText
            }
        }
        return ColumnFit.widths(demands, within: width - Self.gap.utf8.count * (demands.count - 1))
    }
}
