internal import GRDB
public import StrataModel
public import StrataStorage

/// Which skills, or tools, are known?
public struct SkillListQuestion: Sendable {
    public enum Sort: String, Sendable, CaseIterable {
        /// In the stack's order of their primary layers, those outside last; then by name.
        case layer
        case name
        /// Those that the most JDs ask for first.
        case jds
    }

    /// Nil for every kind.
    public var kind: Skill.Kind?
    /// Skills that belong to the layer, first of all or beside others; or those outside the stack.
    public var outcome: Outcome?
    /// Part of a name, an alias or the summary, in any case.
    public var text: String?
    public var sort: Sort
    public var page: Page

    public init(
        kind: Skill.Kind? = nil, outcome: Outcome? = nil, text: String? = nil, sort: Sort = .layer,
        page: Page = Page(limit: nil)
    ) {
        self.kind = kind
        self.outcome = outcome
        self.text = text
        self.sort = sort
        self.page = page
    }

    /// The list with how many JDs ask for each skill.
    ///
    /// - throws: `StoreError`.
    public func answer(_ store: Store) throws -> SkillList {
        let skills = matching(try store.catalogue().skills)
        return try store.read { db in
            let counts = try SkillCounts(db)
            if sort == .jds {
                let counted = try skills.map { ($0, try counts.jds(asking: $0.slug)) }
                return list(counted.sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) })
            }
            // A count costs more than a name: only those of the page.
            let all = sorted(skills)
            let part = try page.part(of: all).map { SkillList.Row($0, jds: try counts.jds(asking: $0.slug)) }
            return SkillList(total: all.count, rows: part)
        }
    }

    /// The list out of a catalogue, without any database.
    public func answer(in catalogue: Catalogue) -> SkillList {
        list(sorted(matching(catalogue.skills)).map { ($0, nil) })
    }

    private func list(_ skills: [(Skill, Int?)]) -> SkillList {
        SkillList(total: skills.count, rows: page.part(of: skills).map { SkillList.Row($0.0, jds: $0.1) })
    }

    private func matching(_ skills: [Skill]) -> [Skill] {
        let key = text.map(TermKey.fold)
        return skills.filter { skill in
            if let kind, skill.kind != kind { return false }
            switch outcome {
            case .layer(let layer) where !skill.memberships.contains { $0.layer == layer }: return false
            case .outside where skill.primaryLayer != nil: return false
            default: break
            }
            guard let key, !key.isEmpty else { return true }
            return ([skill.name, skill.summary] + skill.terms.map(\.text)).contains { TermKey.fold($0).contains(key) }
        }
    }

    private func sorted(_ skills: [Skill]) -> [Skill] {
        let keyed = skills.map { skill in
            let place = sort == .layer ? (skill.primaryLayer?.index ?? Outcome.outside.index) : 0
            return (skill, place, TermKey.fold(skill.name))
        }
        return keyed.sorted { ($0.1, $0.2, $0.0.slug) < ($1.1, $1.2, $1.0.slug) }.map(\.0)
    }
}

/// Skills, or tools, with what they belong to.
public struct SkillList: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var slug: String
        public var name: String
        public var kind: Skill.Kind
        public var summary: String
        public var primaryLayer: Layer?
        /// The primary one first.
        public var layers: [Membership]
        /// Its spellings but for the name.
        public var aliases: [String]
        /// How many JDs ask for it, required or preferred; nil without a database.
        public var jds: Int?

        init(_ skill: Skill, jds: Int?) {
            slug = skill.slug
            name = skill.name
            kind = skill.kind
            summary = skill.summary
            primaryLayer = skill.primaryLayer
            layers = skill.memberships
            aliases = skill.terms.map(\.text).filter { $0 != skill.name }
            self.jds = jds
        }
    }

    /// How many there are in all.
    public var total: Int
    public var rows: [Row]
}

/// Counts the JDs that ask for a skill.
struct SkillCounts {
    private let statement: Statement

    init(_ db: Database) throws {
        statement = try db.cachedStatement(
            sql: """
                SELECT count(DISTINCT jd) FROM jd_mention
                WHERE skill = (SELECT id FROM skill WHERE slug = ?) AND requirement < 2
                """)
    }

    func jds(asking slug: String) throws -> Int { try Int.fetchOne(statement, arguments: [slug]) ?? 0 }
}
