public import StrataModel

extension SkillList {
    /// What `tools` and `skills` print.
    ///
    /// - parameter title: `Tools`, `Skills`.
    public func document(title: String) -> Document {
        Document(title: title, blocks: [.table(table)] + leftOut(of: total, shown: rows.count))
    }

    private var table: Table {
        let hasCounts = rows.contains { $0.jds != nil }
        var columns: [Table.Column] = [
            .init("name", "Name"), .init("kind", "Kind"), .init("primary_layer", "Primary layer"),
            .init("other_layers", "Also in"), .init("aliases", "Aliases"),
        ]
        if hasCounts { columns.append(.init("jds", "JDs", .trailing)) }
        return Table(
            columns: columns,
            rows: rows.map { row in
                let others = row.layers.filter { $0.layer != row.primaryLayer }.map(\.layer.name)
                let cells: [Table.Cell] = [
                    .text(row.name), .text(row.kind.rawValue), row.primaryLayer.map { .layer($0) } ?? .missing,
                    others.isEmpty ? .missing : .text(others.joined(separator: ", ")),
                    row.aliases.isEmpty ? .missing : .text(row.aliases.joined(separator: ", ")),
                ]
                return hasCounts ? cells + [row.jds.map { .integer($0) } ?? .missing] : cells
            })
    }
}

extension RoleList {
    /// What `roles` prints.
    public var document: Document {
        Document(title: "Roles", blocks: [.table(table)] + leftOut(of: total, shown: rows.count))
    }

    private var table: Table {
        let hasCounts = rows.contains { $0.jds != nil }
        var columns: [Table.Column] = [
            .init("slug", "Slug"), .init("name", "Name"), .init("layer", "Home layer"), .init("mission", "Mission"),
        ]
        if hasCounts { columns.append(.init("jds", "JDs", .trailing)) }
        return Table(
            columns: columns,
            rows: rows.map { row in
                let cells: [Table.Cell] = [
                    .text(row.role.slug), .text(row.role.name), row.role.layer.map { .layer($0) } ?? .missing,
                    row.role.mission.isEmpty ? .missing : .text(row.role.mission),
                ]
                return hasCounts ? cells + [row.jds.map { .integer($0) } ?? .missing] : cells
            })
    }
}

/// Says how many of a list aren't shown, where some are not.
func leftOut(of total: Int, shown: Int) -> [Block] {
    shown < total ? [.note("\(shown) of \(total) shown; --limit and --offset show others.")] : []
}
