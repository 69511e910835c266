public import StrataModel

/// A place at which a text names a skill, or a role as one calls a person.
public struct NamedSkill: Sendable, Hashable {
    /// Slug of the skill, or of the role.
    public var skill: String
    /// Its name in prose.
    public var name: String
    /// A skill's kind; `phrase` for a role.
    public var kind: Evidence.Kind
    /// In the text's UTF-8.
    public var span: Span
    /// Index in the catalogue's skills, or a role's beyond them.
    let index: Int
}
