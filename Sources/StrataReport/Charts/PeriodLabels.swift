/// Names of months, quarters and years as the axis of time shows them: thinned, the year said once.
enum PeriodLabels {
    /// A label under the period at the index.
    struct Label: Equatable {
        var index: Int
        /// `Jan`, `Q1` or the name as given.
        var name: String
        /// The year, where it differs from that of the label before.
        var year: String?
    }

    /// - parameter most: how many labels have room.
    static func labels(_ periods: [String], most: Int) -> [Label] {
        let parsed = periods.map(parts)
        let step = step(parsed, most: max(1, most))
        var year: String?
        return chosen(parsed, step: step).map { index in
            let part = parsed[index]
            defer { year = part.year ?? year }
            return Label(index: index, name: part.name, year: part.year == year ? nil : part.year)
        }
    }

    private struct Part {
        var name: String
        /// Nil where the name says it.
        var year: String?
        /// Place in the year.
        var place: Int?
        var perYear: Int
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func parts(_ period: String) -> Part {
        let period = Markup.bounded(period, to: 12)
        let pieces = period.split(separator: "-", omittingEmptySubsequences: false)
        let given = Part(name: period, year: nil, place: nil, perYear: 1)
        guard pieces.count == 2, pieces[0].count == 4, let year = Int(pieces[0]) else { return given }
        if pieces[1].first == "Q", let quarter = Int(pieces[1].dropFirst()), (1...4).contains(quarter) {
            return Part(name: "Q\(quarter)", year: String(year), place: quarter - 1, perYear: 4)
        }
        guard let month = Int(pieces[1]), (1...12).contains(month) else { return given }
        return Part(name: months[month - 1], year: String(year), place: month - 1, perYear: 12)
    }

    /// Steps that divide the year, then whole years.
    private static func step(_ parts: [Part], most: Int) -> Int {
        let perYear = parts.first?.perYear ?? 1
        let within = [1, 2, 3, 4, 6].filter { perYear % $0 == 0 && $0 < perYear }
        let years = [1, 2, 5, 10, 20, 50, 100].map { $0 * perYear }
        return (within + years).first { (parts.count + $0 - 1) / $0 <= most } ?? max(1, parts.count)
    }

    /// Periods that begin a step of the year, so that Januaries are among them; else counted from the first.
    private static func chosen(_ parts: [Part], step: Int) -> [Int] {
        let perYear = parts.first?.perYear ?? 1
        guard step > 1, perYear > 1, parts.allSatisfy({ $0.perYear == perYear && $0.place != nil }) else {
            return Array(stride(from: 0, to: parts.count, by: step))
        }
        let place = parts.first?.place ?? 0
        let first = step <= perYear ? (step - place % step) % step : (perYear - place) % perYear
        guard first < parts.count else { return parts.isEmpty ? [] : [0] }
        return Array(stride(from: first, to: parts.count, by: step))
    }
}
