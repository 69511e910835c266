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
    /// What else has been done.
    private let note: String?

    init(before: Catalogue, after: Catalogue, note: String? = nil) {
        self.note = note
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
            if let note { return Document(title: note) }
            return Document(title: "Nothing has changed", blocks: [.note("It was like that already.")])
        }
        let slugs = lines.map(\.slug).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        // A file of thousands of records is not read line by line.
        let shown = slugs.prefix(50)
        var blocks = shown.flatMap { slug -> [Block] in
            [.heading(slug), .list(lines.filter { $0.slug == slug }.map(\.text))]
        }
        if slugs.count > shown.count {
            blocks.append(.note("And \(slugs.count - shown.count) more; --format json or csv names them all."))
        }
        if let note { blocks.append(.note(note)) }
        return Document(title: "Changed", blocks: blocks)
    }

    var table: Table {
        Table(
            columns: [
                .init("entity", "Entity"), .init("slug", "Slug"), .init("field", "Field"), .init("before", "Before"),
                .init("after", "Now"),
            ],
            rows: lines.map {
                [.text($0.entity.rawValue), .text($0.slug), .text($0.field), .text($0.before), .text($0.after)]
            })
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
    /// The change in words; of a list, what has come and what has gone.
    fileprivate var text: String {
        guard let before else { return "added: \(after ?? slug)" }
        guard let after else { return "removed: \(before)" }
        guard CatalogueRecord.listFields.contains(field) else {
            return "\(field): \(before.isEmpty ? "nothing" : before) → \(after.isEmpty ? "nothing" : after)"
        }
        let (old, new) = (CatalogueRecord.items(before), CatalogueRecord.items(after))
        let parts = [
            ("added", new.filter { !old.contains($0) }), ("taken away", old.filter { !new.contains($0) }),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
        return "\(field): \(parts.isEmpty ? "in another order" : parts.joined(separator: "; "))"
    }
}
