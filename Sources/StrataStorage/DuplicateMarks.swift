internal import GRDB

/// Notes which JDs have to be compared with the others, and what they are compared by.
///
/// When a JD changes or goes, those that were alike to it may have been so by way of it only: all of them are compared anew.
final class DuplicateMarks {
    private let insertSketch: RawStatement
    private let replaceSketch: RawStatement
    private let deleteSketch: RawStatement
    private let insertUngrouped: RawStatement
    private let ungroup: RawStatement
    private let deleteUngrouped: RawStatement
    private let selectGroup: RawStatement
    private let ungroupAlike: RawStatement
    private let clearGroup: RawStatement

    init(_ db: Database) throws {
        insertSketch = try RawStatement("INSERT INTO jd_sketch (jd, minima) VALUES (?, ?)", db)
        replaceSketch = try RawStatement(
            """
            INSERT INTO jd_sketch (jd, minima) VALUES (?, ?) ON CONFLICT (jd) DO UPDATE SET minima = excluded.minima
            """, db)
        deleteSketch = try RawStatement("DELETE FROM jd_sketch WHERE jd = ?", db)
        insertUngrouped = try RawStatement("INSERT INTO jd_ungrouped (jd) VALUES (?)", db)
        ungroup = try RawStatement("INSERT OR IGNORE INTO jd_ungrouped (jd) VALUES (?)", db)
        deleteUngrouped = try RawStatement("DELETE FROM jd_ungrouped WHERE jd = ?", db)
        selectGroup = try RawStatement("SELECT duplicate_group FROM jd_head WHERE id = ?", db)
        ungroupAlike = try RawStatement(
            "INSERT OR IGNORE INTO jd_ungrouped (jd) SELECT id FROM jd_head WHERE duplicate_group = ?", db)
        clearGroup = try RawStatement("UPDATE jd_head SET duplicate_group = NULL WHERE duplicate_group = ?", db)
    }

    /// Notes a new JD.
    ///
    /// - parameter minima: its sketch; nil to have it made from the text when it is compared.
    func added(_ id: Int64, minima: [UInt8]?) throws {
        if let minima { try keep(minima, id, insertSketch) }
        insertUngrouped.bind(1, id)
        try insertUngrouped.run()
    }

    /// Notes that a JD says something else.
    ///
    /// - parameter minima: its new sketch; nil to have it made from the text when it is compared.
    func changed(_ id: Int64, minima: [UInt8]?) throws {
        try breakUp(groupOf: id)
        if let minima { try keep(minima, id, replaceSketch) } else { try run(deleteSketch, id) }
        try run(ungroup, id)
    }

    /// Notes that a JD is about to go.
    func removed(_ id: Int64) throws {
        try breakUp(groupOf: id)
        try run(deleteSketch, id)
        try run(deleteUngrouped, id)
    }

    private func breakUp(groupOf id: Int64) throws {
        selectGroup.bind(1, id)
        let group = try selectGroup.first { row in row.isNull(0) ? nil : row.integer(0) }
        guard let group = group ?? nil else { return }
        try run(ungroupAlike, group)
        try run(clearGroup, group)
    }

    private func keep(_ minima: [UInt8], _ id: Int64, _ statement: RawStatement) throws {
        statement.bind(1, id)
        statement.bind(2, minima)
        try statement.run()
    }

    private func run(_ statement: RawStatement, _ number: Int64) throws {
        statement.bind(1, number)
        try statement.run()
    }
}
