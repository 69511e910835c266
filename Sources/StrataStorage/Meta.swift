internal import GRDB

/// The file's own notes about itself.
enum Meta: String {
    case catalogueVersion = "catalogue_version"
    case weightsVersion = "weights_version"
    /// Counts every change of catalogue or weights, the user's too; a verdict of an older one is out of date.
    case revision
    /// The oldest revision that a verdict in the file may have.
    case verdictsRevision = "verdicts_revision"
    /// The first run that can be undone; those before it kept nothing for that.
    case undoableFrom = "undoable_from"
    /// The greatest id that the columns of JDs know of.
    case columnsThrough = "columns_through"

    static func integer(_ name: Meta, _ db: Database) throws -> Int? {
        try Int.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", arguments: [name.rawValue])
    }

    static func set(_ name: Meta, _ value: Int, _ db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta VALUES (?, ?)", arguments: [name.rawValue, String(value)])
    }
}
