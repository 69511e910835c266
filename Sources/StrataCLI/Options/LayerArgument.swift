internal import ArgumentParser
internal import StrataModel

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
