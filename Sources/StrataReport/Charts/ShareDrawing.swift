import StrataModel

/// Wholes and their parts: rows of 100%, named inside where there is room, else beneath.
struct ShareDrawing {
    private let rows: [Chart.ShareRow]
    /// Names of parts in the order in which they first occur.
    private let names: [String]
    private let hasLayers: Bool
    private let firstUnlayered: String?

    init(_ rows: [Chart.ShareRow]) {
        self.rows = rows
        var names: [String] = []
        for part in rows.flatMap(\.parts) where !names.contains(part.name) && names.count < 50 {
            names.append(part.name)
        }
        self.names = names
        firstUnlayered = rows.flatMap(\.parts).first { $0.layer == nil }?.name
        hasLayers = rows.contains { $0.parts.contains { $0.layer != nil } }
    }

    /// A row on paper or a screen, and on a phone: how much text finds room in it.
    enum Room: CaseIterable {
        case wide, narrow

        /// Letters along the whole row, of those drawn inside.
        var letters: Double { self == .wide ? 66 : 44 }
        var className: StaticString { self == .wide ? "wide" : "narrow" }
    }

    var markup: Markup {
        var markup = Markup()
        markup.raw("<div class=\"shares\">")
        for row in rows {
            markup.raw("<div class=\"row\"><div class=\"label\">")
            markup.data(row.label, limit: BarDrawing.labelLimit)
            markup.raw(" <small>n ")
            markup.escaped(Figures.grouped(row.count))
            markup.raw("</small></div><div class=\"whole\"><svg aria-hidden=\"true\">")
            draw(row, into: &markup)
            markup.raw("</svg>")
            for room in Room.allCases { drawRest(row, room, into: &markup) }
            markup.raw("</div></div>\n")
        }
        markup.raw("</div>\n")
        return markup
    }

    /// What the letters of layers stand for.
    var key: Markup {
        let layers = rows.flatMap(\.parts).compactMap(\.layer)
        return LayerKey.markup(Layer.allCases.filter(layers.contains))
    }

    /// What is written into a part: its name in full, a layer's letters, or nothing.
    func label(_ part: Chart.ShareRow.Part, _ room: Room) -> String? {
        let fraction = Self.fraction(part)
        let figure = Figures.percent(part.fraction)
        let name = Markup.bounded(part.name, to: 40)
        let candidates = [name, part.layer.map { "\($0.tag)" }].compactMap { $0.map { "\($0) \(figure)" } }
        return candidates.first { Double(TerminalText.width($0)) + 1.5 <= fraction * room.letters }
    }

    private static func fraction(_ part: Chart.ShareRow.Part) -> Double {
        part.fraction.isFinite ? min(max(part.fraction, 0), 1) : 0
    }

    private func ink(_ part: Chart.ShareRow.Part) -> ChartInk {
        if let layer = part.layer { return .layer(layer) }
        guard hasLayers else { return .series((names.firstIndex(of: part.name) ?? 0) % ChartInk.most) }
        return part.name == firstUnlayered ? .outside : .undecided
    }

    private func draw(_ row: Chart.ShareRow, into markup: inout Markup) {
        var start = 0.0
        for part in row.parts {
            let fraction = min(Self.fraction(part), 1 - start)
            guard fraction > 0 else { continue }
            markup.raw("<rect height=\"100%\" class=\"")
            markup.raw(ink(part).className)
            markup.raw("\" x=\"")
            markup.percent(start)
            markup.raw("\" width=\"")
            markup.percent(fraction)
            markup.raw("\"/>")
            for room in Room.allCases {
                guard let text = label(part, room) else { continue }
                markup.raw("<text text-anchor=\"middle\" y=\"1.45em\" class=\"")
                markup.raw(ink(part).className)
                markup.raw(" ")
                markup.raw(room.className)
                markup.raw("\" x=\"")
                markup.percent(start + fraction / 2)
                markup.raw("\">")
                markup.escaped(text)
                markup.raw("</text>")
            }
            start += fraction
        }
    }

    /// The parts that found no room, after the row.
    private func drawRest(_ row: Chart.ShareRow, _ room: Room, into markup: inout Markup) {
        let rest = row.parts.filter { $0.fraction > 0 && label($0, room) == nil }
        guard !rest.isEmpty else { return }
        markup.raw("<p class=\"rest ")
        markup.raw(room.className)
        markup.raw("\">")
        for part in rest {
            markup.raw("<span>")
            markup.data(part.name, limit: 40)
            markup.raw("&nbsp;")
            markup.escaped(Figures.percent(part.fraction))
            markup.raw("</span> ")
        }
        markup.raw("</p>")
    }
}
