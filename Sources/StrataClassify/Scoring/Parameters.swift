import StrataModel

/// The numbers of the linear model that are no weights, by name: those of the catalogue, else the ones given here.
///
/// `Seeds/scoring.tsv` holds the same numbers with a note on each.
struct Parameters: Sendable {
    /// By kind of skill: what turns the weight of a membership into one of the model, where none has been learnt.
    let kind: [Skill.Kind: Double]
    let outsideFactor: Double
    let rolePhrase: Double
    let titleLean: Double
    /// What a preferred mention counts, where a required one counts 1.
    let preferred: Double
    let countSaturation: Double
    let dampingScale: Double
    let titleSkill: Double
    let primaryEvidence: Double
    /// By layer, the asked-for evidence that makes a need.
    let needsThreshold: OutcomeValues
    let bias: OutcomeValues

    /// The names in their order, as ``numbers(_:)`` gives their values.
    private static let names = defaults.keys.sorted()
    private static let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

    /// The numbers of the catalogue, else the defaults, in the order of their names.
    static func numbers(_ scoring: Scoring) -> [Double] {
        names.map { scoring.parameters[$0] ?? defaults[$0] ?? 0 }
    }

    /// - parameter numbers: what ``numbers(_:)`` gave.
    init(_ numbers: [Double]) {
        func value(_ name: String) -> Double {
            Self.places[name].flatMap { $0 < numbers.count ? numbers[$0] : nil } ?? 0
        }
        func byOutcome(_ prefix: String) -> OutcomeValues {
            OutcomeValues(Outcome.allCases.map { ($0, value("\(prefix).\($0.slug)")) })
        }
        kind = Dictionary(uniqueKeysWithValues: Skill.Kind.allCases.map { ($0, value("kind.\($0.rawValue)")) })
        outsideFactor = value("outside.factor")
        rolePhrase = value("phrase.role")
        titleLean = value("title.lean")
        preferred = value("requirement.preferred")
        countSaturation = value("count.saturation")
        dampingScale = value("damping.scale")
        titleSkill = value("title.skill")
        primaryEvidence = value("primary.evidence")
        needsThreshold = byOutcome("needs.threshold")
        bias = byOutcome("bias")
    }

    /// For a catalogue without any of its own; biases and thresholds as learnt for the seeds, rounded.
    static let defaults: [String: Double] = [
        "bias.applied-ml": 0.3,
        "bias.data-engineering": -0.3,
        "bias.mlops": -0.7,
        "bias.outside": 1.5,
        "bias.prompt-engineering": -0.8,
        "count.saturation": 3,
        "damping.scale": 1,
        "kind.concept": 1.6,
        "kind.language": 0.4,
        "kind.practice": 1.4,
        "kind.tool": 1,
        "needs.threshold.applied-ml": 0.7,
        "needs.threshold.data-engineering": 0.9,
        "needs.threshold.mlops": 1.2,
        "needs.threshold.prompt-engineering": 1.2,
        "outside.factor": 0.75,
        "phrase.role": 1.1,
        "primary.evidence": 0.3,
        "requirement.preferred": 0.5,
        "title.lean": 2,
        "title.skill": 0.2,
    ]

    /// How much a mention counts.
    func factor(_ requirement: Requirement) -> Double {
        switch requirement {
        case .required: 1
        case .preferred: preferred
        case .context: 0
        }
    }

    /// What so many mentions of one skill weigh: 1 for one, more for more, never more than 1 + `countSaturation`.
    ///
    /// The fifth "Python" says little that the first did not.
    func saturated(_ count: Double) -> Double {
        count <= 0 ? 0 : (1 + countSaturation) * count / (count + countSaturation)
    }
}
