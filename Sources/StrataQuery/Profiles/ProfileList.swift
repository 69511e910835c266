public import StrataModel

/// The profiles that an import can be told of: those that ship with Strata and the user's own.
public struct ProfileList: Sendable, Hashable {
    /// The shipped ones first, each kind by name.
    public var profiles: [ImportProfile]

    public init(shipped: [ImportProfile], own: [ImportProfile]) {
        profiles = (shipped + own).sorted {
            ($0.origin == .own ? 1 : 0, $0.name) < ($1.origin == .own ? 1 : 0, $1.name)
        }
    }

    /// The profile of a name, in any case.
    ///
    /// - throws: ``UnknownName`` with those that were perhaps meant.
    public func profile(named name: String) throws -> ImportProfile {
        let key = TermKey.fold(name)
        if let found = profiles.first(where: { TermKey.fold($0.name) == key }) { return found }
        let spellings = profiles.map { Spelling(key: TermKey.fold($0.name), name: $0.name, isInStack: true) }
        let near = Suggestions(for: key).best(of: spellings)
        throw UnknownName(kind: .profile, name: name, suggestions: near.isEmpty ? profiles.map(\.name) : near)
    }
}

extension ProfileList {
    /// What `profiles` prints.
    public var document: Document {
        let columns: [Table.Column] = [
            .init("name", "Profile"), .init("origin", "Origin"), .init("source", "Source"),
            .init("fields", "Fields", .trailing), .init("summary", "Reads"),
        ]
        let rows = profiles.map { profile -> [Table.Cell] in
            [
                .text(profile.name), .text(profile.origin.rawValue), .text(profile.source),
                .integer(profile.feeds.count), .text(profile.summary),
            ]
        }
        return Document(
            title: counted(profiles.count, "import profile"),
            blocks: [
                .table(Table(columns: columns, rows: rows)),
                .note(
                    "Use one with 'strata import FILE --profile NAME'; keep your own with --map and --save-profile NAME."
                ),
            ])
    }

    /// What `profiles --format json` prints.
    public var json: JSONValue {
        .object([("total", .integer(profiles.count)), ("profiles", .array(items))])
    }

    /// What JSON Lines holds: a profile a line.
    public var items: [JSONValue] { profiles.map(\.json) }
}

extension ImportProfile {
    /// What `profiles show` prints.
    public var document: Document {
        let columns: [Table.Column] = [.init("field", "Field"), .init("columns", "Taken from")]
        let rows = feeds.map { feed -> [Table.Cell] in
            [.text(feed.field), .text(feed.columns.joined(separator: ", else "))]
        }
        return Document(
            title: "Import profile \(name)", subtitle: "\(summary) (\(origin.rawValue); source \(source))",
            blocks: [.table(Table(columns: columns, rows: rows))])
    }

    /// What `profiles show --format json` prints.
    public var json: JSONValue {
        .object([
            ("name", .string(name)), ("origin", .string(origin.rawValue)), ("source", .string(source)),
            ("summary", .string(summary)),
            ("fields", .object(feeds.map { ($0.field, .array($0.columns.map { .string($0) })) })),
        ])
    }
}
