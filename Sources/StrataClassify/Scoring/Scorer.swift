import StrataModel

/// The linear model: mentions to strengths, strengths to contributions.
struct Scorer: Sendable {
    let parameters: Parameters
    let weights: WeightTable

    init(_ reader: inout ImageReader) {
        parameters = Parameters(Array(reader.array(of: Double.self)))
        weights = WeightTable(&reader)
    }

    static func write(_ catalogue: Catalogue, into writer: inout ImageWriter) {
        let numbers = Parameters.numbers(catalogue.scoring)
        writer.append(numbers)
        WeightTable.write(catalogue, Parameters(numbers), into: &writer)
    }

    /// The mentions of one skill in one requirement, with what they weigh.
    struct Item {
        /// Index of a skill, or of a role beyond them.
        var skill: Int
        var requirement: Requirement
        var spans: [Span]
        /// The skill's saturated count, this requirement's part of it, damped.
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
            let spans = sorted[first..<end].map { Span(start: $0.start, end: $0.end) }
            let weight = Double(spans.count) * parameters.factor(requirement)
            items.append(Item(skill: skill, requirement: requirement, spans: spans, strength: weight))
            first = end
        }
        saturateAndDamp(&items)
        return items
    }

    /// Turns counts into strengths: a skill's requirements share one saturated count, and a long text, which names more of
    /// everything and would else be always certain, is damped by the length of the vector of all strengths.
    private func saturateAndDamp(_ items: inout [Item]) {
        var squares = 0.0
        var first = 0
        while first < items.count {
            var end = first + 1
            while end < items.count, items[end].skill == items[first].skill { end += 1 }
            let count = items[first..<end].reduce(0) { $0 + $1.strength }
            if count > 0 {
                let strength = parameters.saturated(count)
                for index in first..<end { items[index].strength *= strength / count }
                squares += strength * strength
            }
            first = end
        }
        let damping = 1 / (1 + squares / parameters.dampingScale).squareRoot()
        for index in items.indices { items[index].strength *= damping }
    }
}
