internal import GRDB

extension Store {
    /// Removes JDs and all that is kept of them, beyond recovery from the file: their pages are overwritten with zeros, their
    /// words leave the full-text index.
    ///
    /// The counts of the imports that brought them stay: they say what was read. Importing a JD's file again brings it back.
    ///
    /// - parameter ids: those that are not there are passed over.
    /// - throws: ``StoreError``; nothing is removed then.
    public func deleteJDs(_ ids: [Int64]) throws {
        try withStoreErrors(path: path) {
            try queue.inDatabase { db in _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON") }
        }
        try write { db in
            let rows = try JDRows(db)
            for id in ids { try rows.remove(id: id) }
            // Until its parts are merged, the index only notes that a JD is gone.
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts) VALUES ('optimize')")
            try Columns.refresh(db)
        }
    }
}
