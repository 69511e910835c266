import StrataModel

/// Bars made of block characters, an eighth of a column exact, each with its value at the end.
struct TextBars {
    let bars: [Bar]
    let width: Int
    let paint: Paint
    /// Whether a layer's letters stand beside what does not name it.
    let isTagged: Bool

    /// Longer bars are no easier to compare.
    private static let longest = 40

    init(_ bars: [Bar], width: Int, paint: Paint, isTagged: Bool = false) {
        self.isTagged = isTagged
        self.bars = bars
        self.width = width
        self.paint = paint
    }

    var lines: [String] {
        let labels = bars.map { TerminalText.cut(TerminalText.sanitised($0.label), to: width * 2 / 5) }
        let values = bars.map { TerminalText.cut(TerminalText.sanitised($0.value), to: width / 3) }
        let tags = isTagged ? TextColumns.tags(bars.map { ($0.label, $0.layer) }) : nil
        let tagWidth = tags.map { $0[0].count + 1 } ?? 0
        let labelWidth = labels.map(TerminalText.width).max() ?? 0
        let valueWidth = values.map(TerminalText.width).max() ?? 0
        let length = min(Self.longest, max(1, width - labelWidth - tagWidth - valueWidth - 4))
        let rows = bars.indices.map { index in
            let label = labels[index] + Self.space(labelWidth - TerminalText.width(labels[index]))
            let blocks = Self.blocks(bars[index].fraction, length: length)
            let rest = Self.space(length - blocks.count)
            let value = Self.space(valueWidth - TerminalText.width(values[index])) + values[index]
            let tag = tags.map { " " + paint.ink(bars[index].layer, $0[index]) } ?? ""
            return "\(label)\(tag)  \(paint.layer(bars[index].layer, blocks))\(rest)  \(value)"
        }
        return rows + (tags == nil ? [] : key)
    }

    private var key: [String] {
        let layers = Layer.allCases.filter { layer in
            bars.contains { $0.layer == layer && !layer.isNamed(by: $0.label) }
        }
        return TextColumns.key(layers, width: width, paint: paint)
    }

    /// - parameter fraction: brought into 0 to 1; more than nothing shows at least a sliver.
    static func blocks(_ fraction: Double, length: Int) -> String {
        guard fraction > 0 else { return "" }
        let eighths = max(1, Int((min(fraction, 1) * Double(length * 8)).rounded()))
        let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        return String(repeating: "█", count: eighths / 8) + partial
    }

    private static func space(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
