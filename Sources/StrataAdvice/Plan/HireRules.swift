internal import StrataCatalogue
internal import StrataModel

/// What a hire of a role is to bring, of `hires.tsv`.
struct HireProfile: Sendable {
    var role: String
    /// Slugs of the skills to ask for, and of those to leave out.
    var ask: [String]
    var leaveOut: [String]
    /// What is to be true after 90 days.
    var goal: String

    static func all(_ files: RuleFiles) throws -> [String: HireProfile] {
        let profiles = try files.read("hires") { table in
            let (role, ask) = try (table.column("role"), table.column("ask"))
            let (leaveOut, goal) = try (table.column("leave_out"), table.column("goal"))
            return try table.map { row in
                HireProfile(
                    role: row[role].string, ask: row[ask].list, leaveOut: row[leaveOut].list, goal: row[goal].string)
            }
        }
        return Dictionary(profiles.map { ($0.role, $0) }) { first, _ in first }
    }
}

/// What must come before what, of `precedence.tsv`.
struct PrecedenceRule: Sendable {
    var slug: String
    /// Slug of a layer, or of a special purpose: `evaluation`, `fine-tuning`, `second-model`.
    var before: String
    var after: String
    var when: FactCondition
    /// One sentence.
    var why: String

    static func all(_ files: RuleFiles) throws -> [PrecedenceRule] {
        try files.read("precedence") { table in
            let (slug, before, after) = try (table.column("slug"), table.column("before"), table.column("after"))
            let (when, why) = try (table.column("when"), table.column("why"))
            return try table.map { row in
                PrecedenceRule(
                    slug: row[slug].string, before: row[before].string, after: row[after].string,
                    when: try FactCondition(row[when], of: row), why: row[why].string)
            }
        }
    }
}
