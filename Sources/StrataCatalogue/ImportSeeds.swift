public import StrataModel

extension Seeds {
    /// Countries, regions and cities by their names in seven languages; a few milliseconds.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func places() throws -> [NamedPlace] {
        let table = try table("places")
        let (kind, code) = try (table.column("kind"), table.column("code"))
        let (country, names) = try (table.column("country"), table.column("names"))
        return try table.map { row in
            guard let known = NamedPlace.Kind(rawValue: row[kind].string) else {
                throw row.malformed("no kind of place: \(row[kind].string)")
            }
            let isCountry = known == .country
            return NamedPlace(
                kind: known, country: row[isCountry ? code : country].string,
                code: isCountry ? "" : row[code].string, names: row[names].list)
        }
    }

    /// How the exports of known systems are read, in the order of the seeds.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func profiles() throws -> [ImportProfile] {
        let table = try table("profiles")
        let (name, source) = try (table.column("profile"), table.column("source"))
        let (summary, field, columns) = try (
            table.column("summary"), table.column("field"), table.column("columns")
        )
        let rows = try table.map { row in
            ImportProfile(
                name: row[name].string, summary: row[summary].string, source: row[source].string,
                feeds: [ImportProfile.Feed(field: row[field].string, columns: row[columns].list)], origin: .shipped)
        }
        return rows.reduce(into: []) { profiles, row in
            if profiles.last?.name == row.name {
                profiles[profiles.count - 1].feeds += row.feeds
            } else {
                profiles.append(row)
            }
        }
    }

    /// First names in lower case: what tells a person from a product or a firm.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func firstNames() throws -> Set<String> {
        let table = try table("first-names")
        let name = try table.column("name")
        return Set(try table.map { $0[name].string })
    }
}
