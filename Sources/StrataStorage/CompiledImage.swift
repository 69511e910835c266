internal import Foundation
internal import GRDB
internal import StrataCatalogue

/// The compiled catalogue that a database keeps for the next command.
enum CompiledImage {
    static func save(_ image: [UInt8], _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO compiled_catalogue VALUES (?, ?)",
            arguments: [Meta.integer(.revision, db) ?? 0, Data(image)])
    }
}

extension Store {
    /// Whether JDs are read here as the seeds of this binary say: nothing is changed, and the seeds are of one version.
    ///
    /// - throws: ``StoreError``.
    public func usesBuiltInCatalogue() throws -> Bool {
        try read { db in
            try Meta.integer(.catalogueVersion, db) == Seeds.version
                && Int.fetchOne(db, sql: "SELECT 1 FROM catalogue_edit LIMIT 1") == nil
        }
    }

    /// The compiled catalogue of the present revision; nil when none is kept.
    ///
    /// - throws: ``StoreError``.
    public func compiledCatalogue() throws -> [UInt8]? {
        try read { db in
            try Data.fetchOne(
                db, sql: "SELECT image FROM compiled_catalogue WHERE revision = ?",
                arguments: [Meta.integer(.revision, db) ?? 0]
            ).map { Array($0) }
        }
    }

    /// Keeps a compiled catalogue for the commands to come.
    ///
    /// - throws: ``StoreError``.
    public func keepCompiledCatalogue(_ image: [UInt8]) throws {
        try write { db in
            try db.execute(sql: "DELETE FROM compiled_catalogue")
            try CompiledImage.save(image, db)
        }
    }
}
