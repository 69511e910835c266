internal import StrataModel

/// Reads goals: which sort of project each is, and which layers that takes.
struct GoalReader: Sendable {
    struct Reading: Sendable, Hashable {
        var goal: String
        /// Slug of the archetype; nil for what is no goal of the stack.
        var archetype: String?
        var name: String?
        /// In the stack's order.
        var layers: [Layer]
        /// Names of the sorts of project that it may be of, where none is sure.
        var near: [String]
        /// The goal's words that told.
        var words: [String]
        /// Whether it asks to fine-tune a model, and whether for a model beside one that is there.
        var isFineTuning: Bool
        var isSecondModel: Bool
    }

    private let briefs: BriefReader
    private let vocabulary: Vocabulary

    init(_ knowledge: Knowledge) throws {
        briefs = try BriefReader(knowledge, WorkKinds(knowledge))
        vocabulary = knowledge.vocabulary
    }

    /// In an order that is not that of the goals.
    func read(_ goals: [String]) -> [Reading] {
        let readings = goals.map(read).sorted { ($0.archetype ?? "~", $0.goal) < ($1.archetype ?? "~", $1.goal) }
        // The second of two predictive models is one beside another.
        let models = readings.indices.filter { readings[$0].layers.contains(.appliedML) }
        guard Set(models.compactMap { readings[$0].archetype }).count > 1, let last = models.last else {
            return readings
        }
        var marked = readings
        marked[last].isSecondModel = true
        return marked
    }

    private func read(_ goal: String) -> Reading {
        let reading = briefs.read(goal)
        let text = PhraseText(goal, vocabulary)
        let isFineTuning = vocabulary.isAny("finetune", in: text)
        let archetype = reading.archetype.flatMap { briefs.archetypes[$0] }
        var layers = Set(archetype?.needs ?? [])
        if isFineTuning { layers.insert(.appliedML) }
        return Reading(
            goal: goal.trimmed, archetype: archetype?.slug, name: archetype?.name,
            layers: Layer.allCases.filter(layers.contains),
            near: archetype == nil ? reading.near.compactMap { briefs.archetypes[$0]?.name } : [], words: reading.words,
            isFineTuning: isFineTuning,
            isSecondModel: vocabulary.isAny("second", in: text))
    }

    /// By layer, the role that the goals' sorts of projects take, the first sort that says one.
    func roles(of goals: [Reading]) -> [Layer: String] {
        goals.compactMap(\.archetype).reduce(into: [:]) { roles, archetype in
            roles.merge(briefs.archetypes[archetype]?.roles ?? [:]) { first, _ in first }
        }
    }
}
