internal import StrataCatalogue
internal import StrataModel

/// What layers agree on where work goes from one to the other, of `handovers.tsv`.
struct HandOverRules: Sendable {
    struct Rule: Sendable {
        var agreement: String
        var check: String
    }

    private let rules: [String: Rule]

    init(_ files: RuleFiles) throws {
        let rows = try files.read("handovers") { table in
            let (from, to) = try (table.column("from"), table.column("to"))
            let (agreement, check) = try (table.column("agreement"), table.column("check"))
            return try table.map { row in
                let key = Self.key(try row.layer(from), try row.layer(to))
                return (key, Rule(agreement: row[agreement].string, check: row[check].string))
            }
        }
        rules = Dictionary(rows) { first, _ in first }
    }

    private static func key(_ from: Layer?, _ to: Layer?) -> String { "\(from?.slug ?? "none") \(to?.slug ?? "none")" }

    subscript(from: Layer?, to: Layer?) -> Rule? { rules[Self.key(from, to)] }
}
