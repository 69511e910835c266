import StrataModel

/// What one mention of each skill or role adds, before requirement, count and damping.
struct WeightTable: Sendable {
    /// By skill index, roles after the skills.
    let vectors: [OutcomeValues]
    /// The vectors without what speaks against an outcome.
    let positives: [OutcomeValues]
    /// The largest size of a vector's numbers: what the mention adds to the total of evidence.
    let magnitudes: [Double]

    init(catalogue: Catalogue, parameters: Parameters) {
        let skills = catalogue.skills.map { skill in
            catalogue.scoring.weights[skill.slug] ?? Self.derived(skill, parameters)
        }
        vectors = skills + catalogue.roles.map { $0.lean * parameters.rolePhrase }
        positives = vectors.map(\.positive)
        magnitudes = vectors.map { vector in Outcome.allCases.map { abs(vector[$0]) }.max() ?? 0 }
    }

    /// The weights that follow from a skill's memberships.
    static func derived(_ skill: Skill, _ parameters: Parameters) -> OutcomeValues {
        let factor = parameters.kind[skill.kind] ?? 1
        var vector = OutcomeValues(skill.memberships.map { (.layer($0.layer), $0.weight * factor) })
        vector[.outside] = skill.outsideWeight * factor * parameters.outsideFactor
        return vector
    }
}
