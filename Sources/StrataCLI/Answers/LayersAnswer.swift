internal import StrataModel

/// The stack as a picture: the four layers, their goals and their signature tools.
struct LayersAnswer {
    let catalogue: Catalogue

    /// Columns between the borders of the picture.
    private static let width = 62

    var document: Document {
        let counts = Layer.allCases.map { layer in
            Fact(layer.name, "\(catalogue.skills.filter { $0.primaryLayer == layer }.count) skills, slug \(layer.slug)")
        }
        return Document(
            title: "The four layers of the AI/ML stack",
            blocks: [.preformatted(diagram), .table(table), .facts(counts)])
    }

    private var diagram: String {
        let rule = String(repeating: "─", count: Self.width)
        let boxes = catalogue.layers.reversed().map { profile in
            [
                "\(profile.layer.index + 1)  \(profile.name)", "   goal: \(profile.goal)",
                "   \(tools(profile).joined(separator: " · "))",
            ].map { "│ \(padded($0)) │" }.joined(separator: "\n")
        }
        return "┌\(rule)┐\n" + boxes.joined(separator: "\n├\(rule)┤\n") + "\n└\(rule)┘"
    }

    private func padded(_ text: String) -> String {
        let room = Self.width - 2
        let cut = text.count > room ? text.prefix(room - 1) + "…" : text[...]
        return cut + String(repeating: " ", count: room - cut.count)
    }

    private var table: Table {
        Table(
            columns: [.init("layer", "layer"), .init("goal", "goal"), .init("signature_tools", "signature tools")],
            rows: catalogue.layers.map { profile in
                [.layer(profile.layer), .text(profile.goal), .text(tools(profile).joined(separator: ", "))]
            })
    }

    /// The names of the signature tools, but those that the user has removed.
    private func tools(_ profile: LayerProfile) -> [String] {
        let names = Dictionary(catalogue.skills.map { ($0.slug, $0.name) }) { first, _ in first }
        return profile.signature.compactMap { names[$0] }
    }

    var items: [JSONValue] {
        catalogue.layers.map { profile in
            .object([
                ("layer", .string(profile.layer.slug)), ("name", .string(profile.name)),
                ("goal", .string(profile.goal)),
                ("signature_tools", .array(tools(profile).map { .string($0) })),
                ("skills", .integer(catalogue.skills.filter { $0.primaryLayer == profile.layer }.count)),
            ])
        }
    }
}
