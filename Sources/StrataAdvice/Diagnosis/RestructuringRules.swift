internal import StrataCatalogue
internal import StrataModel

/// Ways to put a team together anew, of `restructuring.tsv`.
struct RestructuringRule: Sendable {
    struct Unit: Sendable {
        var name: String
        var layers: [Layer]
        var does: String
        /// Whether it consists of those who are to be hired, and whether of those who work in no layer.
        var isForHires: Bool
        var isForOthers: Bool
    }

    var slug: String
    var name: String
    var when: FactCondition
    var units: [Unit]
    var why: String

    static func all(_ files: RuleFiles) throws -> [RestructuringRule] {
        try files.read("restructuring") { table in
            let (slug, when, name) = try (table.column("slug"), table.column("when"), table.column("name"))
            let (units, why) = try (table.column("units"), table.column("why"))
            return try table.map { row in
                RestructuringRule(
                    slug: row[slug].string, name: row[name].string, when: try FactCondition(row[when], of: row),
                    units: try row[units].list.map { try unit($0, row) }, why: row[why].string)
            }
        }
    }

    /// `ML platform: mlops,data-engineering=brings data and runs models`.
    private static func unit(_ text: String, _ row: SeedTable.Row) throws -> Unit {
        guard let colon = text.firstIndex(of: ":"), let equals = text.firstIndex(of: "="), colon < equals else {
            throw row.malformed("'\(text)' is no 'name: layers=what it does'")
        }
        let slugs = text[text.index(after: colon)..<equals].split(separator: ",").map { String($0).trimmed }
        let layers = try slugs.filter { $0 != "none" && $0 != "hires" }.map { slug in
            guard let layer = Layer(rawValue: slug) else { throw row.malformed("no layer '\(slug)'") }
            return layer
        }
        return Unit(
            name: String(text[..<colon]).trimmed, layers: layers,
            does: String(text[text.index(after: equals)...]).trimmed, isForHires: slugs.contains("hires"),
            isForOthers: slugs.contains("none"))
    }

    func proposal(_ team: TeamReading, _ hires: [Hire]) -> Diagnosis.Restructuring {
        let units = units.map { unit in
            let people = team.members.filter { member in
                let isFree = !member.parts.values.contains(.works)
                // Who could help in a layer and works in none belongs to it rather than nowhere.
                return unit.layers.contains { member.parts[$0] == .works || isFree && member.parts[$0] == .helps }
                    || unit.isForOthers && isFree
            }
            let hired = hires.filter { unit.layers.contains($0.layer) || unit.isForHires }
            return Diagnosis.Restructuring.Unit(
                name: unit.name, does: unit.does, people: people.map(\.label), hires: hired.map(\.name))
        }
        return Diagnosis.Restructuring(rule: slug, name: name, units: units, why: why)
    }
}
