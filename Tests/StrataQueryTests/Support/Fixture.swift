import GRDB
import StrataModel
import StrataStorage
import StrataTestSupport

#if canImport(Glibc)
import Glibc
#endif

/// A database of its own for a test, with a small catalogue, that goes when the test ends.
final class Fixture {
    let folder: String
    let store: Store
    /// In the order of their ids, which begin with 1.
    let jds: [SampleJD]

    static let skills = [
        Skill(
            slug: "kubernetes", name: "Kubernetes", kind: .tool,
            memberships: [
                Membership(layer: .mlops, weight: 1, reason: "Runs what is deployed", source: "cncf"),
                Membership(layer: .dataEngineering, weight: 0.3, reason: "Runs pipelines", source: "editorial"),
            ], terms: [Term("Kubernetes"), Term("k8s")], summary: "Runs containers"),
        Skill(
            slug: "pytorch", name: "PyTorch", kind: .tool, memberships: [Membership(layer: .appliedML, weight: 1)],
            terms: [Term("PyTorch"), Term("torch")]),
        Skill(
            slug: "tensorflow", name: "TensorFlow", kind: .tool,
            memberships: [Membership(layer: .appliedML, weight: 1)],
            terms: [Term("TensorFlow"), Term("TF", isCaseSensitive: true)]),
        Skill(
            slug: "terraform", name: "Terraform", kind: .tool, memberships: [Membership(layer: .mlops, weight: 0.5)],
            terms: [Term("Terraform"), Term("TF", isCaseSensitive: true, needsContext: true)]),
        Skill(
            slug: "scikit-learn", name: "scikit-learn", kind: .tool,
            memberships: [Membership(layer: .appliedML, weight: 1)], terms: [Term("scikit-learn"), Term("sklearn")]),
        Skill(
            slug: "feature-engineering", name: "Feature engineering", kind: .practice,
            memberships: [
                Membership(layer: .appliedML, weight: 0.6), Membership(layer: .dataEngineering, weight: 0.5),
            ],
            terms: [Term("Feature engineering")]),
        Skill(slug: "cpp", name: "C++", kind: .language, outsideWeight: 0.3, terms: [Term("C++")]),
        Skill(slug: "accounting", name: "Accounting", kind: .practice, outsideWeight: 1, terms: [Term("Accounting")]),
    ]

    static let roles = [
        Role(
            slug: "data-engineer", name: "Data Engineer", layer: .dataEngineering,
            titlePhrases: ["data engineer", "etl developer"]),
        Role(slug: "ml-engineer", name: "ML Engineer", layer: .mlops, titlePhrases: ["machine learning engineer"]),
        Role(slug: "prompt-engineer", name: "Prompt Engineer", layer: .promptEngineering, titlePhrases: []),
        Role(slug: "accountant", name: "Accountant", layer: nil, titlePhrases: ["bookkeeper"]),
    ]

    /// - parameter jds: each with a title of its own.
    init(_ jds: [SampleJD] = []) throws {
        folder = Self.newFolder()
        try Self.template.get().backup(to: DatabaseQueue(path: folder + "/test.db"))
        store = try Store(path: folder + "/test.db", access: .write)
        self.jds = jds
        try add(jds)
    }

    /// Made once, since seeding takes longer than a test.
    private static let template = Result {
        let folder = newFolder()
        let path = folder + "/template.db"
        defer {
            unlink(path)
            rmdir(folder)
        }
        let store = try Store(path: path, access: .write)
        try store.write(replaceCatalogue)
        let copy = try DatabaseQueue()
        try store.queue.backup(to: copy)
        try store.close()
        return copy
    }

    private static func newFolder() -> String {
        var template = Array("/tmp/strata-query-XXXXXX".utf8CString)
        _ = mkdtemp(&template)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The store may still be in use: its files stay open without their names, and close with it.
    deinit {
        for name in ["test.db", "test.db-wal", "test.db-shm", "test.db-journal"] { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// Imports records as a run of its own.
    func add(_ jds: [SampleJD], rejects: [RejectedRow] = []) throws {
        let writer = try RunWriter(store: store, options: "test", startedAt: "2026-01-01T00:00:00Z")
        var progress = try writer.begin(path: "test.csv", format: "csv", fingerprint: "1")
        let rows = jds.flatMap(\.prepared) + rejects.map(PreparedRow.rejected)
        try writer.store(rows, of: &progress, seconds: 0.5)
        try writer.commit(progress)
        try writer.finish(progress, error: nil)
        try writer.finish(at: "2026-01-01T00:00:01Z")
    }

    /// Has JDs count as near-duplicates of each other.
    ///
    /// - parameter groups: ids.
    func group(_ groups: [[Int64]]) throws {
        try store.write { db in
            try db.execute(sql: "DELETE FROM jd_ungrouped")
            for (group, id) in groups.flatMap({ ids in ids.map { (ids.min(), $0) } }) {
                try db.execute(sql: "UPDATE jd_head SET duplicate_group = ? WHERE id = ?", arguments: [group, id])
            }
        }
    }

    /// Groups of near-duplicates for about half of the JDs.
    func groupSome(_ generator: inout RepeatableGenerator) throws -> [[Int64]] {
        var groups: [Int: [Int64]] = [:]
        for id in jds.indices where generator.oneIn(2) {
            groups[generator.upTo(jds.count / 4), default: []].append(Int64(id + 1))
        }
        let found = groups.values.filter { $0.count > 1 }
        try group(found)
        return found
    }

    /// As a newer catalogue does.
    func raiseRevision() throws {
        try store.write { try $0.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'revision'") }
    }

    /// Of many random JDs.
    static func random(_ count: Int, seed: UInt64) throws -> Fixture {
        var generator = RepeatableGenerator(seed: seed)
        return try Fixture((1...count).map { SampleJD.random($0, &generator) })
    }

    private static func replaceCatalogue(_ db: Database) throws {
        for table in ["role_title", "role", "skill_layer", "term", "skill", "filing"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        // As of another version than the binary's seeds, the tables are what counts.
        try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'catalogue_version'")
        for skill in skills { try insert(skill, db) }
        for role in roles {
            try db.execute(
                sql: "INSERT INTO role (slug, name, layer, origin) VALUES (?, ?, ?, 'seed')",
                arguments: [role.slug, role.name, role.layer?.slug])
            let id = db.lastInsertedRowID
            for phrase in role.titlePhrases {
                try db.execute(sql: "INSERT INTO role_title VALUES (?, ?)", arguments: [id, phrase])
            }
        }
    }

    private static func insert(_ skill: Skill, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO skill (slug, name, kind, primary_layer, outside_weight, summary, origin)
                VALUES (?, ?, ?, ?, ?, ?, 'seed')
                """,
            arguments: [
                skill.slug, skill.name, skill.kind.rawValue, skill.primaryLayer?.slug, skill.outsideWeight,
                skill.summary,
            ])
        let id = db.lastInsertedRowID
        for (index, item) in skill.memberships.enumerated() {
            try db.execute(
                sql: "INSERT INTO skill_layer VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, item.layer.slug, item.weight, index == 0, item.reason, item.source])
        }
        for (position, term) in skill.terms.enumerated() {
            try db.execute(
                sql: "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, 0)",
                arguments: [
                    TermKey.fold(term.text), id, term.text, term.isCaseSensitive, term.needsContext, position,
                ])
        }
    }
}
