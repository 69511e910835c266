public import StrataModel
public import StrataStorage

/// Which layer does this tool belong to?
public struct SkillQuestion: Sendable {
    /// Names as a user types them: any case, with or without hyphens, aliases and slugs too.
    public var names: [String]

    public init(_ names: [String]) { self.names = names }

    /// One answer a name, in order, from a database.
    ///
    /// A known name costs a few point look-ups.
    ///
    /// - throws: `StoreError`.
    public func answers(_ store: Store) throws -> [SkillAnswer] {
        try store.read { db in
            let skills = StoredSkills(db: db)
            return try names.map(skills.answer)
        }
    }

    /// One answer a name, in order, from a catalogue, without any database.
    ///
    /// - parameter references: what public lists say; nil leaves that out.
    public func answers(in catalogue: Catalogue, references: References? = nil) -> [SkillAnswer] {
        let skills = CatalogueSkills(skills: catalogue.skills, references: references)
        // A catalogue in memory can always be read.
        return names.map { (try? skills.answer($0)) ?? SkillAnswer(query: $0) }
    }

    /// What is known under the name in a catalogue.
    public static func answer(_ name: String, in catalogue: Catalogue) -> SkillAnswer {
        SkillQuestion([name]).answers(in: catalogue).first ?? SkillAnswer(query: name)
    }
}
