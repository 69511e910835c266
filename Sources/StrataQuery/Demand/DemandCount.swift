internal import GRDB
internal import StrataStorage

/// Counts JDs and their sightings, reading the columns of all JDs once.
struct DemandCount {
    private let readsTime: Bool
    private let readsSightings: Bool
    private let filter: ColumnFilter
    private let heads: IDSet
    private var keys: [DimensionKeys]
    private var figures = DemandFigures()
    private var table = CellTable()
    private var cells: [DemandFigures.Cell] = []
    /// A cell and a group for each JD that is alike to others, to find those that repeat.
    private var grouped: [UInt64] = []
    /// The same of all JDs that count.
    private var groups: [UInt32] = []
    /// The cells that the present JD counts in by its sightings, with how many.
    private var own: [(cell: Int, sightings: Int)] = []

    /// - parameter dimensions: none for the totals only.
    /// - throws: `DatabaseError`.
    static func figures(by dimensions: [Dimension], _ filter: ColumnFilter, _ db: Database) throws -> DemandFigures {
        let columns = try Columns(db)
        var count = DemandCount(
            dimensions: dimensions, filter: filter, heads: try heads(columns),
            keys: try dimensions.map { try DimensionKeys($0, db) })
        let wanted = count.keys.reduce(filter.columns.union([.sightings, .dates, .group])) { $0.union($1.columns) }
        try columns.forEachBlock(wanted) { block in count.add(block) }
        return count.finished()
    }

    /// Date of the latest sighting, of the source alone that the filter asks for, as 20260131; 0 for none.
    ///
    /// - throws: `DatabaseError`.
    static func latest(_ filter: ColumnFilter, _ db: Database) throws -> UInt32 {
        var latest: UInt32 = 0
        try Columns(db).forEachBlock(filter.columns.union([.dates])) { block in
            let (dates, sources) = (block[numbers: .dates], block[numbers: .sources])
            for (index, date) in dates.enumerated() where date > latest {
                if filter.accepts(source: sources.isEmpty ? nil : sources[index]) { latest = date }
            }
        }
        return latest
    }

    /// The JDs that groups are named by.
    static func heads(_ columns: Columns) throws -> IDSet {
        var heads = IDSet()
        try columns.forEachBlock([.group]) { block in
            for group in block[numbers: .group] where group != 0 { heads.insert(Int(group)) }
        }
        return heads
    }

    private init(dimensions: [Dimension], filter: ColumnFilter, heads: IDSet, keys: [DimensionKeys]) {
        readsTime = dimensions.contains(where: \.isTime)
        readsSightings = keys.contains { $0.holder == .sighting }
        self.filter = filter
        self.heads = heads
        self.keys = keys
    }

    private mutating func add(_ block: ColumnBlock) {
        let over = filter.over(block)
        let asksForSightings = filter.asksForSightings
        typealias Keys = DimensionKeys.InBlock
        let first = keys.isEmpty ? Keys.one : keys[0].keys(of: block)
        let second = keys.count > 1 ? keys[1].keys(of: block) : Keys.one
        let (verdicts, groups) = (block[numbers: .verdict], block[numbers: .group])
        let (counts, dates) = (block[numbers: .sightings], block[numbers: .dates])
        let sources = block[numbers: .sources]
        var end = 0
        for place in 0..<block.count {
            let range = end..<end + Int(counts[place])
            end = range.upperBound
            guard over.accepts(place) else { continue }
            let seen = seen(range, dates, sources)
            guard seen > 0 || !asksForSightings else { continue }
            let verdict = VerdictCode(rawValue: verdicts[place])
            figures.total.jds += 1
            figures.total.sightings += seen
            if verdict.isOutsideStack { figures.outsideStack += 1 }
            if verdict.isUndecided { figures.undecided += 1 }
            let group = group(of: Int(block.firstID) + place, groups[place])
            if group != 0 { self.groups.append(group) }
            if keys.isEmpty { continue }
            if readsSightings {
                countSightings(of: place, range, dates, sources, group, first, second)
                continue
            }
            for a in first.range(of: place, sighting: 0) where first.counts(a) {
                for b in second.range(of: place, sighting: 0) where second.counts(b) {
                    count(seen, in: table.number(first.keys[a], second.keys[b]), group)
                }
            }
        }
    }

    /// How many sightings pass; notes the latest date, and whether no date is known.
    private mutating func seen(_ range: Range<Int>, _ dates: [UInt32], _ sources: [UInt32]) -> Int {
        var (seen, ofSource, latest): (Int, Int, UInt32) = (0, 0, 0)
        for index in range {
            let source = sources.isEmpty ? nil : sources[index]
            guard filter.accepts(source: source) else { continue }
            ofSource += 1
            latest = max(latest, dates[index])
            if filter.accepts(source: source, date: dates[index]) { seen += 1 }
        }
        figures.latest = max(figures.latest, latest)
        if latest == 0, ofSource > 0 { figures.undated += 1 }
        return seen
    }

    /// The group by whose number repeats are found; 0 for a JD that stands alone.
    private func group(of id: Int, _ group: UInt32) -> UInt32 {
        group != 0 ? group : heads.contains(id) ? UInt32(clamping: id) : 0
    }

    private mutating func countSightings(
        of place: Int, _ range: Range<Int>, _ dates: [UInt32], _ sources: [UInt32], _ group: UInt32,
        _ first: DimensionKeys.InBlock, _ second: DimensionKeys.InBlock
    ) {
        own.removeAll(keepingCapacity: true)
        for index in range {
            let source = sources.isEmpty ? nil : sources[index]
            guard filter.accepts(source: source, date: dates[index]), !readsTime || dates[index] != 0 else { continue }
            for a in first.range(of: place, sighting: index) {
                guard first.counts(a) else { continue }
                for b in second.range(of: place, sighting: index) where second.counts(b) {
                    let cell = table.number(first.keys[a], second.keys[b])
                    // Most JDs have been seen once.
                    if range.count == 1 {
                        count(1, in: cell, group)
                    } else if let known = own.firstIndex(where: { $0.cell == cell }) {
                        own[known].sightings += 1
                    } else {
                        own.append((cell, 1))
                    }
                }
            }
        }
        for (cell, sightings) in own { count(sightings, in: cell, group) }
    }

    /// Counts the present JD in a cell.
    @inline(__always)
    private mutating func count(_ sightings: Int, in cell: Int, _ group: UInt32) {
        if cell >= cells.count { cells.append(DemandFigures.Cell()) }
        cells[cell].jds += 1
        cells[cell].sightings += sightings
        if group != 0 { grouped.append(UInt64(cell) << 32 | UInt64(group)) }
    }

    private func finished() -> DemandFigures {
        var (figures, cells) = (figures, cells)
        figures.total.repeats = Self.repeats(groups) { _ in }
        _ = Self.repeats(grouped) { cells[Int($0 >> 32)].repeats += 1 }
        for (number, cell) in cells.enumerated() {
            let pair = table.pair(number)
            let found = zip(keys, [pair.first, pair.second]).map { $0.key($1) }
            figures.cells[found] = cell
        }
        return figures
    }

    /// How many values are not the first of their kind; the body is called with each.
    private static func repeats<Value: Comparable>(_ values: [Value], _ body: (Value) -> Void) -> Int {
        let sorted = values.sorted()
        var count = 0
        for (value, next) in zip(sorted, sorted.dropFirst()) where value == next {
            count += 1
            body(value)
        }
        return count
    }
}
