public import StrataModel

/// Advice that an exercise shows as its answer: given anew at each reading.
public enum CourseAdvice: Sendable {
    case raci, diagnosis, plan
    /// Of `raci` what passes between roles.
    case handOvers

    /// Which key the plain words of its file stand for.
    public var words: Request.Words {
        switch self {
        case .raci, .handOvers: .brief
        case .diagnosis: .symptoms
        case .plan: .goals
        }
    }

    /// What Strata says, as far as the exercise asks for it.
    ///
    /// - throws: `SeedTable.Malformed`; what the advice itself throws.
    public func blocks(_ request: Request, _ knowledge: Knowledge) throws -> [Block] {
        switch self {
        case .raci, .handOvers:
            let raci = try RACIBuilder(knowledge).raci(request, archetype: nil, team: nil)
            let blocks = raci.document(withReasons: false).blocks
            if case .raci = self { return Self.opening(blocks, without: [Self.handOverHeading]) }
            return Array(blocks.drop { $0 != .heading(Self.handOverHeading) }.dropFirst().prefix(1))
        case .diagnosis:
            let team = try CoverageReader(knowledge).read(request.team)
            let diagnosis = try Diagnostician(knowledge).diagnose(request, team)
            let document = diagnosis.document(naming: knowledge.name(ofSkill:))
            return Self.opening(document.blocks, without: ["Questions to the team"])
        case .plan:
            let team = try CoverageReader(knowledge).read(request.team)
            let plan = try Planner(knowledge).plan(request, team)
            return Self.opening(
                plan.document(naming: knowledge.name(ofSkill:)).blocks, without: ["What the goals take"])
        }
    }

    private static let handOverHeading = "Hand-overs"

    /// The blocks without some of the sections.
    private static func opening(_ blocks: [Block], without sections: Set<String>) -> [Block] {
        var isShown = true
        return blocks.filter { block in
            if case .heading(let text) = block { isShown = !sections.contains(text) }
            return isShown
        }
    }
}
