internal import StrataModel

extension Seeds {
    /// The roles, in the order of their slugs.
    static func roles() throws -> [Role] {
        let table = try table("roles")
        let columns = try RoleColumns(table)
        return try table.map(columns.role)
    }
}

/// Where the columns of the roles stand.
struct RoleColumns {
    private let slug, name, layer, titles, lean, ladder, responsibilities, capabilities, mission, occupation: Int

    init(_ table: SeedTable) throws {
        slug = try table.column("slug")
        name = try table.column("name")
        layer = try table.column("layer")
        titles = try table.column("titles")
        lean = try table.column("lean")
        ladder = try table.column("ladder")
        responsibilities = try table.column("responsibilities")
        capabilities = try table.column("capabilities")
        mission = try table.column("mission")
        occupation = try table.column("occupation")
    }

    func role(_ row: SeedTable.Row) throws -> Role {
        guard let home = Outcome(row[layer]) else { throw row.malformed("no layer: \(row[layer].string)") }
        return Role(
            slug: row[slug].string, name: row[name].string, layer: home.layer, titlePhrases: row[titles].list,
            lean: OutcomeValues(try row.weights(lean)), ladder: row[ladder].list,
            responsibilities: row[responsibilities].list, capabilities: row[capabilities].list,
            mission: row[mission].string, occupation: row[occupation].string)
    }
}
