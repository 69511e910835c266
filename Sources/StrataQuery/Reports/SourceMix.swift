internal import GRDB

/// From which sources the JDs of two windows come: a new scrape is not a new demand.
public struct SourceMix: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var source: String
        /// JDs seen in it.
        public var jds: Int
        public var jdsBefore: Int
        /// Their parts of all that were seen in any source, 0 to 1.
        public var share: Double
        public var shareBefore: Double
    }

    /// The greatest first.
    public var rows: [Row]

    /// How much of the mix is other than before, 0 to 1: half the sum of what the shares differ by.
    public var shift: Double { rows.reduce(0) { $0 + ($1.share - $1.shareBefore).magnitude } / 2 }

    /// From here on a change of demand may be one of the mix.
    public static let notable = 0.1

    /// Whether a change of demand may be one of the mix; not so where one of the windows has no JDs, and so no mix.
    public var hasChanged: Bool {
        shift >= Self.notable && rows.contains { $0.jds > 0 } && rows.contains { $0.jdsBefore > 0 }
    }

    init(now: [String: Int], before: [String: Int]) {
        let (all, allBefore) = (now.values.reduce(0, +), before.values.reduce(0, +))
        rows = Set(now.keys).union(before.keys).map { source in
            let (jds, earlier) = (now[source] ?? 0, before[source] ?? 0)
            return Row(
                source: source, jds: jds, jdsBefore: earlier, share: all > 0 ? Double(jds) / Double(all) : 0,
                shareBefore: allBefore > 0 ? Double(earlier) / Double(allBefore) : 0)
        }.sorted { ($1.jds, $1.jdsBefore, $0.source) < ($0.jds, $0.jdsBefore, $1.source) }
    }
}

extension SourceMix {
    /// How many JDs pass a filter, by the name of the source that they were seen in.
    ///
    /// - throws: `DatabaseError`.
    static func counts(_ filter: ColumnFilter, _ db: Database) throws -> [String: Int] {
        let names = try KeyNames([.source], db)
        return try DemandCount.figures(by: [.source], filter, db).cells.reduce(into: [:]) { counts, cell in
            counts[names.values(cell.key).first?.name ?? ""] = cell.value.jds
        }
    }
}
