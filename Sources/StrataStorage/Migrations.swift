internal import GRDB
internal import StrataCatalogue

/// The schema that a file has.
struct SchemaVersion {
    /// How many migrations it has seen; 0 for a file without tables.
    var number: Int

    /// - throws: ``StoreError`` when the file is not Strata's, or a newer Strata made it.
    init(_ db: Database, path: String) throws {
        number = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if application == 0, number == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            return
        }
        guard application == Store.applicationID else {
            throw StoreError(
                .notADatabase, path: path, "an SQLite database, but not one of Strata's; name another with --db")
        }
        guard number <= Migrations.latest else {
            throw StoreError(
                .newer, path: path,
                "made by a newer Strata (schema \(number), this one knows \(Migrations.latest)); install that version")
        }
    }
}

/// The numbered files of `Migrations/`, forward only.
enum Migrations {
    /// Paths in their order.
    static let files = Assets.paths.filter { $0.hasPrefix("Migrations/") && $0.hasSuffix(".sql") }

    /// The number of the newest: the schema version that this binary writes.
    static var latest: Int { files.count }

    /// Applies what the file has not seen yet; an older database is copied beside itself first.
    ///
    /// - throws: ``StoreError`` for a file that is not Strata's or newer; `DatabaseError`.
    static func bringUpToDate(_ queue: DatabaseQueue, path: String) throws {
        let version = try queue.read { db in try SchemaVersion(db, path: path).number }
        guard version < latest else { return }
        if version > 0 { try backUp(queue, to: copyPath(of: path, schema: version)) }
        if version == 0 {
            // Larger pages suit texts of some kilobytes; fixed before the first table.
            try queue.inDatabase { db in try db.execute(sql: "PRAGMA page_size = 16384") }
        }
        for (index, file) in files.enumerated().dropFirst(version) {
            try queue.write { db in
                // Another process may have been faster.
                guard try SchemaVersion(db, path: path).number == index else { return }
                try db.execute(sql: Assets.text(of: file) ?? "")
                try db.execute(
                    sql: "PRAGMA application_id = \(Store.applicationID); PRAGMA user_version = \(index + 1)")
            }
        }
    }

    /// The statement of the migrations that creates an index, the last one where several do; nil when none does.
    static func statement(creatingIndex name: String) -> String? {
        files.reversed().lazy
            .flatMap { (Assets.text(of: $0) ?? "").split(separator: "\n") }
            .first { $0.hasPrefix("CREATE INDEX \(name) ") }
            .map(String.init)
    }

    /// Where the copy of an older database is kept.
    static func copyPath(of path: String, schema version: Int) -> String { "\(path).schema-\(version).backup" }

    private static func backUp(_ queue: DatabaseQueue, to path: String) throws {
        let copy = try DatabaseQueue(path: path)
        try queue.backup(to: copy)
        try copy.close()
    }
}
