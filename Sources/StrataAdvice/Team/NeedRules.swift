internal import StrataCatalogue
internal import StrataModel

/// When a team needs a layer, of `needs.tsv`; and when a text says that one is well, of `praise.tsv`.
struct NeedRules: Sendable {
    struct Rule: Sendable {
        var slug: String
        var layer: Layer
        var why: String
        var when: FactCondition
    }

    private let rules: [Rule]
    private let praise: [(layer: Layer, when: Condition)]
    private let vocabulary: Vocabulary

    init(_ knowledge: Knowledge) throws {
        vocabulary = knowledge.vocabulary
        rules = try knowledge.files.read("needs") { table in
            let (slug, layer) = try (table.column("slug"), table.column("layer"))
            let (when, why) = try (table.column("when"), table.column("why"))
            return try table.map { row in
                guard let own = try row.layer(layer) else { throw row.malformed("a need is one of a layer") }
                return Rule(
                    slug: row[slug].string, layer: own, why: row[why].string,
                    when: try FactCondition(row[when], of: row))
            }
        }
        praise = try knowledge.files.read("praise") { table in
            let (layer, when) = try (table.column("layer"), table.column("when"))
            return try table.map { row in
                guard let own = try row.layer(layer) else { throw row.malformed("praise is for a layer") }
                return (own, try Condition(row[when], of: row, knowledge.vocabulary))
            }
        }
    }

    /// The rules that hold, in their order.
    func holding(of facts: Facts) -> [Rule] { rules.filter { $0.when.holds(of: facts) } }

    /// The layers that a text says are well, with its words for it.
    func praised(in text: String) -> [(layer: Layer, quote: String)] {
        let read = PhraseText(text, vocabulary)
        return praise.compactMap { rule in rule.when.match(in: read).map { (rule.layer, $0.quote) } }
    }
}
