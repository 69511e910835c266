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
    private let vectors: UnsafeBufferPointer<OutcomeValuesImage>
    private let leans: UnsafeBufferPointer<OutcomeValuesImage>
    private let magnitudes: UnsafeBufferPointer<Double>
    private let skillCount: Int

    static func write(_ catalogue: Catalogue, _ parameters: Parameters, into writer: inout ImageWriter) {
        let skills = catalogue.skills.map { skill in
            catalogue.scoring.weights[skill.slug] ?? derived(skill, parameters)
        }
        let vectors = skills + catalogue.roles.map { $0.lean * parameters.rolePhrase }
        writer.append([Int64(skills.count)])
        writer.append(vectors.map(OutcomeValuesImage.init))
        writer.append(catalogue.roles.map { OutcomeValuesImage($0.lean) })
        writer.append(vectors.map { vector in Outcome.allCases.map { abs(vector[$0]) }.max() ?? 0 })
    }

    init(_ reader: inout ImageReader) {
        memory = reader.memory
        skillCount = Int(reader.array(of: Int64.self).first ?? 0)
        vectors = reader.array()
        leans = reader.array()
        magnitudes = reader.array()
    }

    func isSound(skills: Int, roles: Int) -> Bool {
        skillCount == skills && vectors.count == skills + roles && leans.count == roles
            && magnitudes.count == skills + roles
    }

    /// By skill index, roles after the skills.
    func vector(_ index: Int) -> OutcomeValues { vectors[index].values }

    /// The largest size of the vector's numbers: what the mention adds to the total of evidence.
    func magnitude(_ index: Int) -> Double { magnitudes[index] }

    /// What the title alone says when it names the role, by the role's own index from 0.
    func lean(ofRole role: Int) -> OutcomeValues { leans[role].values }

    /// The weights that follow from a skill's memberships.
    static func derived(_ skill: Skill, _ parameters: Parameters) -> OutcomeValues {
        let factor = parameters.kind[skill.kind] ?? 1
        var vector = OutcomeValues(skill.memberships.map { (.layer($0.layer), $0.weight * factor) })
        vector[.outside] = skill.outsideWeight * factor * parameters.outsideFactor
        return vector
    }
}
