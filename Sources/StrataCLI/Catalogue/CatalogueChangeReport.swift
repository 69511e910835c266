internal import StrataCatalogue
internal import StrataModel

/// What a command has changed in the catalogue, field by field.
struct CatalogueChangeReport {
    struct Line {
        var entity: CatalogueRecord.Entity
        var slug: String
        var field: String
        /// Nil where there was nothing, or is nothing any more.
        var before: String?
        var after: String?
    }

    let lines: [Line]

    init(before: Catalogue, after: Catalogue) {
        lines = CatalogueRecord.Entity.allCases.flatMap { entity in
            Self.lines(entity, Self.records(entity, before), Self.records(entity, after))
        }
    }

    var isEmpty: Bool { lines.isEmpty }

    private static func records(
        _ entity: CatalogueRecord.Entity, _ catalogue: Catalogue
    ) -> [String: CatalogueRecord] {
        let records =
            switch entity {
            case .skill: catalogue.skills.map(\.record)
            case .role: catalogue.roles.map(\.record)
            }
        return Dictionary(records.map { ($0.slug, $0) }) { first, _ in first }
    }

    private static func lines(
        _ entity: CatalogueRecord.Entity, _ before: [String: CatalogueRecord], _ after: [String: CatalogueRecord]
    ) -> [Line] {
        Set(before.keys).union(after.keys).sorted().flatMap { slug -> [Line] in
            let (old, new) = (before[slug], after[slug])
            guard old != new else { return [] }
            guard let old else {
                return [Line(entity: entity, slug: slug, field: "slug", before: nil, after: new?["name"])]
            }
            guard let new else {
                return [Line(entity: entity, slug: slug, field: "slug", before: old["name"], after: nil)]
            }
            return entity.fields.filter { old[$0] != new[$0] }
                .map { Line(entity: entity, slug: slug, field: $0, before: old[$0], after: new[$0]) }
        }
    }

    var document: Document {
        guard !isEmpty else {
            return Document(title: "Nothing has changed", blocks: [.note("It was like that already.")])
        }
        let table = Table(
            columns: [
                .init("slug", "Slug"), .init("change", "Change"), .init("before", "Before"), .init("after", "Now"),
            ],
            rows: lines.map { [.text($0.slug), .text($0.change), .text($0.shownBefore), .text($0.shownAfter)] })
        return Document(title: "Changed", blocks: [.table(table)])
    }

    var items: [JSONValue] {
        lines.map { line in
            .object([
                ("entity", .string(line.entity.rawValue)), ("slug", .string(line.slug)), ("field", .string(line.field)),
                ("before", .string(line.before)), ("after", .string(line.after)),
            ])
        }
    }

    var json: JSONValue { .object([("changed", .array(items))]) }
}

extension CatalogueChangeReport.Line {
    fileprivate var change: String {
        if before == nil { return "added" }
        return after == nil ? "removed" : field
    }

    /// Of a list, only what is no longer there.
    fileprivate var shownBefore: String? { shown(before, without: after) }
    fileprivate var shownAfter: String? { shown(after, without: before) }

    private func shown(_ text: String?, without other: String?) -> String? {
        guard let text, let other, CatalogueRecord.listFields.contains(field) else {
            return text.flatMap { $0.isEmpty ? nil : $0 }
        }
        let others = Set(CatalogueRecord.items(other))
        let rest = CatalogueRecord.items(text).filter { !others.contains($0) }
        return rest.isEmpty ? nil : rest.joined(separator: ", ")
    }
}
