public import StrataModel

/// Ways of working, phase by phase, with the layers and roles that carry each.
public struct FrameworkList: Sendable {
    public let phases: [FrameworkPhase]
    private let roles: [String: String]
    private let sources: [String: String]

    /// The phases of one framework, or of all; none when there is none of that name.
    ///
    /// - parameter framework: a slug, in any case: `crisp-dm`, `ml-lifecycle`, `rrc`.
    public init(_ framework: String?, references: References, catalogue: Catalogue) {
        let slug = framework.map(Slug.of)
        phases = references.phases.filter { slug == nil || $0.framework == slug }
        roles = Dictionary(catalogue.roles.map { ($0.slug, $0.name) }) { first, _ in first }
        sources = Dictionary(references.sources.map { ($0.slug, $0.name) }) { first, _ in first }
    }

    /// The frameworks' slugs, in order.
    public var frameworks: [String] {
        phases.map(\.framework).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// What `frameworks` prints.
    public var document: Document {
        Document(
            title: frameworks.count == 1 ? Self.title(frameworks[0]) : "Frameworks",
            blocks: frameworks.flatMap { framework -> [Block] in
                let phases = phases.filter { $0.framework == framework }
                let heading: [Block] = frameworks.count == 1 ? [] : [.heading(Self.title(framework))]
                let cited = Set(phases.map(\.source)).sorted().map { sources[$0] ?? $0 }.joined(separator: "; ")
                return heading + phases.flatMap(blocks) + [.note("After \(cited).")]
            })
    }

    private func name(_ role: String) -> String { roles[role] ?? "\(role) (removed)" }

    private func blocks(_ phase: FrameworkPhase) -> [Block] {
        [
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
        Table(
            columns: [
                .init("framework", "Framework"), .init("position", "Position", .trailing), .init("phase", "Phase"),
                .init("layers", "Layers"), .init("roles", "Roles"), .init("summary", "Summary"),
                .init("capabilities", "Capabilities"),
            ],
            rows: phases.map { phase in
                [
                    .text(phase.framework), .integer(phase.position), .text(phase.name),
                    .text(phase.layers.map(\.slug).joined(separator: "|")),
                    .text(phase.roles.joined(separator: "|")), .text(phase.summary),
                    .text(phase.capabilities.joined(separator: "|")),
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

    /// What JSON Lines holds: a phase a line.
    public var items: [JSONValue] {
        phases.map { phase in
            .object([
                ("framework", .string(phase.framework)), ("position", .integer(phase.position)),
                ("slug", .string(phase.slug)), ("name", .string(phase.name)), ("summary", .string(phase.summary)),
                ("layers", .array(phase.layers.map { .string($0.slug) })),
                ("roles", .array(phase.roles.map { .string($0) })),
                ("capabilities", .array(phase.capabilities.map { .string($0) })),
                ("source", .string(sources[phase.source] ?? phase.source)),
            ])
        }
    }

    /// What `frameworks --format json` prints.
    public var json: JSONValue { .object([("phases", .array(items))]) }
}
