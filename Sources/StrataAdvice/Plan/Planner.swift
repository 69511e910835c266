internal import StrataModel
public import StrataQuery

/// Plans hires.
public struct Planner: Sendable {
    private let knowledge: Knowledge
    private let assessor: Assessor
    private let sequencer: Sequencer
    private let rules: [PrecedenceRule]

    /// - throws: `SeedTable.Malformed`.
    public init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        assessor = try Assessor(knowledge)
        sequencer = try Sequencer(knowledge, symptoms: assessor.symptoms.rules)
        rules = try PrecedenceRule.all(knowledge.files)
    }

    /// - throws: ``NoProject`` where no goal, complaint or person has to do with the stack; ``RequestError`` for an answer to
    ///   a question that nobody asked.
    public func plan(_ request: Request, _ team: TeamReading) throws -> HiringPlan {
        let assessment = try assessor.assess(request, team)
        guard assessment.needs.contains(where: { $0.value.contains { $0.slug != "data-unready" } }) else {
            let near = Prose.list(
                assessment.goals.flatMap(\.near).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, "or")
            throw NoProject(
                description:
                    "none of the goals is surely one of the AI/ML stack, so there is nobody to hire for it: say what is to be "
                    + "predicted, answered, found or reported, and out of which data"
                    + (near.isEmpty ? "" : " (is it \(near)?)"))
        }
        let hires = sequencer.hires(assessment, roles: assessor.goals.roles(of: assessment.goals))
        let needed = Layer.allCases.compactMap { layer -> HiringPlan.Needed? in
            guard let rules = assessment.needs[layer] else { return nil }
            let people = team.members.filter { $0.parts[layer] == .works }.map(\.label)
            let why = rules.map(\.why).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return HiringPlan.Needed(layer: layer, why: why, people: people)
        }
        return HiringPlan(
            goals: assessment.goals.map { goal in
                HiringPlan.Goal(
                    text: goal.goal, archetype: goal.archetype, name: goal.name, layers: goal.layers, near: goal.near,
                    words: goal.words)
            },
            data: assessment.readiness.flatMap { reading in
                assessment.data.map {
                    HiringPlan.Data(
                        text: $0.trimmed, level: reading.level, words: reading.words, example: reading.example)
                }
            },
            needed: needed, hires: hires, market: [:], own: [:], foreign: [:], waits: waits(assessment, hires),
            unused: (assessment.others + assessment.doubts.map(\.text)).sorted(), jds: nil)
    }

    /// What the knowledge base says of the roles, beside their hires.
    public func adding(_ market: Market, to plan: HiringPlan) -> HiringPlan {
        let roles = market.roles.filter { role in plan.hires.contains { $0.role == role.slug } }
        var plan = plan
        plan.market = Dictionary(roles.map { ($0.slug, $0) }) { first, _ in first }
        plan.own = split(roles) { knowledge.isWorthAsking($0, in: $1) }
        plan.foreign = split(roles) { knowledge.isForeign($0, to: $1) }
        plan.jds = market.jds
        return plan
    }

    private func split(
        _ roles: [Market.Role], _ isTaken: (String, Layer?) -> Bool
    ) -> [String: [RoleReport.SkillCount]] {
        Dictionary(
            roles.map { role in
                (role.slug, role.required.filter { isTaken($0.slug, knowledge.role(role.slug)?.layer) })
            }
        ) { first, _ in first }
    }

    /// What the present team must not begin before something else holds.
    private func waits(_ assessment: Assessment, _ hires: [Hire]) -> [String] {
        let facts = assessment.facts
        var waits: [String] = []
        for rule in rules where rule.when.holds(of: facts) {
            let isAsked =
                switch rule.after {
                case "fine-tuning": facts["goal.fine-tuning"] > 0
                case "second-model": facts["goal.second-model"] > 0
                default: false
                }
            // Who has the layer that goes first, and no trouble with it, need not wait.
            if let layer = Layer(rawValue: rule.before), assessment.team.people(in: layer) > 0,
                !assessment.strained.contains(layer)
            {
                continue
            }
            // A hire that has the rule in its order says it itself.
            if isAsked, !hires.contains(where: { $0.after.contains { $0.rule == rule.slug } }) {
                waits.append(rule.why)
            }
        }
        if let level = assessment.readiness?.level, level == .unreliable || level == .partial,
            assessment.team.people(in: .dataEngineering) > 0
        {
            waits.append(
                "The data is not reliable yet, and somebody answers for it: that work comes before any modelling or assistant."
            )
        }
        if assessment.readiness == nil, assessment.needs[.dataEngineering] != nil {
            waits.append("Nothing is said of the data: ask how ready it is ('data: ...') before a scientist is hired.")
        }
        return waits
    }
}
