/// Keeps labels apart that belong to places on one line.
enum LabelSpread {
    /// Middles of labels, each as near to its place as the others allow, in the order of the places.
    ///
    /// - parameters:
    ///   - places: where the labels belong, in any order.
    ///   - size: what one label takes; less where not all find room.
    ///   - length: of the line, which starts at 0; no label reaches beyond.
    static func spread(_ places: [Double], size: Double, within length: Double) -> [Double] {
        guard !places.isEmpty else { return [] }
        let size = min(size, length / Double(places.count))
        let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        var groups: [Group] = []
        for index in order {
            groups.append(Group(wanted: places[index], count: 1, size: size, length: length))
            // Two groups that touch become one, in the middle of what both want.
            while groups.count > 1, groups[groups.count - 1].start < groups[groups.count - 2].end - 1e-9 {
                let last = groups.removeLast()
                groups[groups.count - 1].take(last)
            }
        }
        var middles = [Double](repeating: 0, count: places.count)
        let spread = groups.flatMap { group in (0..<group.count).map { group.start + (Double($0) + 0.5) * size } }
        for (index, middle) in zip(order, spread) { middles[index] = middle }
        return middles
    }

    /// Labels that stand close to each other.
    private struct Group {
        /// Sum of the places of its labels' middles, each less the labels before it.
        private var wanted: Double
        private(set) var count: Int
        private let size: Double
        private let length: Double

        init(wanted: Double, count: Int, size: Double, length: Double) {
            self.wanted = wanted
            self.count = count
            self.size = size
            self.length = length
        }

        var start: Double {
            let ideal = wanted / Double(count) - size / 2
            return min(max(ideal, 0), max(0, length - size * Double(count)))
        }
        var end: Double { start + size * Double(count) }

        mutating func take(_ next: Group) {
            wanted += next.wanted - Double(count * next.count) * size
            count += next.count
        }
    }
}
