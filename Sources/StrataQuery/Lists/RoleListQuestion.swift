internal import GRDB
public import StrataModel
public import StrataStorage

/// Which roles are known?
public struct RoleListQuestion: Sendable {
    /// Roles at home in the layer, or outside the stack.
    public var outcome: Outcome?
    /// Part of a name or of a title phrase, in any case.
    public var text: String?
    public var page: Page

    public init(outcome: Outcome? = nil, text: String? = nil, page: Page = Page(limit: nil)) {
        self.outcome = outcome
        self.text = text
        self.page = page
    }

    /// The list in the stack's order, then by name, with how many JDs have each role.
    ///
    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> RoleList {
        let roles = matching(try store.catalogue().roles)
        let counts = try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT role.slug, count(*) FROM jd_head h JOIN role ON role.id = h.role GROUP BY h.role
                    """
            ).reduce(into: [String: Int]()) { $0[$1[0]] = $1[1] }
        }
        return list(roles) { counts[$0] ?? 0 }
    }

    /// The list out of a catalogue, without any database.
    public func answer(in catalogue: Catalogue) -> RoleList { list(matching(catalogue.roles)) { _ in nil } }

    private func list(_ roles: [Role], _ jds: (String) -> Int?) -> RoleList {
        RoleList(
            total: roles.count, rows: page.part(of: roles).map { RoleList.Row(role: $0, jds: jds($0.slug)) })
    }

    private func matching(_ roles: [Role]) -> [Role] {
        let key = text.map(TermKey.fold)
        let found = roles.filter { role in
            if let outcome, outcome.layer != role.layer { return false }
            guard let key, !key.isEmpty else { return true }
            return ([role.name] + role.titlePhrases).contains { TermKey.fold($0).contains(key) }
        }
        let outside = Outcome.outside.index
        return found.sorted {
            ($0.layer?.index ?? outside, $0.name, $0.slug) < ($1.layer?.index ?? outside, $1.name, $1.slug)
        }
    }
}

/// Roles with how many JDs have them.
public struct RoleList: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var role: Role
        /// Nil without a database.
        public var jds: Int?
    }

    /// How many there are in all.
    public var total: Int
    public var rows: [Row]
}
