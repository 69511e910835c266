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

    /// What is known of the skill of that slug; nil when there is none.
    ///
    /// - parameter store: nil for the catalogue alone.
    /// - throws: `StoreError`.
    public init?(slug: String, catalogue: Catalogue, references: References, store: Store?) throws {
        guard let skill = catalogue.skills.first(where: { $0.slug == slug }) else { return nil }
        self.skill = skill
        // Of a catalogue with nothing else in it, nothing else can be meant.
        let alone = Catalogue(
            version: catalogue.version, layers: [], skills: [skill], roles: [], headings: [], cues: [],
            scoring: Scoring(version: catalogue.version))
        answer = SkillQuestion([skill.name]).answers(in: alone, references: references)[0]
        edits = try store?.catalogueEdits().filter { $0.entity == .skill && $0.slug == slug } ?? []
        jds = try store?.read { db in try SkillCounts(db).jds(asking: slug) }
    }
}
