public import StrataCatalogue
public import StrataModel

/// A role that a layer needs before others: where a stack is staffed from nothing, and what `frameworks rrc` shows unasked.
public struct FirstRole: Sendable, Hashable {
    public var layer: Layer
    /// Slug of the role.
    public var role: String
    /// One sentence.
    public var why: String

    /// Those of `first-roles`, in the file's order.
    ///
    /// - throws: `SeedTable.Malformed`, which names file and line.
    public static func read(_ files: RuleFiles) throws -> [FirstRole] {
        try files.read("first-roles") { table in
            let (layer, role, why) = try (table.column("layer"), table.column("role"), table.column("why"))
            return try table.map { row in
                guard let known = Layer(rawValue: row[layer].string) else {
                    throw row.malformed("no layer '\(row[layer].string)'")
                }
                return FirstRole(layer: known, role: row[role].string, why: row[why].string)
            }
        }
    }
}
