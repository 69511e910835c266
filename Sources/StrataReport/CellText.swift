import StrataModel

extension Table.Cell {
    /// What people read: grouped digits, percentages, names; sanitised, on one line.
    var readable: String {
        switch self {
        case .text(let text): TerminalText.sanitised(text)
        case .integer(let number): Figures.grouped(number)
        case .number(let number, let digits): Figures.fixed(number, digits: digits)
        case .percent(let fraction): Figures.percent(fraction)
        case .change(let fraction): Figures.change(fraction)
        case .layer(let layer): layer.name
        case .trend(let values): Sparkline.text(values)
        case .missing: Figures.missing
        }
    }

    /// Whether it is made of words, which may be cut; a figure cut short is a wrong figure.
    var isText: Bool {
        switch self {
        case .text, .layer: true
        default: false
        }
    }
}

extension Table {
    /// The row with one cell for each column, whatever its length.
    func padded(_ row: [Cell]) -> [Cell] {
        columns.indices.map { row.indices.contains($0) ? row[$0] : .missing }
    }
}
