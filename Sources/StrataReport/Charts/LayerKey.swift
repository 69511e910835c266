import StrataModel

/// Letters beside the names of what belongs to a layer, so that its colour is not all that says so.
enum LayerKey {
    /// The letters; nothing beside a label that names the layer itself.
    static func tag(_ layer: Layer?, label: String) -> Markup {
        var markup = Markup()
        guard let layer, !layer.isNamed(by: label) else { return markup }
        markup.raw(" <span class=\"tag ")
        markup.raw(ChartInk.layer(layer).className)
        markup.raw("\">")
        markup.raw(layer.tag)
        markup.raw("</span>")
        return markup
    }

    /// What the letters stand for; empty where none are drawn.
    static func markup(_ rows: [(label: String, layer: Layer?)]) -> Markup {
        markup(Layer.allCases.filter { layer in rows.contains { $0.layer == layer && !layer.isNamed(by: $0.label) } })
    }

    static func markup(_ layers: [Layer]) -> Markup {
        var markup = Markup()
        guard !layers.isEmpty else { return markup }
        markup.raw("<p class=\"key\">")
        for layer in layers {
            markup.raw("<span><span class=\"tag ")
            markup.raw(ChartInk.layer(layer).className)
            markup.raw("\">")
            markup.raw(layer.tag)
            markup.raw("</span> ")
            markup.escaped(layer.name)
            markup.raw("</span> ")
        }
        markup.raw("</p>\n")
        return markup
    }
}
