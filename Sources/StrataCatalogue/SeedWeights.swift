internal import StrataModel

extension SeedTable.Row {
    /// Reads `mlops=1,data-engineering=0.3`; an outcome without a number weighs 1.
    ///
    /// - throws: ``SeedTable/Malformed`` at an unknown outcome or a weight that is no number.
    func weights(_ column: Int) throws -> [(Outcome, Double)] {
        guard !self[column].bytes.isEmpty else { return [] }
        var weights: [(Outcome, Double)] = []
        for part in self[column].parts(UInt8(ascii: ",")) {
            var sides = part.parts(UInt8(ascii: "="))
            guard let slug = sides.next()?.trimmed, let outcome = Outcome(slug), let weight = Self.weight(sides.next()),
                weight.isFinite, weight >= 0
            else {
                throw malformed(
                    "'\(part.string)' is no layer with a weight: say data-engineering, applied-ml, mlops, "
                        + "prompt-engineering or outside, as in mlops=0.7")
            }
            guard !weights.contains(where: { $0.0 == outcome }) else {
                throw malformed("'\(outcome.slug)' is named twice")
            }
            weights.append((outcome, weight))
        }
        return weights
    }

    private static func weight(_ text: SeedText?) -> Double? {
        guard let text = text?.trimmed else { return 1 }
        let bytes = text.bytes
        // Nearly all weights are of these two forms, and Double's own reading takes longer than all the rest of a row.
        if bytes.count == 1, (0x30...0x39).contains(bytes[0]) { return Double(bytes[0] - 0x30) }
        if bytes.count == 3, bytes[0] == 0x30, bytes[1] == 0x2E, (0x30...0x39).contains(bytes[2]) {
            return Double(bytes[2] - 0x30) / 10
        }
        return Double(text.string)
    }
}

extension Outcome {
    init?(_ text: SeedText) {
        if text == "data-engineering" {
            self = .layer(.dataEngineering)
        } else if text == "applied-ml" {
            self = .layer(.appliedML)
        } else if text == "mlops" {
            self = .layer(.mlops)
        } else if text == "prompt-engineering" {
            self = .layer(.promptEngineering)
        } else if text == "outside" {
            self = .outside
        } else {
            return nil
        }
    }
}
