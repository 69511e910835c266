import StrataClassify
import StrataModel

@testable import StrataLearn

/// Made-up JDs over a made-up catalogue: each layer has words of its own, and all share some.
enum Made {
    static let layerWords: [Layer: [String]] = [
        .dataEngineering: ["pipeline", "warehouse", "etl"], .appliedML: ["training", "features", "statistics"],
        .mlops: ["serving", "drift", "rollout"], .promptEngineering: ["prompts", "agents", "retrieval"],
    ]
    static let outsideWords = ["ledger", "nursing", "selling"]
    static let sharedWords = ["python", "cloud", "teamwork"]

    static let catalogue = Catalogue(
        version: 1, layers: [],
        skills: (Layer.allCases.flatMap { layerWords[$0] ?? [] } + outsideWords + sharedWords).map {
            Skill(
                slug: $0, name: $0, kind: .practice, memberships: [], outsideWeight: 0, terms: [Term($0)], context: [])
        },
        roles: [
            Role(slug: "baker", name: "Baker", layer: nil, titlePhrases: ["baker"], lean: OutcomeValues()),
            Role(
                slug: "plumber", name: "Plumber", layer: .mlops, titlePhrases: ["plumber"], lean: OutcomeValues()),
        ],
        headings: [], cues: [], scoring: Scoring(version: 1))

    static let classifier = Classifier(catalogue: catalogue)

    /// Repeatable numbers from 0 up to a limit (a linear congruence).
    struct Dice {
        var state: UInt64
        mutating func roll(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }

    /// - parameter noise: of a hundred labels, how many are of another outcome.
    static func jds(_ count: Int, seed: UInt64 = 1, noise: Int = 0) -> [LabelledJD] {
        var dice = Dice(state: seed)
        return (0..<count).map { index in
            let outcome = Outcome.allCases[dice.roll(5)]
            let own = outcome.layer.flatMap { layerWords[$0] } ?? outsideWords
            var words = (0..<3).map { _ in own[dice.roll(own.count)] }
            words += (0..<2).map { _ in sharedWords[dice.roll(sharedWords.count)] }
            let isNoisy = dice.roll(100) < noise
            let label = isNoisy ? Outcome.allCases[dice.roll(5)] : outcome
            return LabelledJD(
                id: "jd-\(index)", title: outcome == .outside ? "Baker" : "Plumber", company: nil,
                text: words.map { "You know \($0)." }.joined(separator: " "), source: "source-\(index % 7)",
                group: "group-\(index / 2)", label: label,
                needs: Layer.allCases.map { .layer($0) == label ? 2 : 0 }, grade: .read)
        }
    }
}
