internal import Foundation
internal import GRDB
internal import StrataCatalogue

/// A compiled catalogue that a database keeps for the next command.
public struct KeptCatalogue: Sendable {
    public var bytes: [UInt8]
    /// Tells the binary that compiled it: another one may read texts by other rules, and compiles anew.
    public var maker: Int64

    public init(bytes: [UInt8], maker: Int64) {
        self.bytes = bytes
        self.maker = maker
    }
}

/// The row of the compiled catalogue.
enum CompiledImage {
    static func save(_ kept: KeptCatalogue, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM compiled_catalogue")
        try db.execute(
            sql: "INSERT INTO compiled_catalogue VALUES (?, ?, ?)",
            arguments: [Meta.integer(.revision, db) ?? 0, kept.maker, Data(kept.bytes)])
    }
}

extension Store {
    /// Whether JDs are read here as the seeds of this binary say: nothing is changed, and the seeds are of one version.
    ///
    /// - throws: ``StoreError``.
    public func usesBuiltInCatalogue() throws -> Bool {
        try read { db in
            try Meta.integer(.catalogueVersion, db) == Seeds.version
                && Int.fetchOne(
                    db, sql: "SELECT 1 FROM catalogue_edit UNION ALL SELECT 1 FROM own_parameter LIMIT 1") == nil
        }
    }

    /// Opens the compiled catalogue of the present revision; nil when none is kept that this binary has made.
    ///
    /// - parameter open: makes something of its bytes, which it must not keep.
    /// - throws: ``StoreError``.
    public func compiledCatalogue<Value>(
        maker: Int64, _ open: (UnsafeRawBufferPointer) -> Value?
    ) throws -> Value? {
        try read { db in
            try Data.fetchOne(
                db, sql: "SELECT image FROM compiled_catalogue WHERE revision = ? AND maker = ?",
                arguments: [Meta.integer(.revision, db) ?? 0, maker]
            ).flatMap { $0.withUnsafeBytes(open) }
        }
    }

    /// Keeps a compiled catalogue for the commands to come.
    ///
    /// - throws: ``StoreError``.
    public func keepCompiledCatalogue(_ kept: KeptCatalogue) throws {
        try write { db in try CompiledImage.save(kept, db) }
    }
}
