internal import GRDB

/// A candidate's profile that somebody has asked to keep.
public struct KeptCandidate: Sendable, Hashable {
    public var id: Int64
    /// The document's name, without its folders.
    public var file: String
    /// ISO date.
    public var keptOn: String
    /// JSON.
    public var profile: String
}

extension Store {
    /// The profiles that were kept, the oldest first.
    ///
    /// - throws: ``StoreError``.
    public func keptCandidates() throws -> [KeptCandidate] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT id, file, kept_on, profile FROM kept_candidate ORDER BY id").map {
                KeptCandidate(id: $0[0], file: $0[1], keptOn: $0[2], profile: $0[3])
            }
        }
    }

    /// Keeps profiles, all or none.
    ///
    /// - parameters:
    ///   - profiles: each with the document's name and the profile as JSON.
    ///   - date: ISO; nil for today, UTC.
    /// - returns: their ids, in order.
    /// - throws: ``StoreError``; nothing is kept then.
    public func keep(candidates profiles: [(file: String, profile: String)], on date: String?) throws -> [Int64] {
        try write { db in
            try profiles.map { file, profile in
                try db.execute(
                    sql: "INSERT INTO kept_candidate (file, kept_on, profile) VALUES (?, coalesce(?, date('now')), ?)",
                    arguments: [file, date, profile])
                return db.lastInsertedRowID
            }
        }
    }

    /// Removes profiles beyond recovery from the file: their pages are overwritten with zeros.
    ///
    /// - parameter ids: those that are not there are passed over.
    /// - throws: ``StoreError``; nothing is removed then.
    public func forget(candidates ids: [Int64]) throws {
        try withStoreErrors(path: path) {
            try queue.inDatabase { db in _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON") }
        }
        try write { db in
            for id in ids { try db.execute(sql: "DELETE FROM kept_candidate WHERE id = ?", arguments: [id]) }
        }
    }
}
