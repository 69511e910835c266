internal import StrataModel

/// How ready a team's data is.
public enum DataReadiness: String, Sendable, CaseIterable {
    case reliable, partial, unreliable, unknown
}

/// Reads how ready data is out of what people say of it, by likeness to texts whose meaning is known (`readiness.tsv`).
struct ReadinessReader: Sendable {
    struct Reading: Sendable, Hashable {
        var level: DataReadiness
        var words: [String]
        var example: String?
    }

    private let examples: ExampleReader

    init(_ knowledge: Knowledge) throws {
        examples = try ExampleReader.learnt("readiness", knowledge) {
            try knowledge.sentences(of: "readiness", label: "level")
        }
    }

    /// What is further than this from every level says nothing of it.
    private static let leastMargin = -0.2

    func read(_ text: String) -> Reading {
        let reading = examples.read(text)
        guard let level = DataReadiness(rawValue: reading.label), !reading.words.isEmpty,
            reading.margin(of: reading.label) >= Self.leastMargin
        else {
            return Reading(level: .unknown, words: [], example: nil)
        }
        return Reading(
            level: level, words: reading.words,
            example: level == .unknown ? nil : examples.example(of: reading, label: reading.label))
    }
}
