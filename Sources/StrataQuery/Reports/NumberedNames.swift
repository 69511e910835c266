internal import GRDB
internal import StrataModel

/// What the numbers of skills, roles and sources stand for.
struct NumberedNames {
    struct SkillName: Sendable, Hashable {
        var slug: String
        var name: String
        var kind: Skill.Kind
        /// Nil outside the stack.
        var layer: Layer?
    }

    struct RoleName: Sendable, Hashable {
        var slug: String
        var name: String
        /// Home layer; nil outside the stack.
        var layer: Layer?
        /// Exposure to AI of the nearest occupation, 0 to 1; nil where none is near.
        var exposure: Double?
    }

    private(set) var skills: [Int: SkillName] = [:]
    private(set) var roles: [Int: RoleName] = [:]

    init(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, slug, name, kind, primary_layer FROM skill") {
            guard let kind = Skill.Kind(rawValue: row[3]) else { continue }
            let layer: String? = row[4]
            skills[row[0]] = SkillName(
                slug: row[1], name: row[2], kind: kind, layer: layer.flatMap(Layer.init(rawValue:)))
        }
        let sql = """
            SELECT role.id, role.slug, role.name, role.layer, occupation.exposure
            FROM role LEFT JOIN occupation ON occupation.code = role.occupation
            """
        for row in try Row.fetchAll(db, sql: sql) {
            let layer: String? = row[3]
            roles[row[0]] = RoleName(
                slug: row[1], name: row[2], layer: layer.flatMap(Layer.init(rawValue:)), exposure: row[4])
        }
    }
}
