/// An answer before it is drawn: what it says, without how it looks.
///
/// Queries build documents, renderers draw them as text, CSV, Markdown or HTML. No figure is computed while drawing.
public struct Document: Sendable, Hashable {
    public var title: String
    public var subtitle: String?
    public var blocks: [Block]
    /// What a reader wants to know last: how figures came about, and from what. A paragraph each.
    public var footer: [String]

    public init(title: String, subtitle: String? = nil, blocks: [Block] = [], footer: [String] = []) {
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
        self.footer = footer
    }

    /// Several documents one after the other, each under its title.
    public init(joining documents: [Document]) {
        self.init(
            title: "\(documents.count) JDs",
            blocks: documents.flatMap { [.heading($0.title)] + ($0.subtitle.map { [.note($0)] } ?? []) + $0.blocks })
    }

    /// Its first table: what a format for data alone (CSV) prints.
    public var firstTable: Table? { tables.first }

    /// Its tables in order, those behind charts among them.
    public var tables: [Table] {
        blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .chart(let chart): chart.table
            default: nil
            }
        }
    }

    /// All tables as one, a line for each figure: what a format for data alone prints of an answer that has several.
    ///
    /// Columns: `table`, `row` (the words of the row, ` / ` between), `figure` (the key of the column), `value`.
    public var tidyTable: Table {
        var tidy = Table(columns: [
            .init("table", "Table"), .init("row", "Row"), .init("figure", "Figure"), .init("value", "Value", .trailing),
        ])
        var heading = title
        for block in blocks {
            let table: Table
            switch block {
            case .heading(let text):
                heading = text
                continue
            case .table(let own): table = own
            case .chart(let chart): table = chart.table
            default: continue
            }
            for row in table.rows {
                let words = zip(table.columns, row).filter { $0.0.alignment == .leading }
                let name = words.map { $0.1.word }.joined(separator: " / ")
                for (column, cell) in zip(table.columns, row) where column.alignment == .trailing {
                    tidy.rows.append([.text(table.title ?? heading), .text(name), .text(column.key), cell])
                }
            }
        }
        return tidy
    }
}

/// A piece of a document.
public enum Block: Sendable, Hashable {
    case heading(String)
    case paragraph(String)
    /// A remark on what was left out or how to read it; smaller.
    case note(String)
    case list([String])
    case facts([Fact])
    case table(Table)
    case bars([Bar])
    case chart(Chart)
    /// Drawn as it stands: a diagram made of characters.
    case preformatted(String)
    case markedText(MarkedText)
    /// Side by side where there is room.
    case lists([TitledList])
    /// Room to write in by hand; on a terminal there is none.
    case writing([WritingSpace])
}

/// A list under a title of its own.
public struct TitledList: Sendable, Hashable {
    public var title: String
    public var items: [String]

    public init(_ title: String, _ items: [String]) {
        self.title = title
        self.items = items
    }
}

/// Lines to be written on, and what for.
public struct WritingSpace: Sendable, Hashable {
    public var label: String
    public var lines: Int

    public init(_ label: String, lines: Int) {
        self.label = label
        self.lines = lines
    }
}

/// A name and its value.
public struct Fact: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A length to compare with its neighbours'.
public struct Bar: Sendable, Hashable {
    public var label: String
    /// 0 to 1: the part of the full length.
    public var fraction: Double
    public var value: String
    public var layer: Layer?

    public init(label: String, fraction: Double, value: String, layer: Layer? = nil) {
        self.label = label
        self.fraction = fraction
        self.value = value
        self.layer = layer
    }
}

/// A text with stretches that stand out.
public struct MarkedText: Sendable, Hashable {
    public var text: String
    /// In order, not overlapping.
    public var marks: [Mark]

    public struct Mark: Sendable, Hashable {
        public var span: Span
        /// Whose evidence it is; nil for evidence outside the stack.
        public var layer: Layer?

        public init(span: Span, layer: Layer?) {
            self.span = span
            self.layer = layer
        }
    }

    public init(text: String, marks: [Mark]) {
        self.text = text
        self.marks = marks
    }
}
