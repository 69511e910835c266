internal import GRDB
internal import StrataModel

/// The rows of what the catalogue rests on.
enum ReferenceRows {
    /// Puts the seeds' in the place of those that there were.
    static func replace(_ references: References, _ db: Database) throws {
        for table in ["framework_phase", "occupation", "filing", "claim_source"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        let source = try db.makeStatement(sql: "INSERT INTO claim_source VALUES (?, ?, ?, ?, ?, ?)")
        for item in references.sources {
            try source.execute(
                arguments: [item.slug, item.name, item.kind.rawValue, item.url, item.licence, item.version])
        }
        let filing = try db.makeStatement(sql: "INSERT OR IGNORE INTO filing VALUES (?, ?, ?, ?)")
        for item in references.filings {
            for skill in item.skills {
                try filing.execute(arguments: [skill, item.source, item.category, item.layer?.slug])
            }
        }
        let occupation = try db.makeStatement(sql: "INSERT INTO occupation VALUES (?, ?, ?, ?)")
        for item in references.occupations {
            try occupation.execute(arguments: [item.code, item.title, item.exposure, item.source])
        }
        let phase = try db.makeStatement(sql: "INSERT INTO framework_phase VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for item in references.phases {
            try phase.execute(arguments: [
                item.framework, item.position, item.slug, item.name, item.summary,
                item.layers.map(\.slug).joined(separator: "|"), item.roles.joined(separator: "|"),
                item.capabilities.joined(separator: "|"), item.source,
            ])
        }
    }
}
