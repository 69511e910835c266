import StrataModel

/// A chart where nothing can be drawn but characters: lines as small ones, bars and shares as bars, the rest as tables.
struct TextChart {
    private let chart: Chart
    private let width: Int
    private let paint: Paint

    init(_ chart: Chart, width: Int, paint: Paint) {
        self.chart = chart
        self.width = width
        self.paint = paint
    }

    var lines: [String] {
        switch chart.figure {
        case .bars(let bars): TextBars(bars, width: width, paint: paint, isTagged: true).lines
        case .lines(let lines): TextTrends(lines, width: width, paint: paint).lines
        case .ranges(let ranges): TextRanges(ranges, width: width, paint: paint).lines
        case .shares(let rows): TextShares(rows, width: width, paint: paint).lines
        case .grid(let grid): TextTable(Self.table(grid), width: width, paint: paint).lines
        }
    }

    /// A grid as the table that it is.
    static func table(_ grid: Chart.Grid) -> Table {
        Table(
            columns: [.init("row", "")] + grid.columns.map { .init($0, $0, .trailing) },
            rows: grid.rows.map { row in [.text(row.label)] + row.values.map { .percent($0) } })
    }
}

/// Columns of short texts before something drawn.
struct TextColumns {
    /// Each at most so wide.
    static let nameWidth = 34

    /// Texts padded to one width: on the right for words, on the left for figures.
    static func aligned(_ texts: [String], trailing: Bool = false, most: Int = nameWidth) -> [String] {
        let texts = texts.map { TerminalText.cut(TerminalText.sanitised($0), to: most) }
        let width = texts.map(TerminalText.width).max() ?? 0
        return texts.map { text in
            let space = String(repeating: " ", count: width - TerminalText.width(text))
            return trailing ? space + text : text + space
        }
    }

    /// The letters of layers, or blanks; nothing where no label needs them.
    static func tags(_ rows: [(label: String, layer: Layer?)]) -> [String]? {
        let tags = rows.map { row in row.layer.map { $0.isNamed(by: row.label) ? "" : "\($0.tag)" } ?? "" }
        return tags.contains { !$0.isEmpty } ? aligned(tags) : nil
    }

    /// A word on the letters used.
    static func key(_ layers: some Sequence<Layer>, width: Int, paint: Paint) -> [String] {
        let words = layers.map { "\($0.tag) \($0.name)" }
        return words.isEmpty ? [] : Wrapping.lines(words.joined(separator: ", "), width: width).map(paint.dim)
    }
}
