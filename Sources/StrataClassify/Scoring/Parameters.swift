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
    /// By layer: what asked-for evidence a need takes, and how much more of it each unit of the rest takes.
    let needsThreshold: OutcomeValues
    let needsShare: OutcomeValues
    let bias: OutcomeValues

    init(_ scoring: Scoring) {
        func value(_ name: String) -> Double { scoring.parameters[name] ?? Self.defaults[name] ?? 0 }
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
        needsThreshold = byLayer("needs.threshold")
        needsShare = byLayer("needs.share")
        bias = byLayer("bias")
    }

    static let defaults: [String: Double] = [
        "bias.data-engineering": 0, "bias.applied-ml": 0, "bias.mlops": 0, "bias.prompt-engineering": 0,
        "bias.outside": 0.3,
        "kind.tool": 0.8, "kind.practice": 1.2, "kind.concept": 1, "kind.language": 0.8,
        "outside.factor": 1,
        "requirement.required": 1, "requirement.preferred": 0.5, "requirement.context": 0.05,
        "count.slope": 0.35, "count.cap": 2,
        "title.lean": 2, "title.skill": 0.8, "phrase.role": 0.5,
        "damping.scale": 6, "damping.power": 0.6,
        "primary.evidence": 0.8,
        "needs.preferred": 0.4,
        "needs.threshold.data-engineering": 2, "needs.threshold.applied-ml": 2, "needs.threshold.mlops": 2,
        "needs.threshold.prompt-engineering": 2,
        "needs.share.data-engineering": 0, "needs.share.applied-ml": 0, "needs.share.mlops": 0,
        "needs.share.prompt-engineering": 0,
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
