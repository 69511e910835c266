internal import GRDB
internal import StrataModel

/// Numbers of what a user names.
struct Names {
    let db: Database

    /// The number of a skill, by name, alias or slug; of several the likeliest.
    ///
    /// - throws: ``UnknownName``.
    func skill(_ name: String) throws -> Int64 {
        let skills = StoredSkills(db: db)
        let key = TermKey.fold(name)
        if let hit = try skills.ranked(key: key, query: name).first { return hit.id }
        let suggestions = Suggestions(for: key).best(of: try skills.spellings().all)
        throw UnknownName(kind: .skill, name: name, suggestions: suggestions)
    }

    /// The number of a role, by slug, name or a phrase of its titles; nil for `none`.
    ///
    /// - throws: ``UnknownName``.
    func role(_ name: String) throws -> Int64? {
        let key = TermKey.fold(name)
        if key == "none" { return nil }
        let sql = """
            SELECT id, name, slug, 0 AS rank FROM role
            UNION ALL SELECT id, name, name, 1 FROM role
            UNION ALL SELECT id, name, phrase, 2 FROM role_title JOIN role ON role.id = role_title.role
            ORDER BY rank, id
            """
        let rows = try Row.fetchAll(db, sql: sql)
        if let row = rows.first(where: { TermKey.fold($0[2]) == key }) { return row[0] }
        let spellings = rows.map { Spelling(key: TermKey.fold($0[2]), name: $0[1], isInStack: true) }
        throw UnknownName(kind: .role, name: name, suggestions: Suggestions(for: key).best(of: spellings))
    }

    /// The number of a source.
    ///
    /// - throws: ``UnknownName``.
    func source(_ name: String) throws -> Int64 {
        let found = try Int64.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name])
        if let found { return found }
        let names = try String.fetchAll(db, sql: "SELECT name FROM source ORDER BY name")
        let spellings = names.map { Spelling(key: TermKey.fold($0), name: $0, isInStack: true) }
        let near = Suggestions(for: TermKey.fold(name)).best(of: spellings)
        throw UnknownName(kind: .source, name: name, suggestions: near.isEmpty ? Array(names.prefix(5)) : near)
    }
}
