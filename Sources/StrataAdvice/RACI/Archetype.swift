internal import StrataCatalogue
internal import StrataModel

/// A sort of project that is built again and again, with the workflow that it takes.
public struct Archetype: Sendable {
    public struct Step: Sendable, Hashable {
        /// With `{data}` where the brief's own words for its data stand.
        var name: String
        /// Slug of the kind of work.
        var work: String
        /// Why such projects forget it; nil for what nobody forgets.
        var forgotten: String?
    }

    public let slug: String
    public let name: String
    public let summary: String
    /// What shows that it works.
    public let success: String
    /// What its data is called where a brief does not say.
    let data: String
    /// Slugs of the roles that do a layer's work in such projects, where it is not the usual one.
    let roles: [Layer: String]
    /// The layers that such a project needs somebody for; the others help.
    let needs: [Layer]
    let steps: [Step]
}

/// All archetypes, of `archetypes.tsv` and `workflows.tsv`.
public struct Archetypes: Sendable {
    public let all: [Archetype]

    /// - throws: `SeedTable.Malformed`, also for a step of an unknown archetype or kind of work.
    public init(_ knowledge: Knowledge) throws { try self.init(knowledge, try WorkKinds(knowledge)) }

    init(_ knowledge: Knowledge, _ kinds: WorkKinds) throws {
        var steps: [String: [(position: Int, step: Archetype.Step)]] = try knowledge.files.read("workflows") { table in
            let (archetype, position) = try (table.column("archetype"), table.column("position"))
            let (name, work) = try (table.column("name"), table.column("work"))
            let forgotten = try table.column("forgotten")
            return try table.map { row in
                guard kinds[row[work].string] != nil else {
                    throw row.malformed("no kind of work '\(row[work].string)' in work.tsv")
                }
                guard let place = Int(row[position].string) else {
                    throw row.malformed("no position: '\(row[position].string)'")
                }
                let reason = row[forgotten].string
                let step = Archetype.Step(
                    name: row[name].string, work: row[work].string, forgotten: reason.isEmpty ? nil : reason)
                return (row[archetype].string, (position: place, step: step))
            }.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
        }
        all = try knowledge.files.read("archetypes") { table in
            let (slug, name, summary) = try (table.column("slug"), table.column("name"), table.column("summary"))
            let (success, data, roles) = try (table.column("success"), table.column("data"), table.column("roles"))
            let needs = try table.column("needs")
            return try table.map { row in
                guard let own = steps.removeValue(forKey: row[slug].string) else {
                    throw row.malformed("'\(row[slug].string)' has no steps in workflows.tsv")
                }
                let named = try row[roles].list.map { text -> (Layer, String) in
                    let parts = text.split(separator: "=").map(String.init)
                    guard parts.count == 2, let layer = Layer(rawValue: parts[0]) else {
                        throw row.malformed("'\(text)' is no layer=role")
                    }
                    return (layer, parts[1])
                }
                return Archetype(
                    slug: row[slug].string, name: row[name].string, summary: row[summary].string,
                    success: row[success].string, data: row[data].string,
                    roles: Dictionary(named) { first, _ in first },
                    needs: try row[needs].list.map { slug in
                        guard let layer = Layer(rawValue: slug) else { throw row.malformed("no layer '\(slug)'") }
                        return layer
                    },
                    steps: own.sorted { $0.position < $1.position }.map(\.step))
            }
        }
    }

    subscript(_ slug: String) -> Archetype? { all.first { $0.slug == slug } }
}
