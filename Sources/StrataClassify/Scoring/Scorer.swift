import StrataModel

/// The linear model: mentions to contributions, contributions to scores and shares.
struct Scorer: Sendable {
    let parameters: Parameters
    let weights: WeightTable
    /// By count, how much so many mentions weigh.
    private let saturation: [Double]

    init(catalogue: Catalogue) {
        let parameters = Parameters(catalogue.scoring)
        self.parameters = parameters
        weights = WeightTable(catalogue: catalogue, parameters: parameters)
        saturation = (0..<64).map { Maths.saturated($0, slope: parameters.countSlope, cap: parameters.countCap) }
    }

    /// The mentions of one skill in one requirement, with what they weigh.
    struct Item {
        var skill: Int
        var requirement: Requirement
        var spans: [Span]
        /// Requirement's factor times saturated count; mentions that are named as not asked for weigh nothing.
        var strength: Double
    }

    /// Gathers mentions into items, by skill, then requirement.
    func items(_ mentions: [FoundMention]) -> [Item] {
        let sorted = mentions.sorted { left, right in
            (left.skill, left.verdict, left.start) < (right.skill, right.verdict, right.start)
        }
        var items: [Item] = []
        items.reserveCapacity(sorted.count)
        var first = 0
        while first < sorted.count {
            let (skill, requirement) = (sorted[first].skill, sorted[first].verdict)
            var end = first + 1
            while end < sorted.count, sorted[end].skill == skill, sorted[end].verdict == requirement { end += 1 }
            let group = sorted[first..<end]
            items.append(
                Item(
                    skill: skill, requirement: requirement, spans: group.map { Span(start: $0.start, end: $0.end) },
                    strength: strength(requirement, count: group.count { !$0.isNotAsked })))
            first = end
        }
        return items
    }

    /// Requirement's factor times saturated count.
    private func strength(_ requirement: Requirement, count: Int) -> Double {
        parameters.factor(requirement) * saturation[min(count, saturation.count - 1)]
    }

    /// By how much each contribution shrinks: a long text names more of everything, and would else be always certain.
    func damping(_ items: [Item]) -> Double {
        let total = items.reduce(0) { $0 + $1.strength * weights.magnitudes[$1.skill] }
        return Maths.power(1 + total / parameters.dampingScale, -parameters.dampingPower)
    }

    /// What the title adds: its role's lean and the skills that it names.
    func title(role: Role?, skills: [Int]) -> OutcomeValues {
        var sum = (role?.lean ?? OutcomeValues()) * parameters.titleLean
        for skill in skills { sum += weights.vectors[skill] * parameters.titleSkill }
        return sum
    }
}
