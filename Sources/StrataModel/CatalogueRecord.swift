/// A skill or a role as named fields of text, as the files of `Seeds/` write them: what is exported, imported and edited.
public struct CatalogueRecord: Sendable, Hashable {
    public enum Entity: String, Sendable, CaseIterable {
        case skill, role

        /// The fields besides the slug, in the order in which they are written.
        public var fields: [String] {
            switch self {
            case .skill: ["name", "kind", "layers", "terms", "context", "summary", "reason", "source"]
            case .role:
                [
                    "name", "layer", "titles", "lean", "ladder", "responsibilities", "capabilities", "mission",
                    "occupation",
                ]
            }
        }

        /// The fields by which JDs are read: a change of another one leaves every verdict as it is.
        public var fieldsThatCount: [String] {
            switch self {
            case .skill: ["name", "kind", "layers", "terms", "context"]
            case .role: ["name", "layer", "titles", "lean"]
            }
        }
    }

    public var entity: Entity
    public var slug: String
    /// By field; what is missing is empty.
    public var fields: [String: String]

    public init(_ entity: Entity, slug: String, fields: [String: String] = [:]) {
        self.entity = entity
        self.slug = slug
        self.fields = fields
    }

    public subscript(field: String) -> String {
        get { fields[field] ?? "" }
        set { fields[field] = newValue }
    }

    /// Fields that hold several items between `|`.
    public static let listFields: Set<String> = [
        "terms", "context", "titles", "ladder", "responsibilities", "capabilities",
    ]

    /// The items of a field that holds a list, trimmed, without empty ones.
    public static func items(_ text: String) -> [String] {
        text.split(separator: "|").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// A field that holds the items.
    public static func list(_ items: [String], in field: String) -> String {
        // Sentences are set apart more widely than words.
        items.joined(separator: ["responsibilities", "capabilities"].contains(field) ? " | " : "|")
    }
}

extension String {
    /// Without spaces and tabs at either end.
    public var trimmingSpaces: String {
        var part = utf8[...]
        while let first = part.first, first == 0x20 || first == 0x09 { part.removeFirst() }
        while let last = part.last, last == 0x20 || last == 0x09 { part.removeLast() }
        return String(Substring(part))
    }
}

/// What a user has changed in one field of the catalogue.
public struct CatalogueEdit: Sendable, Hashable {
    public var entity: CatalogueRecord.Entity
    public var slug: String
    /// A field of the entity; `slug` where the user has removed the whole record.
    public var field: String
    /// The user's text; nil where the record is removed.
    public var value: String?
    /// What the seeds said when the user changed it; nil for a record of the user's own.
    public var base: String?

    /// The field that stands for the whole record.
    public static let removal = "slug"

    public init(_ entity: CatalogueRecord.Entity, slug: String, field: String, value: String?, base: String?) {
        self.entity = entity
        self.slug = slug
        self.field = field
        self.value = value
        self.base = base
    }

    /// The features whose learnt weights no longer hold: what was learnt says where the record belonged before it was moved.
    public var moved: [Feature] {
        guard value != base else { return [] }
        switch (entity, field) {
        case (.skill, "layers"): return [.skill(slug)]
        case (.role, "lean"): return [.role(slug), .title(slug)]
        default: return []
        }
    }
}
