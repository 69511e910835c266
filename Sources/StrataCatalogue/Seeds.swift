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
            roles: try table("roles").rows.map(role),
            headings: try table("headings").rows.map(heading),
            cues: try table("cues").rows.map(cue),
            scoring: try scoring())
    }

    /// The version of the seeds, a whole number.
    public static var version: Int {
        Int((Assets.text(of: "Seeds/VERSION") ?? "").prefix { $0.isNumber }) ?? 0
    }

    static func table(_ name: String) throws -> SeedTable {
        let path = "Seeds/\(name).tsv"
        return try SeedTable(path: path, text: Assets.text(of: path) ?? "")
    }

    private static func layers() throws -> [LayerProfile] {
        try table("layers").rows.map { row in
            guard let layer = Layer(rawValue: row["slug"]) else { throw row.malformed("no layer: \(row["slug"])") }
            return LayerProfile(
                layer: layer, name: row["name"], goal: row["goal"],
                signature: row["signature"].split(separator: ",").map(String.init))
        }
    }

    private static func heading(_ row: SeedTable.Row) throws -> Heading {
        guard let section = Section(rawValue: row["section"]) else {
            throw row.malformed("no section: \(row["section"])")
        }
        return Heading(phrase: row["phrase"], section: section)
    }

    private static func cue(_ row: SeedTable.Row) throws -> Cue {
        guard let effect = Cue.Effect(rawValue: row["effect"]) else {
            throw row.malformed("no effect: \(row["effect"])")
        }
        return Cue(phrase: row["phrase"], effect: effect)
    }

    private static func role(_ row: SeedTable.Row) throws -> Role {
        let layer = Outcome(slug: row["layer"])
        guard let layer else { throw row.malformed("no layer: \(row["layer"])") }
        return Role(
            slug: row["slug"], name: row["name"], layer: layer.layer, titlePhrases: row.list("titles"),
            lean: OutcomeValues(try row.weights("lean")), ladder: row.list("ladder"),
            responsibilities: row.list("responsibilities"), capabilities: row.list("capabilities"),
            mission: row["mission"])
    }

    private static func scoring() throws -> Scoring {
        var parameters: [String: Double] = [:]
        for row in try table("scoring").rows {
            guard let value = Double(row["value"]) else { throw row.malformed("no number: \(row["value"])") }
            parameters[row["name"]] = value
        }
        var weights: [String: OutcomeValues] = [:]
        for row in try table("weights").rows {
            guard let outcome = Outcome(slug: row["layer"]), let weight = Double(row["weight"]) else {
                throw row.malformed("no weight: \(row["layer"]) \(row["weight"])")
            }
            weights[row["skill"], default: OutcomeValues()][outcome] = weight
        }
        return Scoring(version: version, parameters: parameters, weights: weights)
    }
}

extension SeedTable.Row {
    /// Reads `mlops=1,data-engineering=0.3`; an outcome without a number weighs 1.
    ///
    /// - throws: ``SeedTable/Malformed`` at an unknown outcome or a weight that is no number.
    func weights(_ column: String) throws -> [(Outcome, Double)] {
        try self[column].split(separator: ",").map { part in
            let sides = part.split(separator: "=", maxSplits: 1).map(SeedTable.trimmed)
            guard let slug = sides.first, let outcome = Outcome(slug: slug),
                let weight = sides.count == 2 ? Double(sides[1]) : 1
            else { throw malformed("no weight of a layer: \(part)") }
            return (outcome, weight)
        }
    }
}
