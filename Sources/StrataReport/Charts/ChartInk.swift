import StrataModel

/// What something is coloured with: the name of a class that sets the colour, in light and in dark.
enum ChartInk: Equatable {
    case layer(Layer)
    /// Without a layer.
    case outside
    /// Without a layer for another reason.
    case undecided
    /// One of a sequence that stays apart for those who don't tell red from green.
    case series(Int)
    /// Of a chart that needs no more than one.
    case accent

    /// Colours in the sequence.
    static let most = 8

    /// Colours of rows: their layers', or one for all where no row has any.
    static func rows(_ layers: [Layer?]) -> [ChartInk] {
        let hasLayers = layers.contains { $0 != nil }
        return layers.map { $0.map(ChartInk.layer) ?? (hasLayers ? .outside : .accent) }
    }

    /// Colours of lines: their layers' where that tells them apart, else the sequence.
    static func lines(_ layers: [Layer?]) -> [ChartInk] {
        let named = layers.compactMap(\.self)
        guard named.count == layers.count, Set(named).count == named.count else {
            return layers.count == 1 ? rows(layers) : layers.indices.map { .series($0 % most) }
        }
        return named.map(ChartInk.layer)
    }

    var className: StaticString {
        switch self {
        case .layer(.dataEngineering): "data-engineering"
        case .layer(.appliedML): "applied-ml"
        case .layer(.mlops): "mlops"
        case .layer(.promptEngineering): "prompt-engineering"
        case .outside: "outside"
        case .undecided: "undecided"
        case .accent: "accent"
        case .series(let index):
            switch index {
            case 0: "s0"
            case 1: "s1"
            case 2: "s2"
            case 3: "s3"
            case 4: "s4"
            case 5: "s5"
            case 6: "s6"
            default: "s7"
            }
        }
    }
}

extension Layer {
    /// Two or three letters that say what the colour says.
    var tag: StaticString {
        switch self {
        case .dataEngineering: "DE"
        case .appliedML: "ML"
        case .mlops: "OPS"
        case .promptEngineering: "PE"
        }
    }

    /// Whether a label names the layer already.
    func isNamed(by label: String) -> Bool { label == name || label == slug }
}
