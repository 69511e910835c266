internal import GRDB
public import StrataStorage

/// Whether a database is whole and agrees with itself.
public struct DatabaseCheck: Sendable, Hashable {
    /// One thing looked at.
    public struct Finding: Sendable, Hashable {
        public var name: String
        public var isOK: Bool
        /// What was found, and how to mend what is wrong.
        public var detail: String
    }

    public var findings: [Finding]

    /// Whether all is well.
    public var isOK: Bool { findings.allSatisfy(\.isOK) }

    /// Looks at everything that can be seen without writing; a full text index's own check is ``fullText(_:)``.
    ///
    /// - throws: `StoreError`.
    public init(_ store: Store) throws {
        findings = try store.read { db in
            try [
                Self.integrity(db), Self.foreignKeys(db), Self.version(db), Self.catalogue(db), Self.verdicts(db),
                Self.stale(db),
            ] + Self.rules.map { try Self.finding($0, db) } + [Self.columns(db)]
        }
    }

    /// Compares the full-text index with the texts that it indexes, word by word: as long as an import of them takes.
    ///
    /// - parameter store: opened to write, since SQLite counts the check as a write; nothing is changed.
    /// - throws: `StoreError`.
    public static func fullText(_ store: Store) throws -> Finding {
        let name = "full text"
        return try store.write { db in
            do {
                try db.execute(sql: "INSERT INTO jd_fts (jd_fts, rank) VALUES ('integrity-check', 1)")
                return Finding(name: name, isOK: true, detail: "the index agrees with the texts")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return Finding(
                    name: name, isOK: false,
                    detail: "the index does not agree with the texts; 'strata db optimize' builds it anew")
            }
        }
    }

    private static func integrity(_ db: Database) throws -> Finding {
        let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
        return Finding(
            name: "pages", isOK: found == ["ok"],
            detail: found == ["ok"] ? "sound" : found.joined(separator: "; ") + "; restore a copy")
    }

    private static func foreignKeys(_ db: Database) throws -> Finding {
        let broken = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        let tables = Set(broken.map { $0[0] as String }).sorted().joined(separator: ", ")
        return Finding(
            name: "references", isOK: broken.isEmpty,
            detail: broken.isEmpty
                ? "every row names rows that exist" : "\(broken.count) name rows that are gone, in \(tables)")
    }

    private static func version(_ db: Database) throws -> Finding {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        return Finding(
            name: "schema", isOK: version == Store.schemaVersion,
            detail: "version \(version), this binary writes \(Store.schemaVersion)")
    }

    private static func catalogue(_ db: Database) throws -> Finding {
        let sql = "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'catalogue_version'"
        let version = try Int.fetchOne(db, sql: sql) ?? 0
        let isOK = version >= Store.catalogueVersion
        return Finding(
            name: "catalogue", isOK: isOK,
            detail: "version \(version), this binary carries \(Store.catalogueVersion)"
                + (isOK ? "" : "; open the database where it may be written"))
    }

    /// Old verdicts are a matter of age, not of damage.
    private static func stale(_ db: Database) throws -> Finding {
        let sql = """
            SELECT count(*) FROM jd_head
            WHERE revision < (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'revision')
            """
        let count = try Int.fetchOne(db, sql: sql) ?? 0
        return Finding(
            name: "age of verdicts", isOK: true,
            detail: count == 0
                ? "all of the present catalogue and weights"
                : "\(count) of an older catalogue or older weights; 'strata db reclassify' renews them")
    }

    /// What reports read of all JDs is a copy of what the rows say.
    private static func columns(_ db: Database) throws -> Finding {
        let wrong = try Columns(db).wrongBlocks()
        return Finding(
            name: "columns", isOK: wrong.isEmpty,
            detail: wrong.isEmpty
                ? "what reports read is what the JDs say"
                : "what reports read differs from the JDs, in \(wrong.count) of its blocks; 'strata db optimize' makes it anew"
        )
    }

    /// The shares of a JD are a whole.
    private static func verdicts(_ db: Database) throws -> Finding {
        let sql = """
            SELECT count(*) FROM jd_head WHERE abs(share_data_engineering + share_applied_ml + share_mlops
                + share_prompt_engineering + share_outside - 1) > 0.000001
            """
        let count = try Int.fetchOne(db, sql: sql) ?? 0
        return Finding(
            name: "shares", isOK: count == 0,
            detail: count == 0 ? "add up to 1 in every JD" : "do not add up to 1 in \(count) JDs")
    }
}
