public import StrataModel

/// The catalogue that ships with Strata, read from the files of `Seeds/` that the binary carries.
public enum Seeds {
    /// Reads the whole catalogue; a few milliseconds.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read. The tests read them all, so a
    ///   released binary throws none.
    public static func catalogue() throws -> Catalogue {
        Catalogue(
            version: version,
            layers: try layers(),
            skills: try skills(),
            roles: try roles(),
            headings: try headings(),
            cues: try cues(),
            scoring: try scoring())
    }

    /// The version of the seeds, a whole number.
    public static var version: Int {
        Int((Assets.text(of: "Seeds/VERSION") ?? "").prefix { $0.isNumber }) ?? 0
    }

    static func table(_ name: String) throws -> SeedTable {
        let path = "Seeds/\(name).tsv"
        return try SeedTable(path: path, contents: Assets.contents(of: path))
    }

    private static func layers() throws -> [LayerProfile] {
        let table = try table("layers")
        let (slug, name, goal) = try (table.column("slug"), table.column("name"), table.column("goal"))
        let signature = try table.column("signature")
        return try table.map { row in
            guard let layer = Outcome(row[slug])?.layer else { throw row.malformed("no layer: \(row[slug].string)") }
            return LayerProfile(
                layer: layer, name: row[name].string, goal: row[goal].string,
                signature: row[signature].parts(UInt8(ascii: ",")).map(\.string))
        }
    }

    private static func headings() throws -> [Heading] {
        let table = try table("headings")
        let (phrase, section) = try (table.column("phrase"), table.column("section"))
        return try table.map { row in
            guard let known = Section(rawValue: row[section].string) else {
                throw row.malformed("no section: \(row[section].string)")
            }
            return Heading(phrase: row[phrase].string, section: known)
        }
    }

    private static func cues() throws -> [Cue] {
        let table = try table("cues")
        let (phrase, effect) = try (table.column("phrase"), table.column("effect"))
        return try table.map { row in
            guard let known = Cue.Effect(rawValue: row[effect].string) else {
                throw row.malformed("no effect: \(row[effect].string)")
            }
            return Cue(phrase: row[phrase].string, effect: known)
        }
    }

    private static func scoring() throws -> Scoring {
        var scoring = Scoring(version: version)
        let numbers = try table("scoring")
        let (name, value) = try (numbers.column("name"), numbers.column("value"))
        for (name, number) in try numbers.map({ row in (row[name].string, try row.number(value)) }) {
            scoring.parameters[name] = number
        }
        let table = try table("weights")
        let (kind, slug) = try (table.column("kind"), table.column("slug"))
        let columns = try Outcome.allCases.map { ($0, try table.column($0.slug)) }
        let weights = try table.map { row in
            guard let feature = Feature(kind: row[kind].string, slug: row[slug].string) else {
                throw row.malformed("no kind of feature: \(row[kind].string)")
            }
            return (feature, OutcomeValues(try columns.map { ($0, try row.number($1)) }))
        }
        scoring.weights = Dictionary(weights) { first, _ in first }
        return scoring
    }
}

extension SeedTable.Row {
    /// - throws: ``SeedTable/Malformed`` when the cell holds no number.
    func number(_ column: Int) throws -> Double {
        guard let number = Double(self[column].string) else {
            throw malformed("no number: \(self[column].string)")
        }
        return number
    }
}
