public import GRDB

/// What is asked of all JDs, column by column: kept in the file, and made anew where JDs have changed since.
///
/// What is kept is a copy, never the only place of anything. Triggers note the JDs that have changed or gone, and new ones have
/// greater ids than those that are in: questions are answered rightly at any time, what is missing is made for them.
public struct Columns {
    private let db: Database
    /// The greatest id that the kept columns know of.
    private let through: Int64
    /// The greatest id that there is; 0 for no JDs.
    private let last: Int64
    /// JDs that have changed, by block.
    private let stale: [Int: [Int64]]

    /// - throws: `DatabaseError`.
    public init(_ db: Database) throws {
        self.db = db
        through = Int64(try Meta.integer(.columnsThrough, db) ?? 0)
        last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM jd_head") ?? 0
        stale = try Dictionary(grouping: Int64.fetchAll(db, sql: "SELECT jd FROM jd_stale ORDER BY jd")) {
            Int($0) / ColumnBlock.size
        }
    }

    /// How many blocks there are.
    public var blockCount: Int { last > 0 ? Int(last) / ColumnBlock.size + 1 : 0 }

    /// Whether the kept columns say what the rows say.
    private var isCurrent: Bool { stale.isEmpty && last == through }

    /// Whether those of a block do.
    private func isCurrent(_ number: Int) -> Bool {
        stale[number] == nil && (last <= through || (number + 1) * ColumnBlock.size <= through)
    }

    /// Hands over the columns block by block, by ascending ids.
    ///
    /// - throws: `DatabaseError`, and what the body throws.
    public func forEachBlock(_ columns: Set<JDColumn>, _ body: (ColumnBlock) throws -> Void) throws {
        let kept = try KeptColumns(db)
        var rows: ColumnRows?
        for number in 0..<blockCount {
            if isCurrent(number), let block = try kept.block(number, columns) {
                try body(block)
            } else {
                let maker = try rows ?? ColumnRows(db)
                rows = maker
                try body(try made(number, columns, kept, maker))
            }
        }
    }

    /// The columns of a block as they are now: those that are kept, with what has changed since put in, or all anew.
    private func made(
        _ number: Int, _ columns: Set<JDColumn>, _ kept: KeptColumns, _ rows: ColumnRows
    ) throws -> ColumnBlock {
        let first = number * ColumnBlock.size
        let end = first + ColumnBlock.size
        var changed = (stale[number] ?? []).map { Int($0)..<Int($0) + 1 }
        if last > through, end > through + 1 {
            let new = max(first, Int(through) + 1)
            // Of those that are new some may have been there before, and be noted as gone.
            changed.removeAll { $0.upperBound > new }
            changed.append(new..<end)
        }
        var counts: Set<JDColumn> = [.verdict]
        if !columns.isDisjoint(with: [.dates, .sources]) { counts.insert(.sightings) }
        if columns.contains(.skills) { counts.insert(.skillCounts) }
        guard changed.count <= Self.mostPieces, let block = try kept.block(number, columns.union(counts)) else {
            return try rows.block(number, columns)
        }
        let pieces = try changed.map { ids in
            ColumnPatch.Piece(
                places: ids.lowerBound - first..<ids.upperBound - first,
                columns: try rows.block(
                    number, Int64(ids.lowerBound)...Int64(ids.upperBound - 1), columns.union(counts)))
        }
        return ColumnPatch(pieces).applied(to: block)
    }

    /// With more pieces than this a block is sooner made anew.
    private static let mostPieces = 2000

    /// Numbers of the blocks whose kept columns are not what their rows say, though none of their JDs is noted to have changed.
    ///
    /// - throws: `DatabaseError`.
    public func wrongBlocks() throws -> [Int] {
        let kept = try KeptColumns(db)
        let rows = try ColumnRows(db)
        return try (0..<blockCount).filter { number in
            guard isCurrent(number) else { return false }
            return try kept.bytes(number) != KeptColumns.bytes(of: rows.block(number, Set(JDColumn.allCases)))
        }
    }

    /// How many blocks have to be made anew for each question until somebody writes.
    public var missingBlocks: Int { (0..<blockCount).count { !isCurrent($0) } }

    // MARK: Keeping

    /// Brings what is kept up to date; to be called at the end of what changes JDs.
    ///
    /// - throws: `DatabaseError`.
    static func refresh(_ db: Database) throws {
        let columns = try Columns(db)
        if !columns.isCurrent { try columns.refresh() }
    }

    /// Makes them for a database from before there were any.
    ///
    /// - throws: `DatabaseError`.
    static func fill(_ db: Database) throws {
        let columns = try Columns(db)
        if columns.through == 0, columns.last > 0 { try columns.refresh() }
    }

    /// Makes all of them anew, whatever is kept.
    ///
    /// - throws: `DatabaseError`.
    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM jd_column")
        try Meta.set(.columnsThrough, 0, db)
        try Columns(db).refresh()
    }

    private func refresh() throws {
        let kept = try KeptColumns(db)
        let rows = try ColumnRows(db)
        for number in 0..<blockCount where !isCurrent(number) {
            try kept.keep(made(number, Set(JDColumn.allCases), kept, rows))
        }
        try db.execute(sql: "DELETE FROM jd_column WHERE block >= ?", arguments: [blockCount])
        try db.execute(sql: "DELETE FROM jd_stale")
        try Meta.set(.columnsThrough, Int(last), db)
    }
}
