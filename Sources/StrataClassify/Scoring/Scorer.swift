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

    /// Gathers mentions, given in the order of the text, into items, by skill, then requirement.
    func items(_ mentions: [FoundMention]) -> [Item] {
        // One number to sort by: moving whole mentions about costs more than comparing them.
        let order = mentions.indices.map { Self.sortKey(mentions[$0], place: $0) }.sorted()
        var items: [Item] = []
        items.reserveCapacity(order.count)
        var first = 0
        while first < order.count {
            let group = order[first] >> Self.placeBits
            var end = first + 1
            while end < order.count, order[end] >> Self.placeBits == group { end += 1 }
            let spans = order[first..<end].map { key in
                let mention = mentions[Int(key & Self.places)]
                return Span(start: mention.start, end: mention.end)
            }
            first = end
            let requirement = Requirement.allCases[Int(group & 3)]
            let weight = Double(spans.count) * parameters.factor(requirement)
            items.append(Item(skill: Int(group >> 2), requirement: requirement, spans: spans, strength: weight))
        }
        saturateAndDamp(&items)
        return items
    }

    private static let placeBits: UInt64 = 34
    private static let places: UInt64 = 1 << placeBits - 1

    /// The skill above the requirement above the mention's place.
    private static func sortKey(_ mention: FoundMention, place: Int) -> UInt64 {
        (UInt64(mention.skill) << 2 | UInt64(mention.verdict.index)) << placeBits | UInt64(place)
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
