internal import StrataModel

/// Layers asked for together.
extension ReportPieces {
    /// Of the texts that need one layer, the part that needs another.
    static func togetherChart(_ sample: Sample) -> Chart? {
        let layers = Layer.allCases
        guard sample.needs.indices.contains(where: { sample.needs[$0][$0] > 0 }) else { return nil }
        func share(_ layer: Layer, _ other: Layer) -> Double? {
            let all = sample.needs[layer.index][layer.index]
            return layer == other || all == 0 ? nil : Double(sample.needs[layer.index][other.index]) / Double(all)
        }
        let pairs = layers.flatMap { layer in
            layers.compactMap { other in share(layer, other).map { (layer, other, $0) } }
        }
        let most = pairs.filter { sample.needs[$0.0.index][$0.0.index] >= DemandReport.smallSample }
            .max { $0.2 < $1.2 }
        let summary =
            most.map {
                "Of the texts that need \($0.0.name), \(Figures.percent($0.2)) need \($0.1.name) too: the closest pair."
            } ?? "Each row: of the texts that need its layer, the part that needs another."
        let table = Table(
            columns: [.init("layer", "Of texts that need"), .init("texts", "Texts", .trailing)]
                + layers.map { .init($0.slug, "also \($0.name)", .trailing) },
            rows: layers.map { layer in
                [.layer(layer), .integer(sample.needs[layer.index][layer.index])]
                    + layers.map { .percent(share(layer, $0)) }
            })
        return Chart(
            title: "Layers asked for together", summary: summary,
            figure: .grid(
                Chart.Grid(
                    columns: layers.map(\.name),
                    rows: layers.map { layer in
                        Chart.GridRow(label: layer.name, layer: layer, values: layers.map { share(layer, $0) })
                    })), table: table)
    }
}
