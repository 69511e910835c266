public import StrataModel

/// Ways of working, phase by phase, with the layers and roles that carry each.
public struct FrameworkList: Sendable {
    public let phases: [FrameworkPhase]
    /// Who covers each phase, in the same order; nil without a team.
    private var covers: [Cover]?
    private let roles: [String: String]
    private let sources: [String: String]

    /// The phases of one framework, or of all; none when there is none of that name.
    ///
    /// - parameter framework: a slug, in any case: `crisp-dm`, `ml-lifecycle`, `rrc`.
    /// - parameter cover: says who in a team covers a phase; nil where nobody is to be looked for.
    public init(
        _ framework: String?, references: References, catalogue: Catalogue, cover: ((FrameworkPhase) -> Cover)? = nil
    ) {
        let slug = framework.map(Slug.of)
        phases = references.phases.filter { slug == nil || $0.framework == slug }
        roles = Dictionary(catalogue.roles.map { ($0.slug, $0.name) }) { first, _ in first }
        sources = Dictionary(references.sources.map { ($0.slug, $0.name) }) { first, _ in first }
        covers = cover.map(phases.map)
    }

    /// The frameworks' slugs, in order.
    public var frameworks: [String] {
        phases.map(\.framework).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// What `frameworks` prints: the phases one after the other; with a team who covers each, and what is open.
    public var document: Document {
        Document(
            title: frameworks.count == 1 ? Self.title(frameworks[0]) : "Frameworks",
            blocks: frameworks.flatMap { framework -> [Block] in
                let heading: [Block] = frameworks.count == 1 ? [] : [.heading(Self.title(framework))]
                let own = phases.indices.filter { phases[$0].framework == framework }
                // The method of the RRC matrix is no work that a team covers.
                let blocks = covers != nil && framework != "rrc" ? coverage(own) : own.flatMap(blocks)
                return heading + blocks + [cited(own)]
            })
    }

    private func cited(_ own: [Int]) -> Block {
        .note("After \(Set(own.map { phases[$0].source }).sorted().map { sources[$0] ?? $0 }.joined(separator: "; ")).")
    }

    /// The phases of a framework as one table: what is done in each, and who answers for it.
    public func summary(of framework: String) -> [Block] {
        let own = phases.indices.filter { phases[$0].framework == framework }
        let table = Table(
            columns: [
                .init("phase", "Step"), .init("summary", "What is done", wraps: true),
                .init("capabilities", "By", wraps: true), .init("role", "Answers for it", wraps: true),
            ],
            rows: own.map { index in
                let phase = phases[index]
                return [
                    .text("\(phase.position). \(phase.name)"), .text(phase.summary),
                    .text(phase.capabilities.joined(separator: ", ")), .text(phase.roles.first.map(name)),
                ]
            })
        return [.table(table), cited(own)]
    }

    private func coverage(_ own: [Int]) -> [Block] {
        guard let covers else { return [] }
        let open = own.filter { covers[$0].state == .open }
        let partial = own.filter { covers[$0].state == .partial }
        func names(_ indices: [Int]) -> String { indices.map { phases[$0].name }.joined(separator: ", ") }
        var said = ["\(own.count - open.count - partial.count) of \(own.count) phases are covered."]
        if !open.isEmpty { said.append("Nobody covers \(names(open)).") }
        if !partial.isEmpty { said.append("In part only: \(names(partial)).") }
        let table = Table(
            columns: [
                .init("phase", "Phase"), .init("layers", "Layers", wraps: true), .init("state", "State"),
                .init("people", "Who", wraps: true),
            ],
            rows: own.map { index in
                [
                    .text("\(phases[index].position). \(phases[index].name)"),
                    .text(phases[index].layers.map(\.name).joined(separator: ", ")),
                    .text(covers[index].state.rawValue), .text(covers[index].reasons),
                ]
            })
        let blocks: [Block] = [.list(said), .table(table)]
        return open.isEmpty ? blocks : blocks + [.heading("What is open"), .table(missing(open))]
    }

    /// What has to be done in phases that nobody covers, and who would answer for it.
    private func missing(_ own: [Int]) -> Table {
        Table(
            columns: [
                .init("phase", "Phase"), .init("capabilities", "What has to be done", wraps: true),
                .init("role", "Would answer for it", wraps: true),
            ],
            rows: own.map { index in
                [
                    .text(phases[index].name), .text(phases[index].capabilities.joined(separator: ", ")),
                    .text(phases[index].roles.prefix(2).map(name).joined(separator: ", or ")),
                ]
            })
    }

    private func name(_ role: String) -> String { roles[role] ?? "\(role) (removed)" }

    private func blocks(_ index: Int) -> [Block] {
        let phase = phases[index]
        return [
            .heading("\(phase.position). \(phase.name)"), .paragraph(phase.summary + "."),
            .facts([
                Fact("Layers", phase.layers.map(\.name).joined(separator: ", ")),
                Fact("Answers for it", phase.roles.first.map(name) ?? "–"),
                Fact("Roles", phase.roles.dropFirst().map(name).joined(separator: ", ")),
                Fact("Capabilities", phase.capabilities.joined(separator: ", ")),
            ]),
        ]
    }

    /// A row a phase.
    public var table: Table {
        let columns: [Table.Column] = [
            .init("framework", "Framework"), .init("position", "Position", .trailing), .init("phase", "Phase"),
            .init("layers", "Layers"), .init("roles", "Roles"), .init("summary", "Summary"),
            .init("capabilities", "Capabilities"),
        ]
        return Table(
            columns: covers == nil ? columns : columns + [.init("state", "State"), .init("covered_by", "Covered by")],
            rows: phases.enumerated().map { index, phase -> [Table.Cell] in
                let cells: [Table.Cell] = [
                    .text(phase.framework), .integer(phase.position), .text(phase.name),
                    .text(phase.layers.map(\.slug).joined(separator: "|")),
                    .text(phase.roles.joined(separator: "|")), .text(phase.summary),
                    .text(phase.capabilities.joined(separator: "|")),
                ]
                guard let covers else { return cells }
                if phase.framework == "rrc" { return cells + [.missing, .missing] }
                return cells + [
                    .text(covers[index].state.rawValue), .text(covers[index].people.joined(separator: "|")),
                ]
            })
    }

    private static func title(_ slug: String) -> String {
        switch slug {
        case "crisp-dm": "CRISP-DM"
        case "ml-lifecycle": "The ML lifecycle"
        case "rrc": "The RRC matrix: role, responsibilities, capabilities"
        default: slug
        }
    }

    /// What JSON Lines holds: a phase a line, `{"framework","position","slug","name","summary","layers":[],"roles":[],
    /// "capabilities":[],"source"}`, with a team also `"cover":{"state":"covered"|"partial"|"open","people":[]}`, but in the
    /// method of the RRC matrix.
    public var items: [JSONValue] {
        phases.enumerated().map { index, phase in
            var members: [(key: String, value: JSONValue)] = [
                ("framework", .string(phase.framework)), ("position", .integer(phase.position)),
                ("slug", .string(phase.slug)), ("name", .string(phase.name)), ("summary", .string(phase.summary)),
                ("layers", .array(phase.layers.map { .string($0.slug) })),
                ("roles", .array(phase.roles.map { .string($0) })),
                ("capabilities", .array(phase.capabilities.map { .string($0) })),
                ("source", .string(sources[phase.source] ?? phase.source)),
            ]
            if let covers, phase.framework != "rrc" { members.append(("cover", covers[index].json)) }
            return .object(members)
        }
    }

    /// What `frameworks --format json` prints.
    public var json: JSONValue { .object([("phases", .array(items))]) }
}
