/// An answer before it is drawn: what it says, without how it looks.
///
/// Queries build documents, renderers draw them as text, CSV, Markdown or HTML. No figure is computed while drawing.
public struct Document: Sendable, Hashable {
    public var title: String
    public var subtitle: String?
    public var blocks: [Block]

    public init(title: String, subtitle: String? = nil, blocks: [Block] = []) {
        self.title = title
        self.subtitle = subtitle
        self.blocks = blocks
    }

    /// Several documents one after the other, each under its title.
    public init(joining documents: [Document]) {
        self.init(
            title: "\(documents.count) JDs",
            blocks: documents.flatMap { [.heading($0.title)] + ($0.subtitle.map { [.note($0)] } ?? []) + $0.blocks })
    }

    /// Its first table: what a format for data alone (CSV) prints.
    public var firstTable: Table? {
        for case .table(let table) in blocks { return table }
        return nil
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
    /// Drawn as it stands: a diagram made of characters.
    case preformatted(String)
    case markedText(MarkedText)
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

/// Rows of cells under named columns.
public struct Table: Sendable, Hashable {
    public var title: String?
    public var columns: [Column]
    public var rows: [[Cell]]

    /// - parameter rows: each as long as `columns`.
    public init(title: String? = nil, columns: [Column], rows: [[Cell]] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }

    public struct Column: Sendable, Hashable {
        public enum Alignment: Sendable { case leading, trailing }
        /// Name for machines: a CSV header, a JSON key.
        public var key: String
        /// Name for people.
        public var title: String
        public var alignment: Alignment

        public init(_ key: String, _ title: String, _ alignment: Alignment = .leading) {
            self.key = key
            self.title = title
            self.alignment = alignment
        }
    }

    public enum Cell: Sendable, Hashable {
        case text(String)
        case integer(Int)
        case number(Double, digits: Int)
        /// 0.25 is drawn as 25%.
        case percent(Double)
        /// A relative change: 0.25 is drawn as +25%.
        case change(Double)
        case layer(Layer)
        case missing

        /// The text, or missing.
        public static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .missing }
    }
}
