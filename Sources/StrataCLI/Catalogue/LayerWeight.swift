internal import ArgumentParser
internal import StrataModel

/// A layer with how strongly a skill speaks for it: `mlops`, `mlops=0.7`, `outside`.
struct LayerWeight: ExpressibleByArgument {
    var outcome: Outcome
    /// Nil where none is given.
    var weight: Double?

    init?(argument: String) {
        let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = sides.first, let outcome = Self.outcome(String(name)) else { return nil }
        self.outcome = outcome
        guard sides.count == 2 else { return }
        guard let weight = Double(sides[1]), weight > 0, weight <= 1 else { return nil }
        self.weight = weight
    }

    private static func outcome(_ name: String) -> Outcome? {
        ["outside", "none"].contains(name.lowercased()) ? .outside : Layer(spelled: name).map { .layer($0) }
    }

    static var allValueStrings: [String] { Layer.allValueStrings + ["outside"] }

    /// The field of a record: the first layer speaks fully unless something else is said, the others half as much.
    static func field(_ weights: [LayerWeight]) -> String {
        weights.enumerated().map { place, item in
            let usual = item.outcome == .outside ? 0.6 : place == 0 ? 1 : 0.5
            return "\(item.outcome.slug)=\(item.weight ?? usual)"
        }.joined(separator: ",")
    }
}
