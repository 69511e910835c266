internal import StrataCatalogue
internal import StrataModel

/// What layers agree on where work goes from one to the other, of `handovers.tsv`: rules for one kind of work before those
/// for its layer.
struct HandOverRules: Sendable {
    struct Rule: Sendable {
        var agreement: String
        var check: String
    }

    private let rules: [String: Rule]

    init(_ files: RuleFiles, _ kinds: WorkKinds) throws {
        let rows = try files.read("handovers") { table in
            let (from, to) = try (table.column("from"), table.column("to"))
            let (agreement, check) = try (table.column("agreement"), table.column("check"))
            return try table.map { row in
                let origin = row[from].string
                let key = Self.key(kinds[origin] == nil ? try row.layer(from)?.slug : origin, try row.layer(to))
                return (key, Rule(agreement: row[agreement].string, check: row[check].string))
            }
        }
        rules = Dictionary(rows) { first, _ in first }
    }

    private static func key(_ from: String?, _ to: Layer?) -> String { "\(from ?? "none") \(to?.slug ?? "none")" }

    /// - parameter kind: of the work that goes over.
    subscript(kind: WorkKind, to: Layer?) -> Rule? {
        rules[Self.key(kind.slug, to)] ?? rules[Self.key(kind.layer?.slug, to)]
    }
}
