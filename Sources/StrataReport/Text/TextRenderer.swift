public import StrataModel

/// How text is drawn.
public struct TextStyle: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Whether escape sequences for colour may be used.
    public var color: Bool

    public init(width: Int = 100, color: Bool = false) {
        self.width = width
        self.color = color
    }
}

/// Draws for a terminal, or for any place that shows text in a fixed pitch.
///
/// Without colour the result holds no escape byte, and no text of the data ever brings one in.
public enum TextRenderer {
    /// The whole document; ends with a line feed.
    public static func render(_ document: Document, style: TextStyle = TextStyle()) -> String {
        var drawing = TextDrawing(style)
        drawing.draw(document)
        return drawing.result
    }

    /// The table alone; ends with a line feed.
    public static func render(_ table: Table, style: TextStyle = TextStyle()) -> String {
        var drawing = TextDrawing(style)
        drawing.draw(.table(table))
        return drawing.result
    }
}

/// A document on its way to text: the lines drawn so far.
struct TextDrawing {
    /// Narrower than this, nothing can be read.
    private static let leastWidth = 20

    let width: Int
    let paint: Paint
    private var lines: [String] = []

    init(_ style: TextStyle) {
        width = max(Self.leastWidth, style.width)
        paint = Paint(color: style.color)
    }

    var result: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    mutating func draw(_ document: Document) {
        if !document.title.isEmpty { lines += wrapped(document.title).map(paint.bold) }
        if let subtitle = document.subtitle { lines += wrapped(subtitle).map(paint.dim) }
        var previous: Block?
        for block in document.blocks where block.hasText {
            if !lines.isEmpty, !isClose(block, to: previous) { lines.append("") }
            draw(block)
            previous = block
        }
        if !document.footer.isEmpty {
            lines.append("")
            for text in document.footer { lines += wrapped(text).map(paint.dim) }
        }
    }

    mutating func draw(_ block: Block) {
        switch block {
        case .heading(let text): lines += wrapped(text).map(paint.bold)
        case .paragraph(let text): lines += wrapped(text)
        case .note(let text): lines += wrapped(text).map(paint.dim)
        case .list(let items): lines += items.flatMap { hanging("• ", $0) }
        case .facts(let facts): lines += draw(facts)
        case .table(let table): lines += TextTable(table, width: width, paint: paint).lines
        case .bars(let bars): lines += TextBars(bars, width: width, paint: paint).lines
        case .chart(let chart):
            lines += wrapped(chart.title).map(paint.bold) + wrapped(chart.summary).map(paint.dim)
            lines += TextChart(chart, width: width, paint: paint).lines
        case .preformatted(let text): lines += Self.lines(of: text)
        case .markedText(let text): lines += draw(text)
        case .lists(let lists): lines += draw(lists)
        case .writing: break
        }
    }

    /// A heading stands close to what it is over, a note to the note before it.
    private func isClose(_ block: Block, to previous: Block?) -> Bool {
        switch (previous, block) {
        case (.heading, .heading): false
        case (.heading, _), (.note, .note): true
        default: false
        }
    }

    private func wrapped(_ text: String) -> [String] {
        Wrapping.lines(TerminalText.sanitised(text), width: width)
    }

    /// The text beside its lead, further lines indented by the lead's width.
    private func hanging(_ lead: String, _ text: String, look: (String) -> String = { $0 }) -> [String] {
        let indent = TerminalText.width(lead)
        let space = String(repeating: " ", count: indent)
        let lines = Wrapping.lines(TerminalText.sanitised(text), width: max(width - indent, width / 3))
        return lines.enumerated().map { index, line in (index == 0 ? look(lead) : space) + line }
    }

    private func draw(_ facts: [Fact]) -> [String] {
        let names = facts.map { TerminalText.cut(TerminalText.sanitised($0.name), to: width / 2) }
        let column = names.map(TerminalText.width).max() ?? 0
        return zip(facts, names).flatMap { fact, name in
            let lead = name + String(repeating: " ", count: column - TerminalText.width(name) + 2)
            return hanging(lead, fact.value, look: paint.dim)
        }
    }

    /// Each line wrapped with its indentation kept; marks in brackets where there is no colour to show them.
    private func draw(_ marked: MarkedText) -> [String] {
        MarkedRuns.lines(of: marked, brackets: !paint.color).flatMap { source in
            let indent = String(repeating: " ", count: min(source.indent, width / 3))
            return Wrapping.lines(source.runs, width: width - indent.utf8.count).map { runs in
                let line = runs.map { run in run.mark.map { paint.mark(marked.marks[$0].layer, run.text) } ?? run.text }
                return line.allSatisfy(\.isEmpty) ? "" : indent + line.joined()
            }
        }
    }

    /// One under the other: beside each other they would be too narrow to read.
    private func draw(_ lists: [TitledList]) -> [String] {
        Array(
            lists.map { list in wrapped(list.title).map(paint.dim) + list.items.flatMap { hanging("• ", $0) } }
                .joined(separator: [""]))
    }

    private static func lines(of text: String) -> [String] {
        var lines = TerminalText.sanitisedLines(text).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map(String.init)
    }
}

extension Block {
    /// Whether there is anything of it to read.
    fileprivate var hasText: Bool {
        if case .writing = self { false } else { true }
    }
}
