internal import GRDB

extension Store {
    /// Builds the full-text index and the columns anew from the JDs, and the file without its empty pages.
    ///
    /// Needs as much free space as the file takes.
    ///
    /// - throws: ``StoreError``; the database is then as it was.
    public func optimize() throws {
        try write { db in
            try db.execute(sql: "INSERT INTO jd_fts (jd_fts) VALUES ('rebuild')")
            try Columns.rebuild(db)
        }
        try withStoreErrors(path: path) {
            try queue.inDatabase { db in
                try db.execute(sql: "ANALYZE")
                try db.execute(sql: "VACUUM")
            }
        }
    }
}
