/// The order of a report's rows.
public struct DemandSort: Sendable, Hashable {
    public enum Key: String, Sendable, CaseIterable {
        /// The values of the dimensions.
        case name
        case jds, distinct, sightings, share, change
    }

    public var key: Key
    public var isDescending: Bool

    public init(_ key: Key, descending: Bool? = nil) {
        self.key = key
        isDescending = descending ?? (key != .name)
    }

    /// Reads a key's name, `-` before it for descending, `+` for ascending, else as is usual for it.
    ///
    /// - returns: nil when it names no order.
    public init?(spelled text: String) {
        let sign = text.first.flatMap { "+-".contains($0) ? $0 : nil }
        let word = (sign == nil ? text : String(text.dropFirst())).lowercased()
        guard let key = Key(rawValue: word) else { return nil }
        self.init(key, descending: sign.map { $0 == "-" })
    }
}

extension DemandSort {
    func sorted(_ rows: [DemandReport.Row]) -> [DemandReport.Row] {
        Self.named(rows).sorted { left, right in
            switch (figure(left.row), figure(right.row)) {
            case (let a?, let b?) where a != b: isDescending ? a > b : a < b
            case (nil, .some): false
            case (.some, nil): true
            default: key == .name && isDescending ? right.names < left.names : left.names < right.names
            }
        }.map(\.row)
    }

    /// Names are put together once, not for each comparison.
    private static func named(
        _ rows: [DemandReport.Row]
    ) -> [(row: DemandReport.Row, names: DemandReport.Row.Names)] {
        rows.map { ($0, DemandReport.Row.Names($0.values)) }
    }

    /// What it sorts by; all the same for names.
    private func figure(_ row: DemandReport.Row) -> Double? {
        switch key {
        case .name: 0
        case .jds, .share: Double(row.jds)
        case .distinct: Double(row.distinct)
        case .sightings: Double(row.sightings)
        case .change: row.change
        }
    }

    /// Time ascending; within it, or without it, the most JDs first, then by name. Where time comes second, the first
    /// dimension's values come by all their JDs.
    static func usual(_ rows: [DemandReport.Row], by dimensions: [Dimension]) -> [DemandReport.Row] {
        let isTime = dimensions.map(\.isTime)
        let timeLast = isTime.count == 2 && isTime[1] && !isTime[0]
        let named = named(rows)
        var totals: [String: Int] = [:]
        if timeLast { for item in named { totals[item.names.first, default: 0] += item.row.jds } }
        return named.map { ($0.row, $0.names, totals[$0.names.first] ?? 0) }.sorted { left, right in
            if timeLast { return left.2 != right.2 ? left.2 > right.2 : left.1 < right.1 }
            if isTime == [true, true] { return left.1 < right.1 }
            if isTime[0], left.1.first != right.1.first { return left.1.first < right.1.first }
            return left.0.jds != right.0.jds ? left.0.jds > right.0.jds : left.1 < right.1
        }.map(\.0)
    }
}

extension DemandReport.Row {
    /// Names to compare by, with keys to tell equal names apart; JDs that have none come last.
    fileprivate struct Names: Comparable {
        let parts: [String]

        init(_ values: [DemandReport.Value]) {
            parts = values.map { $0.key == nil ? "\u{10FFFF}" : "\($0.name)\u{0}\($0.key ?? "")" }
        }

        var first: String { parts.first ?? "" }

        static func < (left: Names, right: Names) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
    }
}
