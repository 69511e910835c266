internal import GRDB
internal import StrataModel
internal import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

/// Reads what columns do not say of a role's JDs: titles, places, companies, and whether a skill is required.
struct RoleReading {
    private let role: Int
    private let sample: Sample
    private let names: NumberedNames
    private let db: Database
    private let heads: Statement
    private let mentions: Statement

    /// How many of each are named.
    private static let most = 10
    /// A JD that asks for fewer skills is typical of nothing.
    private static let leastSkills = 5
    private static let typicalCount = 3

    init(role: Int, _ sample: Sample, _ names: NumberedNames, _ db: Database) throws {
        self.role = role
        self.sample = sample
        self.names = names
        self.db = db
        heads = try db.makeStatement(
            sql: "SELECT role, title, company, seniority, country, workplace FROM jd_head WHERE id = ?")
        mentions = try db.makeStatement(
            sql: """
                SELECT skill, min(requirement) FROM jd_mention WHERE jd = ? AND requirement < 2
                GROUP BY skill ORDER BY skill
                """)
    }

    /// - parameter ids: of the JDs that speak for all texts; those of other roles are passed over.
    func read(_ ids: [Int], into report: inout RoleReport) throws {
        var (titles, companies, seniorities): ([String: Int], [String: Int], [String: Int]) = ([:], [:], [:])
        var (countries, workplaces): ([String: Int], [String: Int]) = ([:], [:])
        var skills: [Int: (required: Int, preferred: Int)] = [:]
        var typical: [RoleReport.TypicalJD] = []
        let norm = sample.skills.indices.reduce(0) { $0 + pow(sample.share(ofSkill: $1), 2) }.squareRoot()
        for id in ids {
            guard let head = try Row.fetchOne(heads, arguments: [id]), head[0] as Int? == role else { continue }
            titles[head[1], default: 0] += 1
            for (place, value) in [(2, head[2]), (3, head[3]), (4, head[4]), (5, head[5])] as [(Int, String?)] {
                guard let value, !value.isEmpty else { continue }
                switch place {
                case 2: companies[value, default: 0] += 1
                case 3: seniorities[value, default: 0] += 1
                case 4: countries[value, default: 0] += 1
                default: workplaces[value, default: 0] += 1
                }
            }
            var (count, sum) = (0, 0.0)
            for row in try Row.fetchAll(mentions, arguments: [id]) {
                let (skill, requirement): (Int, Int) = (row[0], row[1])
                skills[skill, default: (0, 0)].required += requirement == 0 ? 1 : 0
                skills[skill, default: (0, 0)].preferred += requirement == 1 ? 1 : 0
                if skill < sample.skills.count { sum += sample.share(ofSkill: skill) }
                count += 1
            }
            guard count >= Self.leastSkills, norm > 0 else { continue }
            typical.append(
                RoleReport.TypicalJD(
                    id: id, title: head[1], company: head[2], similarity: sum / (norm * Double(count).squareRoot())))
        }
        report.titles = Self.counts(titles)
        report.companies = Self.counts(companies)
        report.seniorities = Self.counts(seniorities)
        report.countries = Self.counts(countries)
        report.workplaces = Self.counts(workplaces)
        report.required = skillCounts(skills.mapValues(\.required))
        report.preferred = skillCounts(skills.mapValues(\.preferred))
        report.typical = Self.chosen(typical)
    }

    private static func counts(_ counts: [String: Int]) -> [RoleReport.Count] {
        counts.map { RoleReport.Count(name: $0.key, texts: $0.value) }
            .sorted { ($1.texts, $0.name) < ($0.texts, $1.name) }.prefix(most).map(\.self)
    }

    private func skillCounts(_ counts: [Int: Int]) -> [RoleReport.SkillCount] {
        counts.compactMap { number, count -> RoleReport.SkillCount? in
            guard count > 0, let skill = names.skills[number] else { return nil }
            return RoleReport.SkillCount(
                slug: skill.slug, name: skill.name, kind: skill.kind, layer: skill.layer, texts: count)
        }.sorted { ($1.texts, $0.slug) < ($0.texts, $1.slug) }
    }

    /// The most typical, each of another company.
    private static func chosen(_ jds: [RoleReport.TypicalJD]) -> [RoleReport.TypicalJD] {
        var companies: Set<String> = []
        var chosen: [RoleReport.TypicalJD] = []
        for jd in jds.sorted(by: { ($1.similarity, $0.id) < ($0.similarity, $1.id) }) {
            guard chosen.count < typicalCount else { break }
            if let company = jd.company, !companies.insert(company).inserted { continue }
            chosen.append(jd)
        }
        return chosen
    }
}

extension NumberedNames {
    /// How much a skill that so many texts ask for weighs in a likeness: the rarer, the more.
    static func rarity(_ texts: UInt32, of all: Int) -> Double { log(Double(max(all, 1)) / Double(texts)) }
}
