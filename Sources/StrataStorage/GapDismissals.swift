internal import GRDB
internal import StrataModel

extension Store {
    /// The terms, folded, that `catalogue gaps` shall not offer.
    ///
    /// - throws: ``StoreError``.
    public func dismissedGaps() throws -> Set<String> {
        try read { db in try Set(String.fetchAll(db, sql: "SELECT key FROM gap_dismissal")) }
    }

    /// Remembers that terms are no gaps, or forgets it.
    ///
    /// - returns: how many were not in that state before.
    /// - throws: ``StoreError``.
    @discardableResult
    public func dismissGaps(_ terms: [String], undo: Bool = false) throws -> Int {
        try write { db in
            var changed = 0
            for term in terms {
                if undo {
                    try db.execute(sql: "DELETE FROM gap_dismissal WHERE key = ?", arguments: [TermKey.fold(term)])
                } else {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO gap_dismissal VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
                        arguments: [TermKey.fold(term), term])
                }
                changed += db.changesCount
            }
            return changed
        }
    }
}
