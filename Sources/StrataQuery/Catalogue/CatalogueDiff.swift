public import StrataModel

/// What a user has changed in the catalogue, beside what the seeds say.
public struct CatalogueDiff: Sendable {
    public enum State: String, Sendable {
        /// A record of the user's own.
        case added
        case removed, changed
        /// The seeds have changed since the user did, and otherwise.
        case conflict
    }

    public struct Line: Sendable {
        public var entity: CatalogueRecord.Entity
        public var slug: String
        public var field: String
        public var state: State
        /// What the catalogue says now; nil where the record is removed.
        public var mine: String?
        /// What the seeds say now; nil where they have no such record.
        public var seeds: String?
        /// What the seeds said when the user changed it.
        public var base: String?
    }

    public let lines: [Line]

    /// - parameter seeds: the catalogue without the edits.
    public init(_ edits: [CatalogueEdit], seeds: Catalogue) {
        lines = Dictionary(grouping: edits) { "\($0.entity.rawValue) \($0.slug)" }
            .sorted { $0.key < $1.key }
            .flatMap { _, edits in Self.lines(edits, seeds) }
    }

    /// How many fields the seeds have changed under the user.
    public var conflicts: Int { lines.count { $0.state == .conflict } }

    private static func lines(_ edits: [CatalogueEdit], _ seeds: Catalogue) -> [Line] {
        guard let first = edits.first else { return [] }
        let (entity, slug) = (first.entity, first.slug)
        let seed = seeds.record(entity, slug)
        let mine = CatalogueMerge.record(entity, slug: slug, seed: seed, edits: edits)
        guard let mine else {
            return [Line(entity: entity, slug: slug, field: "slug", state: .removed, mine: nil, seeds: seed?["name"])]
        }
        if seed == nil, edits.allSatisfy({ $0.base == nil }) {
            return [Line(entity: entity, slug: slug, field: "slug", state: .added, mine: mine["name"])]
        }
        let order = entity.fields
        return edits.sorted { order.firstIndex(of: $0.field) ?? 0 < order.firstIndex(of: $1.field) ?? 0 }
            .compactMap { edit in
                let isConflict = CatalogueMerge.isConflict(edit, seed: seed)
                // Of a record that the seeds have dropped, one line says it.
                if seed == nil, edit.field != "name" { return nil }
                if let seed, !isConflict, seed[edit.field] == mine[edit.field] { return nil }
                return Line(
                    entity: entity, slug: slug, field: seed == nil ? "slug" : edit.field,
                    state: isConflict ? .conflict : .changed, mine: mine[edit.field], seeds: seed?[edit.field],
                    base: edit.base)
            }
    }

    /// What `catalogue diff` prints.
    public var document: Document {
        guard !lines.isEmpty else {
            return Document(title: "Catalogue", blocks: [.paragraph("It is as it comes with Strata.")])
        }
        let slugs = lines.map(\.slug).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        var blocks = slugs.flatMap { slug -> [Block] in
            [.heading(slug), .list(lines.filter { $0.slug == slug }.map(\.text))]
        }
        if conflicts > 0 {
            blocks.append(
                .note(
                    "A conflict: Strata's own text has changed since you changed it. Yours holds; "
                        + "'strata catalogue resolve NAME --keep mine|seeds' settles it."))
        }
        return Document(title: "What you have changed in the catalogue", blocks: blocks)
    }

    /// A row a change.
    public var table: Table {
        Table(
            columns: [
                .init("entity", "Entity"), .init("slug", "Slug"), .init("state", "State"), .init("field", "Field"),
                .init("mine", "Yours"), .init("seeds", "Strata's"), .init("base", "Strata's when you changed it"),
            ],
            rows: lines.map { line in
                [
                    .text(line.entity.rawValue), .text(line.slug), .text(line.state.rawValue), .text(line.field),
                    .text(line.mine), .text(line.seeds), .text(line.base),
                ]
            })
    }

    /// What JSON Lines holds: a change a line.
    public var items: [JSONValue] {
        lines.map { line in
            .object([
                ("entity", .string(line.entity.rawValue)), ("slug", .string(line.slug)), ("field", .string(line.field)),
                ("state", .string(line.state.rawValue)), ("mine", .string(line.mine)), ("seeds", .string(line.seeds)),
                ("base", .string(line.base)),
            ])
        }
    }

    /// What `catalogue diff --format json` prints.
    public var json: JSONValue {
        .object([("conflicts", .integer(conflicts)), ("changes", .array(items))])
    }
}

extension CatalogueDiff.Line {
    /// The change in words; of a list, only what differs.
    fileprivate var text: String {
        switch state {
        case .added: return "added by you: \(mine ?? slug)"
        case .removed: return "removed by you: \(seeds ?? slug)"
        case .changed, .conflict: break
        }
        guard let seeds else { return "conflict: Strata has dropped it since; yours stays" }
        if CatalogueRecord.listFields.contains(field) {
            let (own, theirs) = (CatalogueRecord.items(mine ?? ""), CatalogueRecord.items(seeds))
            let parts = [
                ("you added", own.filter { !theirs.contains($0) }),
                ("you took away", theirs.filter { !own.contains($0) }),
            ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
            return "\(field): \(parts.joined(separator: "; "))"
        }
        let change = "\(field): \(mine ?? "") (Strata: \(seeds.isEmpty ? "nothing" : seeds))"
        guard state == .conflict else { return change }
        return "conflict in \(change); when you changed it, Strata said \(base ?? "")"
    }
}
