import StrataModel

/// Wholes and their parts: a figure for each part, and a bar of all of them where there is room.
struct TextShares {
    private let rows: [Chart.ShareRow]
    private let width: Int
    private let paint: Paint
    /// The parts that any row has, in the order in which they first occur.
    private let parts: [(name: String, layer: Layer?)]

    init(_ rows: [Chart.ShareRow], width: Int, paint: Paint) {
        self.rows = rows
        self.width = width
        self.paint = paint
        var parts: [(name: String, layer: Layer?)] = []
        let drawn = rows.flatMap(\.parts).filter { $0.fraction > 0 }
        for part in drawn where !parts.contains(where: { $0.name == part.name }) && parts.count < 12 {
            parts.append((part.name, part.layer))
        }
        self.parts = parts
    }

    private static let leastBar = 12
    private static let mostBar = 50

    var lines: [String] {
        guard !rows.isEmpty else { return [paint.dim("(no figures)")] }
        var columns = [
            TextColumns.aligned([""] + rows.map(\.label), most: min(TextColumns.nameWidth, width / 3)),
            TextColumns.aligned(["n"] + rows.map { Figures.grouped($0.count) }, trailing: true),
        ]
        columns += parts.map { part in
            let head = part.layer.map { "\($0.tag)" } ?? Self.head(part.name)
            let figures = rows.map { row in
                row.parts.first { $0.name == part.name }.map { Figures.percent($0.fraction) } ?? Figures.missing
            }
            return TextColumns.aligned([head] + figures, trailing: true)
        }
        let used = columns.map { TerminalText.width($0[0]) + 2 }.reduce(0, +)
        let length = min(Self.mostBar, width - used)
        if length >= Self.leastBar { columns.append([""] + rows.map { bar($0, length) }) }
        let lines = (0...rows.count).map { line in columns.map { $0[line] }.joined(separator: "  ") }
        let head = lines.prefix(1).map { line in
            paint.dim(String(line.reversed().drop { $0 == " " }.reversed()))
        }
        let layers = Layer.allCases.filter { layer in parts.contains { $0.layer == layer } }
        return head + lines.dropFirst() + TextColumns.key(layers, width: width, paint: paint)
    }

    /// The name, or its first word.
    private static func head(_ name: String) -> String {
        let name = Markup.bounded(name, to: 40)
        return TerminalText.cut(name.count > 9 ? String(name.prefix { $0 != " " }) : name, to: 9)
    }

    /// Each part as long as its share, to half a character at most beside it; full where the row adds up to 1.
    private func bar(_ row: Chart.ShareRow, _ length: Int) -> String {
        var text = ""
        var sum = 0.0
        var drawn = 0
        for part in row.parts where part.fraction.isFinite && part.fraction > 0 {
            sum = min(1, sum + part.fraction)
            let end = Int((sum * Double(length)).rounded())
            text += paint.layer(part.layer, String(repeating: Self.fill(part.layer), count: end - drawn))
            drawn = end
        }
        return text
    }

    /// Told apart without colour too.
    private static func fill(_ layer: Layer?) -> Character {
        switch layer {
        case .dataEngineering: "█"
        case .appliedML: "▓"
        case .mlops: "▒"
        case .promptEngineering: "░"
        case nil: "·"
        }
    }
}
