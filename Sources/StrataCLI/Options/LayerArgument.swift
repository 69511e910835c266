internal import ArgumentParser
internal import StrataModel

extension Layer: @retroactive ExpressibleByArgument {
    public init?(argument: String) { self.init(spelled: argument) }

    public static var allValueStrings: [String] { allCases.map(\.slug) }
}

/// A layer, or none of them.
enum LayerOrNone: ExpressibleByArgument {
    case layer(Layer)
    case none

    init?(argument: String) {
        switch argument.lowercased() {
        case "none", "outside": self = .none
        default:
            guard let layer = Layer(spelled: argument) else { return nil }
            self = .layer(layer)
        }
    }

    static var allValueStrings: [String] { Layer.allValueStrings + ["none"] }
}

/// A day: `2026-11-23`, or `2026-11` for the month's first.
extension CalendarDate: @retroactive ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
}
