internal import StrataCatalogue
internal import StrataModel

extension CourseFigures {
    /// The complaints that have a rule of their own, a layer a row.
    static func symptoms(_ files: RuleFiles) throws -> Table {
        let rules = try files.read("symptoms") { table in
            let (layer, name, when) = try (table.column("layer"), table.column("name"), table.column("when"))
            return try table.map { (layer: try $0.layer(layer), name: $0[name].string, isOwn: !$0[when].list.isEmpty) }
        }
        return Table(
            columns: [.init("layer", "Layer"), .init("symptoms", "Complaints that point to it", wraps: true)],
            rows: Layer.allCases.map { layer in
                let own = rules.filter { $0.layer == layer && $0.isOwn }.map(\.name)
                return [.layer(layer), .text(own.joined(separator: "; "))]
            })
    }

    /// What has to be there before what, and why.
    static func precedence(_ files: RuleFiles) throws -> Table {
        // A layer, or a piece of work such as `fine-tuning`.
        func cell(_ name: String) -> Table.Cell {
            Layer(rawValue: name).map { .layer($0) } ?? .text(name)
        }
        return Table(
            columns: [.init("before", "First"), .init("after", "Then"), .init("why", "The rule", wraps: true)],
            rows: try files.read("precedence") { table in
                let (before, after, why) = try (table.column("before"), table.column("after"), table.column("why"))
                return try table.map { [cell($0[before].string), cell($0[after].string), .text($0[why].string)] }
            })
    }
}
