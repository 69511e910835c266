internal import StrataCatalogue
public import StrataModel

/// A kind of work that projects consist of: who does it, what it gives to others, and why it belongs to its layer.
public struct WorkKind: Sendable {
    public let slug: String
    /// Nil outside the stack.
    public let layer: Layer?
    public let name: String
    /// Slug of the role that does it where a team has it; else the layer's usual one does.
    public let role: String
    /// Slug of the role that answers for it; nil where that is whoever does it.
    public let accountable: String?
    /// What those who build on it get.
    public let provides: String
    /// Slugs.
    public let skills: [String]
    /// One sentence.
    public let why: String
    let when: Condition
}

/// All kinds of work, of `work.tsv`.
public struct WorkKinds: Sendable {
    public let all: [WorkKind]
    private let places: [String: Int]

    init(_ knowledge: Knowledge) throws {
        all = try knowledge.files.read("work") { table in
            let (slug, layer, name) = try (table.column("slug"), table.column("layer"), table.column("name"))
            let (role, accountable) = try (table.column("role"), table.column("accountable"))
            let (when, provides) = try (table.column("when"), table.column("provides"))
            let (skills, why) = try (table.column("skills"), table.column("why"))
            return try table.map { row in
                WorkKind(
                    slug: row[slug].string, layer: try row.layer(layer), name: row[name].string,
                    role: row[role].string,
                    accountable: row[accountable].string.isEmpty ? nil : row[accountable].string,
                    provides: row[provides].string, skills: row[skills].list, why: row[why].string,
                    when: try Condition(row[when], of: row, knowledge.vocabulary))
            }
        }
        places = Dictionary(all.enumerated().map { ($1.slug, $0) }) { first, _ in first }
    }

    subscript(_ slug: String) -> WorkKind? { places[slug].map { all[$0] } }

    /// The kind of a layer whose words a step holds most of; the layer's general one where it holds none.
    func kind(of text: PhraseText, in layer: Layer?) -> WorkKind? {
        let own = all.filter { $0.layer == layer }
        let scored = own.map { (kind: $0, score: $0.when.score(in: text)) }
        let best = scored.max { ($0.score, $1.kind.slug) < ($1.score, $0.kind.slug) }
        if let best, best.score > 0 { return best.kind }
        return own.first { $0.when.isEmpty }
    }
}
