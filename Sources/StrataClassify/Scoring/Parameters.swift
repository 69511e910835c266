import StrataModel

/// The numbers of the linear model by name: those of the catalogue, else the ones given here.
///
/// `Seeds/scoring.tsv` holds the same numbers with a note on each.
struct Parameters: Sendable {
    /// By kind of skill.
    let kind: [Skill.Kind: Double]
    let outsideFactor: Double
    /// By ``Requirement``: required, preferred, context.
    let requirement: SIMD4<Double>
    let countSlope: Double
    let countCap: Double
    let titleLean: Double
    let titleSkill: Double
    let rolePhrase: Double
    let dampingScale: Double
    let dampingPower: Double
    let primaryEvidence: Double
    let needsPreferred: Double
    let needsPrimary: Double
    /// By layer: what asked-for evidence a need takes, and how much more of it each unit of the rest takes.
    let needsThreshold: OutcomeValues
    let needsShare: OutcomeValues
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
        func byLayer(_ prefix: String) -> OutcomeValues {
            OutcomeValues(Outcome.allCases.map { ($0, value("\(prefix).\($0.slug)")) })
        }
        kind = Dictionary(uniqueKeysWithValues: Skill.Kind.allCases.map { ($0, value("kind.\($0.rawValue)")) })
        outsideFactor = value("outside.factor")
        requirement = SIMD4(
            value("requirement.required"), value("requirement.preferred"), value("requirement.context"), 0)
        countSlope = value("count.slope")
        countCap = value("count.cap")
        titleLean = value("title.lean")
        titleSkill = value("title.skill")
        rolePhrase = value("phrase.role")
        dampingScale = value("damping.scale")
        dampingPower = value("damping.power")
        primaryEvidence = value("primary.evidence")
        needsPreferred = value("needs.preferred")
        needsPrimary = value("needs.primary")
        needsThreshold = byLayer("needs.threshold")
        needsShare = byLayer("needs.share")
        bias = byLayer("bias")
    }

    /// Found by hand and by a coordinate search on 1,184 JDs that people had read.
    static let defaults: [String: Double] = [
        "bias.applied-ml": -1.15,
        "bias.data-engineering": -1.2,
        "bias.mlops": -0.9,
        "bias.outside": 0.25,
        "bias.prompt-engineering": -0.9,
        "count.cap": 3,
        "count.slope": 0.7,
        "damping.power": 0.6,
        "damping.scale": 6,
        "kind.concept": 2.2,
        "kind.language": 0.5,
        "kind.practice": 1.8,
        "kind.tool": 1.3,
        "needs.preferred": 0.2,
        "needs.primary": 0.4,
        "needs.share.applied-ml": 0.15,
        "needs.share.data-engineering": 0.05,
        "needs.share.mlops": 0.1,
        "needs.share.prompt-engineering": 0.1,
        "needs.threshold.applied-ml": 3.25,
        "needs.threshold.data-engineering": 3.25,
        "needs.threshold.mlops": 1.75,
        "needs.threshold.prompt-engineering": 2.5,
        "outside.factor": 0.75,
        "phrase.role": 1.5,
        "primary.evidence": 1.5,
        "requirement.context": 0,
        "requirement.preferred": 0.4,
        "requirement.required": 1,
        "title.lean": 2.5,
        "title.skill": 1,
    ]

    /// How much a requirement counts.
    func factor(_ requirement: Requirement) -> Double {
        switch requirement {
        case .required: self.requirement[0]
        case .preferred: self.requirement[1]
        case .context: self.requirement[2]
        }
    }
}
