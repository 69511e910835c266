internal import StrataLearn
internal import StrataModel

/// The two files of the linear model among the seeds.
struct ScoringFiles {
    let folder: String

    /// Writes what was learnt: all weights anew, and the parameters in their places.
    ///
    /// - throws: ``CommandFailure`` when either cannot be read or written.
    func write(_ learnt: Calibration.Outcome) throws {
        let parameters = try withValues(learnt.parameters)
        try write(weights(learnt.weights), to: "\(folder)/weights.tsv")
        try write(parameters, to: "\(folder)/scoring.tsv")
    }

    private func weights(_ weights: [Feature: OutcomeValues]) -> String {
        let header = ["kind", "slug"] + Outcome.allCases.map(\.slug)
        let rows = weights.sorted { $0.key < $1.key }.map { feature, values in
            [feature.kind, feature.slug] + Outcome.allCases.map { Self.number(values[$0]) }
        }
        return ([header] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
    }

    /// The present file with other values; names, order and notes stay.
    private func withValues(_ values: [String: Double]) throws -> String {
        let reader = try LineReader(path: "\(folder)/scoring.tsv")
        var text = ""
        while let line = reader.next() {
            var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if let name = cells.first, let value = values[name], cells.count > 1 { cells[1] = Self.number(value) }
            text += cells.joined(separator: "\t") + "\n"
        }
        return text
    }

    private func write(_ text: String, to path: String) throws {
        let file = try AtomicFile(path: path, force: true)
        try file.write(text)
        try file.finish()
    }

    /// Three digits at most, none more than needed.
    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
