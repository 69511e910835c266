internal import GRDB

/// What grouping near-duplicates reads and writes, within one transaction.
///
/// A JD is ungrouped until it has been compared with all others that are not; then it belongs to a group or stands alone.
public final class DuplicateRows {
    /// A JD to be grouped.
    public struct Ungrouped {
        public var id: Int64
        /// What it is compared by; nil where that is still to be made, empty where its text says too little.
        public var minima: [UInt8]?
    }

    private let db: Database
    private let selectGroup: RawStatement
    private let selectText: RawStatement
    private let insertSketch: RawStatement
    private let setGroup: RawStatement
    private let moveGroup: RawStatement

    init(_ db: Database) throws {
        self.db = db
        selectGroup = try RawStatement("SELECT coalesce(duplicate_group, id) FROM jd_head WHERE id = ?", db)
        selectText = try RawStatement(
            """
            SELECT title, company, coalesce(text, '') FROM jd_head LEFT JOIN jd_body ON jd = jd_head.id
            WHERE jd_head.id = ?
            """, db)
        insertSketch = try RawStatement("INSERT INTO jd_sketch (jd, minima) VALUES (?, ?)", db)
        setGroup = try RawStatement("UPDATE jd_head SET duplicate_group = ? WHERE id = ?", db)
        moveGroup = try RawStatement("UPDATE jd_head SET duplicate_group = ? WHERE duplicate_group = ?", db)
    }

    /// The first of those that are ungrouped, in the order of their ids.
    public func ungrouped(_ limit: Int) throws -> [Ungrouped] {
        let select = try RawStatement(
            """
            SELECT u.jd, s.minima, s.jd IS NULL FROM jd_ungrouped u LEFT JOIN jd_sketch s ON s.jd = u.jd
            ORDER BY u.jd LIMIT ?
            """, db)
        select.bind(1, limit)
        var jds: [Ungrouped] = []
        try select.forEach { row in
            jds.append(Ungrouped(id: row.integer(0), minima: row.integer(2) == 1 ? nil : Array(row.bytes(1))))
        }
        return jds
    }

    /// Hands over those that are grouped or stand alone, with what they are compared by.
    public func forEachGrouped(_ body: (_ id: Int64, _ minima: UnsafeRawBufferPointer) throws -> Void) throws {
        // After a first load there are none, and a look at the numbers spares looking for them.
        guard try count("jd_head") > count("jd_ungrouped") else { return }
        let first = try Int64.fetchOne(db, sql: "SELECT min(jd) FROM jd_ungrouped") ?? .max
        // Most are older than all that are ungrouped, and need no look at those.
        let select = try RawStatement(
            """
            SELECT jd, minima FROM jd_sketch WHERE jd < ?1
            UNION ALL SELECT jd, minima FROM jd_sketch WHERE jd >= ?1 AND jd NOT IN (SELECT jd FROM jd_ungrouped)
            """, db)
        select.bind(1, first)
        try select.forEach { row in
            let minima = row.bytes(1)
            if !minima.isEmpty { try body(row.integer(0), minima) }
        }
    }

    private func count(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }

    /// The number of a JD's group: the smallest id in it, its own where it stands alone.
    public func group(of id: Int64) throws -> Int64 {
        selectGroup.bind(1, id)
        return try selectGroup.first { row in row.integer(0) } ?? id
    }

    /// What a JD says; nil where there is none of the id.
    public func text(of id: Int64) throws -> JDText? {
        selectText.bind(1, id)
        return try selectText.first { row in
            JDText(id: id, title: row.text(0) ?? "", company: row.text(1), text: row.text(2) ?? "")
        }
    }

    /// Keeps what a JD is compared by; empty where its text says too little.
    public func keep(minima: [UInt8], of id: Int64) throws {
        insertSketch.bind(1, id)
        insertSketch.bind(2, minima)
        try insertSketch.run()
    }

    /// Notes that JDs, and groups that were there before, have turned out to be one group.
    public func join(_ jds: [Int64], with groups: [Int64]) throws {
        guard let group = (jds + groups).min() else { return }
        for id in jds + groups {
            setGroup.bind(1, group)
            setGroup.bind(2, id)
            try setGroup.run()
        }
        for other in groups where other != group {
            moveGroup.bind(1, group)
            moveGroup.bind(2, other)
            try moveGroup.run()
        }
    }

    /// Notes that the JDs from the first to the last are ungrouped no more.
    public func finish(_ first: Int64, _ last: Int64) throws {
        try db.execute(sql: "DELETE FROM jd_ungrouped WHERE jd BETWEEN ? AND ?", arguments: [first, last])
    }
}

extension Store {
    /// Runs a step of grouping in one transaction.
    ///
    /// - throws: ``StoreError``, and what the body throws; nothing is changed then.
    public func groupDuplicates<Value>(_ body: (DuplicateRows) throws -> Value) throws -> Value {
        try write { db in try body(DuplicateRows(db)) }
    }

    /// How many JDs are still to be compared with the others: those that an import has brought and that was broken off.
    ///
    /// - throws: ``StoreError``.
    public func ungroupedCount() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM jd_ungrouped") ?? 0 }
    }

    /// Whether an ungrouped JD is of a database from before there were groups: what it is compared by is not made yet.
    ///
    /// - throws: ``StoreError``.
    public func lacksSketches() throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM jd_ungrouped WHERE jd NOT IN (SELECT jd FROM jd_sketch))")
                ?? false
        }
    }

    /// Of the JDs that a run has brought or changed, how many repeat the text of one with a smaller id.
    ///
    /// - throws: ``StoreError``.
    public func repeats(inRun run: Int64) throws -> Int {
        try read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM jd_head WHERE duplicate_group IS NOT NULL AND duplicate_group <> id
                    AND file IN (SELECT id FROM import_file WHERE run = ?)
                    """, arguments: [run]) ?? 0
        }
    }
}
