public import StrataModel

/// A file of skills and roles: what `catalogue export` writes and `catalogue import` reads.
///
/// CSV has a record a line under the columns `entity`, `slug` and those of both entities; YAML has a list `skills` and a
/// list `roles` of mappings with the same keys, in which lists may be written as lists. A field that the file does not name
/// stays as it is.
public enum CatalogueFile {
    /// A record with the place where it stands.
    public struct Entry: Sendable {
        /// 1-based.
        public var line: Int?
        /// Holds the fields that the file names, no others.
        public var record: CatalogueRecord
        /// Whether the file says that the record is to be removed.
        public var isRemoved: Bool

        public init(line: Int?, record: CatalogueRecord, isRemoved: Bool = false) {
            self.line = line
            self.record = record
            self.isRemoved = isRemoved
        }
    }

    public enum Format: String, Sendable, CaseIterable {
        case csv, yaml

        /// By the file's name; nil when that says neither.
        public init?(path: String) {
            let name = path.lowercased()
            if name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
                self = .csv
            } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                self = .yaml
            } else {
                return nil
            }
        }
    }

    /// The key that says, by `yes` or `true`, that a record is to be removed.
    static let removed = "removed"

    /// The columns of a CSV file, in their order.
    public static let columns: [String] = {
        var columns = ["entity", "slug", removed]
        for entity in CatalogueRecord.Entity.allCases {
            columns += entity.fields.filter { !columns.contains($0) }
        }
        return columns
    }()

    /// Reads all records.
    ///
    /// - throws: ``InputError`` that names the line of the first record that cannot be read.
    public static func read(_ path: String, format: Format? = nil) throws -> [Entry] {
        let entries =
            switch format ?? Format(path: path) {
            case .csv: try CatalogueCSV.read(path)
            case .yaml: try CatalogueYAML.read(path)
            case nil:
                throw InputError(
                    .malformed, path: path, "neither .csv nor .yaml: name the file so, or say --from csv or --from yaml"
                )
            }
        try refuseDoubles(entries, path)
        return entries
    }

    private static func refuseDoubles(_ entries: [Entry], _ path: String) throws {
        var lines: [String: Int?] = [:]
        for entry in entries {
            let key = "\(entry.record.entity.rawValue) \(entry.record.slug)"
            if let first = lines.updateValue(entry.line, forKey: key) {
                throw InputError(
                    .malformed, path: path, line: entry.line,
                    "'\(entry.record.slug)' stands in line \(first.map(String.init) ?? "?") already: join the two")
            }
        }
    }

    /// The records as the text of a file.
    public static func text(of entries: [Entry], format: Format) throws -> String {
        switch format {
        case .csv: CatalogueCSV.text(of: entries)
        case .yaml: try CatalogueYAML.text(of: entries)
        }
    }

    /// The entity that a record says it is, else the one that its keys tell; the slug that it names, else its name's.
    static func entry(entity: String, fields: [String: String], path: String, line: Int?) throws -> Entry {
        // What no encoding that we know makes a letter of has been replaced by this one.
        guard !fields.values.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else {
            throw InputError(
                .notText, path: path, line: line, "it is not UTF-8: save the file as 'CSV UTF-8', or as YAML in UTF-8")
        }
        var fields = fields
        let removed = fields.removeValue(forKey: removed)?.lowercased() ?? ""
        let record = try record(entity: entity, fields: fields, path: path, line: line)
        guard
            let isRemoved = ["yes": true, "true": true, "1": true, "": false, "no": false, "false": false, "0": false][
                removed]
        else {
            throw InputError(
                .malformed, path: path, line: line, "'\(Self.removed)' is '\(removed)': it is 'yes', or nothing")
        }
        return Entry(line: line, record: record, isRemoved: isRemoved)
    }

    private static func record(
        entity: String, fields: [String: String], path: String, line: Int?
    ) throws -> CatalogueRecord {
        guard let known = CatalogueRecord.Entity(rawValue: entity.lowercased()) else {
            throw InputError(
                .malformed, path: path, line: line, "entity '\(entity)' is neither 'skill' nor 'role'")
        }
        for field in fields.keys.sorted() where field != "slug" && !known.fields.contains(field) {
            guard fields[field]?.isEmpty ?? true else {
                throw InputError(
                    .malformed, path: path, line: line,
                    "a \(known.rawValue) has no '\(field)'; it has \(known.fields.joined(separator: ", "))")
            }
        }
        let slug = fields["slug"].flatMap { $0.isEmpty ? nil : $0 } ?? Slug.of(fields["name"] ?? "")
        guard !slug.isEmpty else {
            throw InputError(.malformed, path: path, line: line, "it has neither 'slug' nor 'name'")
        }
        return CatalogueRecord(known, slug: slug, fields: fields.filter { known.fields.contains($0.key) })
    }
}
