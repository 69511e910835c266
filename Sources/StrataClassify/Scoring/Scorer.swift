import StrataModel

/// The linear model: mentions to contributions, contributions to scores and shares.
struct Scorer: Sendable {
    let parameters: Parameters
    let weights: WeightTable
    /// By count, how much so many mentions weigh.
    private let saturations: [Double]

    init(_ reader: inout ImageReader) {
        parameters = Parameters(Array(reader.array(of: Double.self)))
        weights = WeightTable(&reader)
        let (slope, cap) = (parameters.countSlope, parameters.countCap)
        saturations = (0..<64).map { Maths.saturated($0, slope: slope, cap: cap) }
    }

    static func write(_ catalogue: Catalogue, into writer: inout ImageWriter) {
        let numbers = Parameters.numbers(catalogue.scoring)
        writer.append(numbers)
        WeightTable.write(catalogue, Parameters(numbers), into: &writer)
    }

    /// The mentions of one skill in one requirement, with what they weigh.
    struct Item {
        var skill: Int
        var requirement: Requirement
        var spans: [Span]
        /// The count, saturated; mentions that are named as not asked for weigh nothing.
        var saturation: Double
        /// That, times the requirement's factor.
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
            let count = group.count { !$0.isNotAsked }
            let saturation = saturations[min(count, saturations.count - 1)]
            items.append(
                Item(
                    skill: skill, requirement: requirement, spans: group.map { Span(start: $0.start, end: $0.end) },
                    saturation: saturation, strength: saturation * parameters.factor(requirement)))
            first = end
        }
        return items
    }

    /// By how much each contribution shrinks: a long text names more of everything, and would else be always certain.
    func damping(_ items: [Item]) -> Double {
        let total = items.reduce(0) { $0 + $1.strength * weights.magnitude($1.skill) }
        return Maths.power(1 + total / parameters.dampingScale, -parameters.dampingPower)
    }

    /// What speaks for each outcome before damping: all of it, and as much of it as is asked for.
    func totals(_ items: [Item]) -> (evidence: OutcomeValues, asked: OutcomeValues) {
        var totals = (evidence: OutcomeValues(), asked: OutcomeValues())
        for item in items {
            let weight = weights.vector(item.skill).positive
            totals.evidence += weight * item.strength
            switch item.requirement {
            case .required: totals.asked += weight * item.saturation
            case .preferred: totals.asked += weight * (item.saturation * parameters.needsPreferred)
            case .context: break
            }
        }
        return totals
    }

    /// What the title adds: its role's lean and the skills that it names.
    ///
    /// - parameter role: its own index, from 0.
    func title(role: Int?, skills: [Int]) -> OutcomeValues {
        var sum = (role.map(weights.lean(ofRole:)) ?? OutcomeValues()) * parameters.titleLean
        for skill in skills { sum += weights.vector(skill) * parameters.titleSkill }
        return sum
    }
}
