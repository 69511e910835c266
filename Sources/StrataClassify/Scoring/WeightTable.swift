import StrataModel

/// Five numbers as an image holds them.
struct OutcomeValuesImage: BitwiseCopyable {
    private var dataEngineering, appliedML, mlops, promptEngineering, outside: Double

    init(_ values: OutcomeValues) {
        dataEngineering = values[.dataEngineering]
        appliedML = values[.appliedML]
        mlops = values[.mlops]
        promptEngineering = values[.promptEngineering]
        outside = values[.outside]
    }

    var values: OutcomeValues {
        var values = OutcomeValues()
        values[.dataEngineering] = dataEngineering
        values[.appliedML] = appliedML
        values[.mlops] = mlops
        values[.promptEngineering] = promptEngineering
        values[.outside] = outside
        return values
    }
}

/// What one mention of each skill or role adds, before requirement, count and damping.
struct WeightTable: @unchecked Sendable {
    // Unchecked: the pointers lead into `memory`, which never changes.
    private let memory: ImageMemory
    /// Skills, then roles in the text, then roles in the title.
    private let vectors: UnsafeBufferPointer<OutcomeValuesImage>

    static func write(_ catalogue: Catalogue, _ parameters: Parameters, into writer: inout ImageWriter) {
        let learnt = catalogue.scoring.weights
        let skills = catalogue.skills.map { learnt[.skill($0.slug)] ?? derived($0, parameters) }
        let roles = catalogue.roles.map { learnt[.role($0.slug)] ?? $0.lean * parameters.rolePhrase }
        let titles = catalogue.roles.map { learnt[.title($0.slug)] ?? $0.lean * parameters.titleLean }
        writer.append((skills + roles + titles).map(OutcomeValuesImage.init))
    }

    init(_ reader: inout ImageReader) {
        memory = reader.memory
        vectors = reader.array()
    }

    func isSound(skills: Int, roles: Int) -> Bool { vectors.count == skills + 2 * roles }

    /// By the index of a skill; roles in the text after the skills, roles in the title after these.
    func vector(_ index: Int) -> OutcomeValues { vectors[index].values }

    var count: Int { vectors.count }

    /// The weights that follow from a skill's memberships.
    private static func derived(_ skill: Skill, _ parameters: Parameters) -> OutcomeValues {
        let factor = parameters.kind[skill.kind] ?? 1
        var vector = OutcomeValues(skill.memberships.map { (.layer($0.layer), $0.weight * factor) })
        vector[.outside] = skill.outsideWeight * factor * parameters.outsideFactor
        return vector
    }
}
