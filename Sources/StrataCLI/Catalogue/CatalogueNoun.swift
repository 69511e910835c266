internal import StrataModel

/// What a command of the catalogue is about: `tools`, `skills` or `roles`.
protocol CatalogueNoun: SendableMetatype {
    /// One of them, in prose.
    static var word: String { get }
    static var command: String { get }
    static var entity: CatalogueRecord.Entity { get }
    /// The kind that a new one has; nil where the user says it.
    static var kind: Skill.Kind? { get }
}

enum ToolNoun: CatalogueNoun {
    static let word = "tool"
    static let command = "tools"
    static let entity = CatalogueRecord.Entity.skill
    static let kind: Skill.Kind? = .tool
}

enum SkillNoun: CatalogueNoun {
    static let word = "skill"
    static let command = "skills"
    static let entity = CatalogueRecord.Entity.skill
    static let kind: Skill.Kind? = nil
}

enum RoleNoun: CatalogueNoun {
    static let word = "role"
    static let command = "roles"
    static let entity = CatalogueRecord.Entity.role
    static let kind: Skill.Kind? = nil
}
