public import StrataModel

/// Stretches of time side by side: months, quarters or years.
public struct Periods: Sendable, Hashable {
    /// `.month`, `.quarter` or `.year`.
    public var dimension: Dimension
    /// `2026-01`, `2026-Q1` or `2026`, without gaps, the earliest first.
    public var names: [String]
    /// The latest day that is counted.
    public var lastDay: CalendarDate
    /// Whether the last one had not ended on the latest day that is known, or goes on after the window.
    public var endsEarly: Bool

    /// More than these are drawn by the next longer stretch.
    static let most = 24

    /// The shortest stretches that are few enough.
    ///
    /// - parameters:
    ///   - first: the first day.
    ///   - last: the latest day that is counted: that a JD was seen on, or that the window holds.
    init(from first: CalendarDate, through last: CalendarDate) {
        func isFew(_ length: Int) -> Bool { Self.number(last, length) - Self.number(first, length) < Self.most }
        let (dimension, length): (Dimension, Int) = isFew(1) ? (.month, 1) : isFew(3) ? (.quarter, 3) : (.year, 12)
        self.init(dimension, length, from: first, through: last)
    }

    /// The stretches of a dimension from the first of some keys on.
    ///
    /// - parameter last: the latest day that is counted.
    /// - returns: nil where the dimension is none of time, or no key is a stretch of it.
    init?(_ dimension: Dimension, of keys: some Collection<String>, through last: CalendarDate) {
        let length: Int
        switch dimension {
        case .month: length = 1
        case .quarter: length = 3
        case .year: length = 12
        default: return nil
        }
        let days = keys.compactMap { key -> CalendarDate? in
            guard let year = Int(key.prefix(4)) else { return nil }
            let rest = key.dropFirst(5)
            let month = rest.first == "Q" ? Int(rest.dropFirst()).map { $0 * 3 - 2 } : Int(rest)
            return CalendarDate(year: year, month: month ?? 1, day: 1)
        }
        guard let first = days.min() else { return nil }
        self.init(dimension, length, from: first, through: last)
    }

    private init(_ dimension: Dimension, _ length: Int, from first: CalendarDate, through last: CalendarDate) {
        self.dimension = dimension
        lastDay = last
        let numbers = Self.number(min(first, last), length)...Self.number(last, length)
        names = numbers.map { Self.name($0, length) }
        let next = (numbers.upperBound + 1) * length
        let end = CalendarDate(year: next / 12, month: next % 12 + 1, day: 1)
        // Seen through its last day, it is whole.
        endsEarly = if let end, let after = last.adding(days: 1) { after < end } else { false }
    }

    private static func number(_ date: CalendarDate, _ length: Int) -> Int {
        (date.year * 12 + date.month - 1) / length
    }

    private static func name(_ number: Int, _ length: Int) -> String {
        let month = number * length
        let year = String(month / 12)
        switch length {
        case 1: return "\(year)-\(month % 12 + 1 < 10 ? "0" : "")\(month % 12 + 1)"
        case 3: return "\(year)-Q\(month % 12 / 3 + 1)"
        default: return year
        }
    }
}
