import StrataModel

/// Looks for text on a terminal; without colour, the text as it is and not one escape byte.
struct Paint {
    var color: Bool

    func bold(_ text: String) -> String { painted(text, "1") }
    func dim(_ text: String) -> String { painted(text, "2") }

    /// The layer's colour; dim for what belongs to none.
    func layer(_ layer: Layer?, _ text: String) -> String { painted(text, layer.map(Palette.code) ?? "2") }

    /// The layer's colour; none for what belongs to none.
    func ink(_ layer: Layer?, _ text: String) -> String { layer.map { self.layer($0, text) } ?? text }

    /// A stretch that stands out: bold in the layer's colour, underlined when it speaks for no layer.
    func mark(_ layer: Layer?, _ text: String) -> String {
        painted(text, layer.map { "1;\(Palette.code($0))" } ?? "4")
    }

    private func painted(_ text: String, _ code: String) -> String {
        color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// The colours of the layers.
///
/// Middle tones of the 256 colours, each with a contrast of at least 3.5 on black and on white; blue, orange, purple
/// and a bluish green stay apart for those who don't tell red from green.
enum Palette {
    static func code(_ layer: Layer) -> String {
        switch layer {
        case .dataEngineering: "38;5;32"
        case .appliedML: "38;5;29"
        case .mlops: "38;5;166"
        case .promptEngineering: "38;5;134"
        }
    }
}
