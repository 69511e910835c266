internal import StrataModel

/// Finds what is of one kind with a skill: the same layer and kind, filed beside it by public lists or named alike.
struct RelatedSkills {
    private let skills: [String: Skill]
    /// By skill, the numbers of the categories in which lists file it.
    private let categories: [String: [Int]]
    /// By category, how many skills it holds.
    private let sizes: [Int]

    /// A larger category says little of what is alike.
    private static let largest = 30
    /// From here on, in parts of a category, two tools are of a kind: filed together in one of twelve, or in two larger ones.
    private static let enough = 0.08

    init(_ catalogue: Catalogue, _ references: References) {
        skills = Dictionary(catalogue.skills.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        var categories: [String: [Int]] = [:]
        var sizes: [Int] = []
        for filing in references.filings where filing.skills.count <= Self.largest {
            for skill in filing.skills { categories[skill, default: []].append(sizes.count) }
            sizes.append(filing.skills.count)
        }
        (self.categories, self.sizes) = (categories, sizes)
    }

    /// Of some skills those that are of a kind with one, the nearest first, three at most.
    func related(to slug: String, among others: [String]) -> [String] {
        guard let skill = skills[slug], let layer = skill.primaryLayer else { return [] }
        let near = others.compactMap { other -> (slug: String, nearness: Double)? in
            guard other != slug, let found = skills[other],
                found.primaryLayer == layer || isPart(skill.name, of: found.name)
            else { return nil }
            let nearness: Double
            switch (skill.kind, found.kind) {
            case (.tool, .tool): nearness = filedTogether(slug, other)
            case (.practice, .tool), (.concept, .tool): nearness = isFor(found, skill) ? 0.5 : 0
            case (.practice, .concept), (.concept, .practice): nearness = isPart(skill.name, of: found.name) ? 0.5 : 0
            case (let own, let its):
                nearness = own == its ? max(namedAlike(skill, found), isPart(skill.name, of: found.name) ? 0.5 : 0) : 0
            }
            return nearness >= Self.enough ? (other, nearness) : nil
        }
        let best = near.map(\.nearness).max() ?? 0
        return near.filter { $0.nearness * 2 >= best }.sorted { ($1.nearness, $0.slug) < ($0.nearness, $1.slug) }
            .prefix(3).map(\.slug)
    }

    /// Whether a tool is said to be for a practice or concept: "cloud data warehouse" for data warehousing.
    private func isFor(_ tool: Skill, _ skill: Skill) -> Bool {
        let wanted = stems(skill.name)
        guard !wanted.isEmpty else { return false }
        return wanted.isSubset(of: stems(tool.summary + " " + tool.memberships.map(\.reason).joined(separator: " ")))
    }

    private func stems(_ text: String) -> Set<String> {
        Set(ResumeWords.phrase(text).map { Self.root(Stem.of($0)) }).subtracting(Self.general)
    }

    /// "Warehousing" and "warehouse", "orchestration" and "orchestrate".
    private static func root(_ stem: String) -> String { stem.hasSuffix("at") ? String(stem.dropLast(2)) : stem }

    private func filedTogether(_ left: String, _ right: String) -> Double {
        let own = Set(categories[left] ?? [])
        return (categories[right] ?? []).filter(own.contains).reduce(0) { $0 + 1 / Double(sizes[$1]) }
    }

    /// Whether a name of several words stands in a longer one: machine learning in "CI/CD for machine learning".
    private func isPart(_ name: String, of longer: String) -> Bool {
        let (part, whole) = (ResumeWords.phrase(name), ResumeWords.phrase(longer))
        guard part.count > 1, part.count < whole.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
    }

    /// How many words two names share, but for those that most names of the field hold.
    private func namedAlike(_ left: Skill, _ right: Skill) -> Double {
        let (left, right) = (stems(left.name), stems(right.name))
        let shared = left.intersection(right).count
        return shared == 0 ? 0 : Double(shared) / Double(left.union(right).count)
    }

    private static let general: Set<String> = Set(
        [
            "data", "model", "machine", "learning", "ml", "ai", "engineering", "analytics", "platform", "tools",
            "system",
            "for", "of", "and", "in", "with", "the", "to", "development", "design", "management", "processing", "llm",
            "language", "large", "models", "software", "science", "deep", "analysis", "big", "a", "an", "on", "as",
            "at",
        ].map { root(Stem.of($0)) })
}
