internal import Mustache
public import StrataModel

/// Draws a document as one self-contained page: no script, nothing fetched; it prints well and follows the reader's choice of
/// light or dark. What stands in the data is escaped here, scalar by scalar: the template library compares Characters, and
/// a letter that joins what follows it would carry a `<` past it.
public enum HTMLRenderer {
    /// The whole page; ends with a line feed.
    public static func render(_ document: Document) -> String {
        var page: [String: Any] = [
            "title": clean(document.title), "style": HTMLStyle.text, "blocks": document.blocks.map(block),
        ]
        // A key without a value would be drawn as one.
        if let subtitle = document.subtitle { page["subtitle"] = clean(subtitle) }
        return template?.render(page) ?? ""
    }

    /// Never nil: the template is ours, and a test draws each kind of block with it.
    private static let template = try? MustacheTemplate(string: HTMLStyle.page)

    /// A block as the template takes it: one entry, named after the kind.
    private static func block(_ block: Block) -> [String: Any] {
        switch block {
        case .heading(let text): ["heading": clean(text)]
        case .paragraph(let text): ["paragraph": clean(text)]
        case .note(let text): ["note": clean(text)]
        case .list(let items): ["list": ["items": items.map(clean)]]
        case .facts(let facts):
            ["facts": ["items": facts.map { ["name": clean($0.name), "value": clean($0.value)] }]]
        case .table(let table): ["table": cells(table)]
        case .bars(let bars): ["bars": ["items": bars.map(bar)]]
        case .chart(let chart): ["table": cells(chart.table)]
        case .preformatted(let text): ["preformatted": escaped(TerminalText.sanitisedLines(text))]
        case .markedText(let marked): ["marked": ["paragraphs": paragraphs(marked)]]
        }
    }

    private static func clean(_ text: String) -> String { escaped(TerminalText.sanitised(text)) }

    private static func escaped(_ text: String) -> String {
        // Bytes: appending several scalars at once copies all that went before.
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func cells(_ table: Table) -> [String: Any] {
        var cells: [String: Any] = [
            "columns": table.columns.map { ["text": clean($0.title), "class": $0.alignment.className] },
            "rows": table.rows.map { row in
                [
                    "cells": zip(table.columns, table.padded(row)).map { column, cell in
                        ["text": escaped(cell.readable), "class": className(cell.readable, column)]
                    }
                ]
            },
        ]
        // Not "title": without one, the page's would be found.
        if let title = table.title { cells["caption"] = clean(title) }
        return cells
    }

    /// A date is not torn at its hyphens.
    private static func className(_ text: String, _ column: Table.Column) -> String {
        let isDate = text.count == 10 && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        return column.alignment.className + (isDate ? " date" : "")
    }

    private static func bar(_ bar: Bar) -> [String: Any] {
        let width = (min(max(bar.fraction, 0), 1) * 1000).rounded() / 10
        return [
            "label": clean(bar.label), "value": clean(bar.value), "width": "\(width)",
            "layer": bar.layer?.slug ?? "outside",
        ]
    }

    /// Lines as paragraphs, empty ones left out, each a row of runs.
    private static func paragraphs(_ marked: MarkedText) -> [[String: Any]] {
        MarkedRuns.lines(of: marked, brackets: false).filter { !$0.runs.isEmpty }.map { line in
            [
                "runs": line.runs.map { run -> [String: Any] in
                    guard let mark = run.mark else { return ["plain": escaped(run.text)] }
                    let layer = marked.marks[mark].layer
                    return [
                        "mark": [
                            "text": escaped(run.text), "layer": layer?.slug ?? "outside",
                            "name": layer?.name ?? "No layer of the stack",
                        ]
                    ]
                }
            ]
        }
    }
}

extension Table.Column.Alignment {
    fileprivate var className: String { self == .trailing ? "figure" : "word" }
}
