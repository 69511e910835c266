extension CatalogueRecord {
    /// The record with the fields that a file gives in the place of its own.
    ///
    /// Reasons and sources stand in the order of the layers: where the file changes the layers and says nothing of them,
    /// each layer that was there keeps its own, and a new one is the user's. So is what a new reason is given for.
    public func taking(_ given: CatalogueRecord) -> CatalogueRecord {
        var result = self
        for (field, value) in given.fields { result[field] = value }
        guard entity == .skill, given.fields["layers"] != nil || given.fields["reason"] != nil else { return result }
        let layers = Self.layerSlugs(result["layers"])
        let own = Dictionary(
            zip(Self.layerSlugs(self["layers"]), zip(places("reason"), places("source")).map { ($0, $1) })
        ) { first, _ in first }
        if given.fields["reason"] == nil {
            result["reason"] = layers.map { own[$0]?.0 ?? Self.filedByUser }.joined(separator: " | ")
        }
        if given["source"].isEmpty {
            let reasons = result.places("reason")
            result["source"] = layers.enumerated().map { index, layer in
                guard let (reason, source) = own[layer], index < reasons.count, reasons[index] == reason else {
                    return "user"
                }
                return source
            }.joined(separator: " | ")
        }
        return result
    }

    /// The reason of a layer for which the user has given none.
    public static let filedByUser = "Filed here by you."

    /// The items of a field that has a place for every layer; as many as there are layers.
    public func places(_ field: String) -> [String] {
        let items = self[field].split(separator: "|", omittingEmptySubsequences: false).map {
            String($0).trimmingSpaces
        }
        let missing = Self.layerSlugs(self["layers"]).count - items.count
        return items + Array(repeating: "", count: max(0, missing))
    }

    /// The slugs of the layers in the field `layers`, without "outside".
    private static func layerSlugs(_ text: String) -> [String] {
        text.split(separator: ",").map { part in
            String(part.prefix { $0 != "=" }).trimmingSpaces
        }.filter { $0 != "outside" && !$0.isEmpty }
    }
}
