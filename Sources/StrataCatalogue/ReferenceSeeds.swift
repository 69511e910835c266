public import StrataModel

extension Seeds {
    /// What the catalogue rests on; a few milliseconds.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func references() throws -> References {
        References(
            sources: try sources(), filings: try filings(), occupations: try occupations(), phases: try phases())
    }

    /// Common words, folded, that name a skill only where something near says so.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func ambiguousWords() throws -> Set<String> {
        let table = try table("ambiguous")
        let word = try table.column("word")
        return Set(try table.map { TermKey.fold($0[word].string) })
    }

    /// Names that JDs use beside tools and that are no skills, folded: `catalogue gaps` does not offer them.
    ///
    /// - throws: an error that names the file and line of a seed that cannot be read.
    public static func wordsThatAreNoSkills() throws -> Set<String> {
        let table = try table("not-skills")
        let word = try table.column("word")
        return Set(try table.map { TermKey.fold($0[word].string) })
    }

    private static func sources() throws -> [ClaimSource] {
        let table = try table("sources")
        let (slug, name, kind) = try (table.column("slug"), table.column("name"), table.column("kind"))
        let (url, licence, version) = try (table.column("url"), table.column("licence"), table.column("version"))
        return try table.map { row in
            guard let known = ClaimSource.Kind(rawValue: row[kind].string) else {
                throw row.malformed("no kind of source: \(row[kind].string)")
            }
            return ClaimSource(
                slug: row[slug].string, name: row[name].string, kind: known, url: row[url].string,
                licence: row[licence].string, version: row[version].string)
        }
    }

    private static func filings() throws -> [Filing] {
        let table = try table("filings")
        let (source, category) = try (table.column("source"), table.column("category"))
        let (layer, skills) = try (table.column("layer"), table.column("skills"))
        return try table.map { row in
            guard let outcome = Outcome(row[layer]) else { throw row.malformed("no layer: \(row[layer].string)") }
            return Filing(
                source: row[source].string, category: row[category].string, layer: outcome.layer,
                skills: row[skills].list)
        }
    }

    private static func occupations() throws -> [Occupation] {
        let table = try table("occupations")
        let (code, title) = try (table.column("code"), table.column("title"))
        let (exposure, source) = try (table.column("exposure"), table.column("source"))
        return try table.map { row in
            Occupation(
                code: row[code].string, title: row[title].string, exposure: try row.number(exposure),
                source: row[source].string)
        }
    }

    private static func phases() throws -> [FrameworkPhase] {
        let table = try table("frameworks")
        let (framework, position) = try (table.column("framework"), table.column("position"))
        let (slug, name, summary) = try (table.column("slug"), table.column("name"), table.column("summary"))
        let (layers, roles) = try (table.column("layers"), table.column("roles"))
        let (capabilities, source) = try (table.column("capabilities"), table.column("source"))
        return try table.map { row in
            FrameworkPhase(
                framework: row[framework].string, position: Int(try row.number(position)), slug: row[slug].string,
                name: row[name].string, summary: row[summary].string,
                layers: try row[layers].list.map { slug in
                    guard let layer = Layer(rawValue: slug) else { throw row.malformed("no layer: \(slug)") }
                    return layer
                },
                roles: row[roles].list, capabilities: row[capabilities].list, source: row[source].string)
        }
    }
}
