internal import GRDB
internal import StrataModel
internal import StrataStorage

/// The JDs that a search may find, with what ranks them.
struct SearchScope {
    /// Those that pass the filter; nil for all.
    private var accepted: IDSet?
    /// By id.
    private var words: [UInt32] = []
    /// By id, the group of a JD that is alike to others; 0 for one that stands alone. Empty where that does not matter.
    private var groups: [UInt32] = []
    /// By id, the latest date; 0 for none.
    private var newest: [UInt32] = []

    /// - throws: ``UnknownName``, `DatabaseError`.
    init(_ filter: JDFilter, _ db: Database) throws {
        let conditions = try ColumnFilter(filter, db)
        if !conditions.isEmpty { accepted = IDSet() }
        var wanted = conditions.columns.union([.words])
        if filter.isDistinct { wanted.formUnion([.group, .sightings, .dates]) }
        try Columns(db).forEachBlock(wanted) { block in
            append(block[numbers: .words], to: &words, block)
            if !conditions.isEmpty { accept(conditions, block) }
            if filter.isDistinct { appendGroups(block) }
        }
        for group in groups where group != 0 && Int(group) < groups.count { groups[Int(group)] = group }
    }

    private func append(_ values: [UInt32], to column: inout [UInt32], _ block: ColumnBlock) {
        column += [UInt32](repeating: 0, count: Int(block.firstID) - column.count)
        column += values
    }

    private mutating func accept(_ conditions: ColumnFilter, _ block: ColumnBlock) {
        let over = conditions.over(block)
        let (counts, dates) = (block[numbers: .sightings], block[numbers: .dates])
        let sources = block[numbers: .sources]
        let asksForSightings = conditions.asksForSightings
        var end = 0
        for place in 0..<block.count {
            let start = end
            if asksForSightings { end += Int(counts[place]) }
            guard over.accepts(place) else { continue }
            var isSeen = !asksForSightings
            for index in start..<end where !isSeen {
                isSeen = conditions.accepts(source: sources.isEmpty ? nil : sources[index], date: dates[index])
            }
            if isSeen { accepted?.insert(Int(block.firstID) + place) }
        }
    }

    private mutating func appendGroups(_ block: ColumnBlock) {
        append(block[numbers: .group], to: &groups, block)
        var end = 0
        let latest = block[numbers: .sightings].map { count in
            let start = end
            end += Int(count)
            return block[numbers: .dates][start..<end].max() ?? 0
        }
        append(latest, to: &newest, block)
    }

    /// The best of the JDs that match and pass, and how many there are; of those that are alike the newest that does.
    ///
    /// - parameter limit: nil for all, 0 for their number alone.
    /// - throws: `DatabaseError`.
    func matches(_ expression: SearchExpression, limit: Int?, _ db: Database) throws -> RankedMatches {
        guard !groups.isEmpty else { return try matches(expression, limit, db) { accepts(Int($0)) } }
        var shown: [UInt32: Int] = [:]
        _ = try matches(expression, 0, db) { id in
            let id = Int(id)
            guard accepts(id), case let group = groups[id], group != 0 else { return false }
            let other = shown[group]
            if other.map({ isNewer(id, than: $0) }) ?? true { shown[group] = id }
            return true
        }
        return try matches(expression, limit, db) { id in
            let id = Int(id)
            return accepts(id) && (groups[id] == 0 || shown[groups[id]] == id)
        }
    }

    private func matches(
        _ expression: SearchExpression, _ limit: Int?, _ db: Database, where accepts: (Int64) -> Bool
    ) throws -> RankedMatches {
        try RankedMatches(
            expression.match, allOf: expression.plainWords, weights: [10, 4, 2, 1], limit: limit, sizes: words, db,
            where: accepts)
    }

    private func accepts(_ id: Int) -> Bool { id < words.count && accepted?.contains(id) ?? true }

    /// Newest first, then by id.
    private func isNewer(_ left: Int, than right: Int) -> Bool {
        newest[left] != newest[right] ? newest[left] > newest[right] : left < right
    }
}
