internal import GRDB
public import StrataModel
public import StrataStorage

/// Everything that is known of one role: a row of the RRC matrix, and where it stands.
public struct RoleDetail: Sendable {
    public var role: Role
    /// The nearest occupation of O*NET-SOC, with its published figure.
    public var occupation: Occupation?
    /// Who published it.
    public var occupationSource: String?
    /// How many JDs have the role; nil without a database.
    public var jds: Int?
    /// What the user has changed in it.
    public var edits: [CatalogueEdit]

    /// What is known of the role of that slug; nil when there is none.
    ///
    /// - parameter store: nil for the catalogue alone.
    /// - throws: `StoreError`.
    public init?(slug: String, catalogue: Catalogue, references: References, store: Store?) throws {
        guard let role = catalogue.roles.first(where: { $0.slug == slug }) else { return nil }
        self.role = role
        occupation = references.occupations.first { $0.code == role.occupation }
        occupationSource = occupation.flatMap { nearest in
            references.sources.first { $0.slug == nearest.source }?.name
        }
        edits = try store?.catalogueEdits().filter { $0.entity == .role && $0.slug == slug } ?? []
        jds = try store?.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM jd_head WHERE role = (SELECT id FROM role WHERE slug = ?)",
                arguments: [slug])
        }
    }
}
