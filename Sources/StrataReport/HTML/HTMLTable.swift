import StrataModel

extension HTMLPage {
    /// A table that scrolls sideways, by keyboard too, where it is wider than the page.
    ///
    /// - parameter name: what a screen reader calls it.
    /// - parameter hasCaption: whether its title is drawn over it.
    mutating func draw(_ table: Table, name: String?, hasCaption: Bool = true) {
        beginRegion(name)
        markup.raw("<table>")
        if hasCaption, let title = table.title { element("<caption>", title, "</caption>") }
        markup.raw("\n<thead><tr>")
        for column in table.columns {
            markup.raw(column.alignment == .trailing ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
            markup.data(column.title)
            markup.raw("</th>")
        }
        markup.raw("</tr></thead>\n<tbody>\n")
        // A first column with gaps goes on with what is over them: it names no rows.
        let isHeaded = !table.rows.contains { $0.first == .text("") }
        for row in table.rows { draw(row, table.columns, isHeaded: isHeaded) }
        markup.raw("</tbody></table></div>\n")
    }

    mutating func beginRegion(_ name: String?) {
        tables += 1
        markup.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table ")
        markup.number(Double(tables))
        if let name, !name.isEmpty {
            markup.raw(": ")
            markup.data(name, limit: 120)
        }
        markup.raw("\">")
    }

    /// - parameter isHeaded: whether the first cell heads its row.
    private mutating func draw(_ row: [Table.Cell], _ columns: [Table.Column], isHeaded: Bool) {
        markup.raw("<tr>")
        for index in columns.indices {
            let cell = index < row.count ? row[index] : .missing
            let isHead = index == 0 && isHeaded
            markup.raw(isHead ? "<th scope=\"row\"" : "<td")
            switch (columns[index].alignment, cell) {
            case (.trailing, _): markup.raw(" class=\"n\">")
            case (_, .text(let text)) where Self.isDate(text): markup.raw(" class=\"date\">")
            default: markup.raw(">")
            }
            draw(cell)
            markup.raw(isHead ? "</th>" : "</td>")
        }
        markup.raw("</tr>\n")
    }

    private mutating func draw(_ cell: Table.Cell) {
        switch cell {
        case .text(let text): markup.data(text)
        case .trend(let values): markup.append(SparkDrawing(values).markup)
        default: markup.escaped(cell.readable)
        }
    }

    /// A date is not torn at its hyphens.
    private static func isDate(_ text: String) -> Bool {
        text.utf8.count == 10 && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    }
}
