internal import StrataCatalogue
public import StrataModel

/// What a complaint says of a team: the layer that is missing or too weak, and what to do about it.
public struct SymptomRule: Sendable {
    public let slug: String
    public let layer: Layer
    /// Slug of the role that is missing.
    public let role: String
    public let name: String
    /// Why the complaint means the layer, a sentence.
    public let meaning: String
    /// What a hire would bring about.
    public let remedy: String
    /// Slugs of the skills to ask for.
    public let skills: [String]
    let when: Condition
    /// Whether a company wrote it: no built-in rule has its slug and its words.
    let isOwn: Bool

    /// Whether it is what is said of a layer where no rule of its own fits.
    var isGeneral: Bool { when.isEmpty }

    static func all(_ knowledge: Knowledge) throws -> [SymptomRule] {
        let known = try conditions(.builtIn)
        return try knowledge.files.read("symptoms") { table in
            let (slug, layer, role) = try (table.column("slug"), table.column("layer"), table.column("role"))
            let (name, when, meaning) = try (table.column("name"), table.column("when"), table.column("meaning"))
            let (remedy, skills) = try (table.column("remedy"), table.column("skills"))
            return try table.map { row in
                guard let own = try row.layer(layer) else { throw row.malformed("a symptom points to a layer") }
                return SymptomRule(
                    slug: row[slug].string, layer: own, role: row[role].string, name: row[name].string,
                    meaning: row[meaning].string, remedy: row[remedy].string, skills: row[skills].list,
                    when: try Condition(row[when], of: row, knowledge.vocabulary),
                    isOwn: !known.contains([row[slug].string, row[when].string]))
            }
        }
    }

    /// The slug and the words of each rule.
    private static func conditions(_ files: RuleFiles) throws -> Set<[String]> {
        try files.read("symptoms") { table in
            let (slug, when) = try (table.column("slug"), table.column("when"))
            return Set(try table.map { [$0[slug].string, $0[when].string] })
        }
    }
}
