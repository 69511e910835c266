public import StrataModel
internal import StrataQuery

extension RRCMatrix {
    /// What `frameworks rrc` prints of it.
    public var blocks: [Block] {
        [
            .paragraph(lead)
        ] + coverage + [
            .table(missions), .heading("Responsibilities and capabilities"),
            .note(
                "Outcomes for which a role answers, beside what its holder must be able to do; a line does not pair them."
            ),
            .table(matrix),
        ]
    }

    private var lead: String {
        switch choice {
        case .first:
            """
            The roles that the four layers need first, two of each: the one that begins and the one that comes next. --role and \
            --layer choose others.
            """
        case .chosen: roles.count == 1 ? "One role." : "\(roles.count) roles."
        }
    }

    private func layer(of role: Role) -> Table.Cell { role.layer.map { .layer($0) } ?? .text("outside the stack") }

    private var missions: Table {
        var columns: [Table.Column] = [
            .init("role", "Role"), .init("layer", "Home layer"), .init("mission", "Mission", wraps: true),
        ]
        if covers != nil { columns += [.init("state", "State"), .init("covered_by", "Who", wraps: true)] }
        return Table(
            columns: columns,
            rows: roles.map { role in
                let cells: [Table.Cell] = [
                    .text(role.name), layer(of: role), role.mission.isEmpty ? .missing : .text(role.mission),
                ]
                guard let cover = covers?[role.slug] else { return cells }
                return cells + [.text(cover.state.rawValue), .text(cover.reasons)]
            })
    }

    /// What is said first of a team.
    private var coverage: [Block] {
        guard let covers else { return [] }
        func names(_ state: Cover.State) -> [String] {
            roles.filter { covers[$0.slug]?.state == state }.map(\.name)
        }
        let (open, partial, covered) = (names(.open), names(.partial), names(.covered))
        var said = ["\(covered.count) of \(roles.count) roles are filled."]
        if !open.isEmpty { said.append("Nobody has the responsibilities of: \(open.joined(separator: ", ")).") }
        if !partial.isEmpty {
            said.append("Others of the layer may have some of those of: \(partial.joined(separator: ", ")).")
        }
        return [.list(said)]
    }

    /// A role goes on below its name.
    private var matrix: Table {
        let rows = roles.flatMap { role -> [[Table.Cell]] in
            let count = max(role.responsibilities.count, role.capabilities.count, 1)
            return (0..<count).map { line in
                func cell(_ texts: [String]) -> Table.Cell { .text(line < texts.count ? texts[line] : "") }
                var cells = [cell([role.name]), cell(role.responsibilities), cell(role.capabilities)]
                if let state = covers?[role.slug]?.state { cells.insert(cell([state.rawValue]), at: 1) }
                return cells
            }
        }
        let state: [Table.Column] = covers == nil ? [] : [.init("state", "State")]
        return Table(
            columns: [.init("role", "Role")] + state + [
                .init("responsibilities", "Responsibilities", wraps: true),
                .init("capabilities", "Capabilities", wraps: true),
            ], rows: rows)
    }

    /// A row a role: what CSV holds.
    public var table: Table {
        var columns: [Table.Column] = [
            .init("role", "Role"), .init("name", "Name"), .init("layer", "Home layer"), .init("mission", "Mission"),
            .init("responsibilities", "Responsibilities"), .init("capabilities", "Capabilities"),
        ]
        if covers != nil { columns += [.init("state", "State"), .init("covered_by", "Covered by")] }
        return Table(
            columns: columns,
            rows: roles.map { role in
                let cells: [Table.Cell] = [
                    .text(role.slug), .text(role.name), role.layer.map { .layer($0) } ?? .missing, .text(role.mission),
                    .text(role.responsibilities.joined(separator: "|")),
                    .text(role.capabilities.joined(separator: "|")),
                ]
                guard let cover = covers?[role.slug] else { return cells }
                return cells + [.text(cover.state.rawValue), .text(cover.people.joined(separator: "|"))]
            })
    }

    /// A role each: `{"role","name","layer":slug|null,"mission","responsibilities":[],"capabilities":[]}`, with a team also
    /// `"cover":{"state":"covered"|"partial"|"open","people":[]}`.
    public var items: [JSONValue] {
        roles.map { role in
            var members: [(key: String, value: JSONValue)] = [
                ("role", .string(role.slug)), ("name", .string(role.name)), ("layer", .string(role.layer?.slug)),
                ("mission", .string(role.mission)),
                ("responsibilities", .array(role.responsibilities.map { .string($0) })),
                ("capabilities", .array(role.capabilities.map { .string($0) })),
            ]
            if let cover = covers?[role.slug] { members.append(("cover", cover.json)) }
            return .object(members)
        }
    }
}
