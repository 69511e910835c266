internal import GRDB
internal import StrataModel
internal import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

/// Reads what samples do not say of a role's JDs: titles, places, companies, whether a skill is required, which are typical.
struct RoleReading {
    /// Of the JDs that speak for the role's texts.
    private let ids: [Int]
    private let sample: Sample
    private let names: NumberedNames
    private let db: Database
    /// The ids as SQLite takes a list.
    private let list: String

    /// How many of each are named.
    static let most = 10
    /// A JD that asks for fewer skills is typical of nothing.
    private static let leastSkills = 5
    private static let typicalCount = 3

    /// - parameter ids: ascending.
    init(_ ids: [Int], _ sample: Sample, _ names: NumberedNames, _ db: Database) {
        self.ids = ids
        self.sample = sample
        self.names = names
        self.db = db
        list = "[\(ids.map(String.init).joined(separator: ","))]"
    }

    func read(into report: inout RoleReport) throws {
        report.titles = try counts("title")
        report.companies = try counts("company")
        report.seniorities = try counts("seniority")
        report.countries = try counts("country")
        report.cities = try counts("city")
        report.workplaces = try counts("workplace")
        (report.required, report.preferred) = try skills()
        report.typical = try typical()
    }

    func counts(_ column: String) throws -> [RoleReport.Count] {
        let sql = """
            SELECT \(column), count(*) FROM jd_head
            WHERE id IN (SELECT value FROM json_each(?)) AND \(column) <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT \(Self.most)
            """
        return try Row.fetchAll(db, sql: sql, arguments: [list]).map { RoleReport.Count(name: $0[0], texts: $0[1]) }
    }

    /// A skill that is required in one place and preferred in another is required.
    func skills() throws -> (required: [RoleReport.SkillCount], preferred: [RoleReport.SkillCount]) {
        // In the table's own order: a JD's rows of one skill lie together, the required one first. Grouping them in SQL would
        // sort them all.
        let sql = """
            SELECT jd, skill, requirement FROM jd_mention
            WHERE jd IN (SELECT value FROM json_each(?)) AND requirement < 2
            """
        var counts: [Int: (required: Int, preferred: Int)] = [:]
        var last = (jd: -1, skill: -1)
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [list])
        while let row = try rows.next() {
            let own: (jd: Int, skill: Int) = (row[0], row[1])
            guard own != last else { continue }
            last = own
            if row[2] == 0 {
                counts[own.skill, default: (0, 0)].required += 1
            } else {
                counts[own.skill, default: (0, 0)].preferred += 1
            }
        }
        return (skills(counts.map { ($0, $1.required) }), skills(counts.map { ($0, $1.preferred) }))
    }

    private func skills(_ counts: [(skill: Int, texts: Int)]) -> [RoleReport.SkillCount] {
        counts.compactMap { number, count -> RoleReport.SkillCount? in
            guard count > 0, let skill = names.skills[number] else { return nil }
            return RoleReport.SkillCount(
                slug: skill.slug, name: skill.name, kind: skill.kind, layer: skill.layer, texts: count)
        }.sorted { ($1.texts, $0.slug) < ($0.texts, $1.slug) }
    }

    // MARK: Typical JDs

    /// The JDs whose skills are most like the role's, each of another company.
    private func typical() throws -> [RoleReport.TypicalJD] {
        let ranked = try similarities().sorted { ($1.similarity, $0.id) < ($0.similarity, $1.id) }
        let head = try db.makeStatement(sql: "SELECT title, company FROM jd_head WHERE id = ?")
        var companies: Set<String> = []
        var chosen: [RoleReport.TypicalJD] = []
        for jd in ranked {
            guard chosen.count < Self.typicalCount else { break }
            guard let row = try Row.fetchOne(head, arguments: [jd.id]) else { continue }
            let company: String? = row[1]
            if let company, !companies.insert(company).inserted { continue }
            chosen.append(
                RoleReport.TypicalJD(id: jd.id, title: row[0], company: company, similarity: jd.similarity))
        }
        return chosen
    }

    private func similarities() throws -> [(id: Int, similarity: Double)] {
        let shares = sample.skills.indices.map { sample.share(ofSkill: $0) }
        let norm = shares.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard norm > 0 else { return [] }
        var (found, next): ([(id: Int, similarity: Double)], Int) = ([], 0)
        try Columns(db).forEachBlock([.verdict, .skillCounts, .skills]) { block in
            let (counts, skills) = (block[numbers: .skillCounts], block[numbers: .skills])
            var end = 0
            for place in 0..<block.count {
                let asked = end..<end + Int(counts[place])
                end = asked.upperBound
                guard next < ids.count, ids[next] == Int(block.firstID) + place else { continue }
                next += 1
                guard asked.count >= Self.leastSkills else { continue }
                let sum = asked.reduce(0) { $0 + (Int(skills[$1]) < shares.count ? shares[Int(skills[$1])] : 0) }
                found.append((ids[next - 1], sum / (norm * Double(asked.count).squareRoot())))
            }
        }
        return found
    }
}

extension NumberedNames {
    /// How much a skill that so many texts ask for weighs in a likeness: the rarer, the more.
    static func rarity(_ texts: UInt32, of all: Int) -> Double { log(Double(max(all, 1)) / Double(texts)) }
}
