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

    /// Numbers from here on are no skill's and no role's, nor are those below 0: no catalogue is as large, and a damaged file
    /// is not to ask for arrays that are.
    static let end = 1 << 20

    private(set) var skills: [Int: SkillName] = [:]
    private(set) var roles: [Int: RoleName] = [:]

    private static let within = "WHERE id BETWEEN 0 AND \(end - 1)"

    /// One more than the largest number of a row of a table.
    static func count(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM \(table) \(within)") ?? 1
    }

    init(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT id, slug, name, kind, primary_layer FROM skill \(Self.within)") {
            guard let kind = Skill.Kind(rawValue: row[3]) else { continue }
            let layer: String? = row[4]
            skills[row[0]] = SkillName(
                slug: row[1], name: row[2], kind: kind, layer: layer.flatMap(Layer.init(rawValue:)))
        }
        let sql = """
            SELECT role.id, role.slug, role.name, role.layer, occupation.exposure
            FROM role LEFT JOIN occupation ON occupation.code = role.occupation
            \(Self.within)
            """
        for row in try Row.fetchAll(db, sql: sql) {
            let layer: String? = row[3]
            roles[row[0]] = RoleName(
                slug: row[1], name: row[2], layer: layer.flatMap(Layer.init(rawValue:)), exposure: row[4])
        }
    }
}
