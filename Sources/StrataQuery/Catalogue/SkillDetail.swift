internal import GRDB
public import StrataModel
public import StrataStorage

/// Everything that is known of one skill.
public struct SkillDetail: Sendable {
    public var answer: SkillAnswer
    public var skill: Skill
    /// How many JDs ask for it; nil without a database.
    public var jds: Int?
    /// What the user has changed in it.
    public var edits: [CatalogueEdit]

    /// What is known under the name; nil when no skill goes by it.
    ///
    /// - parameter store: nil for the catalogue alone.
    /// - throws: `StoreError`.
    public init?(_ name: String, catalogue: Catalogue, references: References, store: Store?) throws {
        answer = SkillQuestion([name]).answers(in: catalogue, references: references)[0]
        guard let slug = answer.slug, let skill = catalogue.skills.first(where: { $0.slug == slug }) else { return nil }
        self.skill = skill
        edits = try store?.catalogueEdits().filter { $0.entity == .skill && $0.slug == slug } ?? []
        jds = try store?.read { db in try SkillCounts(db).jds(asking: slug) }
    }
}
