internal import StrataModel

/// The roles of a project: who does the work of a layer, by what the team has, else by what such projects take.
struct Crew {
    private let knowledge: Knowledge
    private let overrides: [Layer: String]
    private let team: TeamReading?

    /// Who answers for the whole, and for what no layer does.
    let lead = "ai-product-manager"

    /// The usual role of each layer.
    static let usual: [Layer: String] = [
        .dataEngineering: "data-engineer", .appliedML: "data-scientist", .mlops: "mlops-engineer",
        .promptEngineering: "prompt-engineer",
    ]

    init(_ knowledge: Knowledge, overrides: [Layer: String], _ team: TeamReading?) {
        self.knowledge = knowledge
        self.overrides = overrides
        self.team = team
    }

    /// The role that does a kind of work: the one for just this work where the team has it; else the team's role of the
    /// layer; else the project's, or the usual one.
    func role(for layer: Layer?, _ kind: WorkKind?) -> String {
        guard let layer else { return lead }
        if let team {
            if let kind, team.roles(in: layer).contains(kind.role) { return kind.role }
            if let own = team.roles(in: layer).first { return own }
        }
        return overrides[layer] ?? Self.usual[layer] ?? lead
    }

    /// A column for each role that has a letter, in the stack's order, who answers for the whole first.
    func columns(of steps: [RACI.Step]) -> [RACI.Column] {
        let slugs = Set(steps.flatMap { $0.assignments.map(\.role) })
        let columns = slugs.map { slug in
            let layer = knowledge.role(slug)?.layer
            return RACI.Column(
                role: slug, name: knowledge.roleName(slug), layer: layer,
                filledBy: team.map { $0.people(filling: slug, of: layer) }, jds: nil)
        }
        return columns.sorted {
            ($0.layer?.index ?? -1, $0.role) < ($1.layer?.index ?? -1, $1.role)
        }
    }
}
