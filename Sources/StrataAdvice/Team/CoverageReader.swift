internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel

/// Says of the people of a team in which layers they work.
///
/// A title that names a role of the stack says it, unless the role is one of those that mean several jobs and the skills
/// speak clearly for another layer; a text says it in its own words (`duties.tsv`); skills alone say it where there is
/// neither.
public struct CoverageReader: Sendable {
    private struct Duty: Sendable {
        var layer: Layer
        var when: Condition
    }

    private let knowledge: Knowledge
    private let duties: [Duty]
    private let titles: TitleSpelling

    /// - throws: `SeedTable.Malformed`.
    public init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        titles = TitleSpelling(knowledge.catalogue.roles)
        duties = try knowledge.files.read("duties") { table in
            let (layer, when) = try (table.column("layer"), table.column("when"))
            return try table.map { row in
                guard let own = try row.layer(layer) else { throw row.malformed("a duty belongs to a layer") }
                return Duty(layer: own, when: try Condition(row[when], of: row, knowledge.vocabulary))
            }
        }
    }

    /// - parameters:
    ///   - team: in any order: what is said of a layer does not depend on it.
    ///   - resume: gives the text of a résumé by its path.
    public func read(_ team: [Request.Member], resume: (String) throws -> String = { _ in "" }) rethrows -> TeamReading
    {
        let members = try team.map { member in
            self.member(member, resume: try member.resume.map(resume) ?? "")
        }
        return TeamReading(members: members.sorted { ($1.count, $0.label) < ($0.count, $1.label) })
    }

    // MARK: A person

    /// A role that leans so much on its layer means one job.
    private static let certain = 0.8
    /// So many skills of a layer are a background; so many times those of the title's layer outweigh the title.
    private static let (background, outweighing) = (2, 2)
    private static let leastLean = 0.25
    /// A skill that weighs so much for its layer is of no other trade.
    private static let specific = 0.7

    private func member(_ member: Request.Member, resume: String) -> TeamReading.Member {
        let title = titles.mended(member.title)
        let role = knowledge.classifier.role(ofTitle: title).flatMap(knowledge.role)
        // Who directs does not do the work, whatever the title's layer.
        let isDirecting = [.manager, .director, .executive].contains(
            knowledge.classifier.seniority(ofTitle: title, text: ""))
        let told = [member.skills.joined(separator: ", "), member.text, resume].filter { !$0.isEmpty }
        let verdict = knowledge.classifier.verdict(title: nil, text: told.joined(separator: "\n"))
        let skills = skills(verdict)
        // Who is called so does every layer of which they know enough.
        let isFullStack = TermKey.fold(member.title).contains("full stack")
        var parts: [Layer: TeamReading.Part] = [:]
        var evidence: [Layer: [String]] = [:]
        func add(_ layer: Layer, _ part: TeamReading.Part, _ reason: String) {
            parts[layer] = max(parts[layer] ?? .touches, part)
            evidence[layer, default: []].append(reason)
        }
        let home = isDirecting ? nil : home(role, skills, verdict)
        if let home, role?.layer == home { add(home, .works, "the title reads as \(role?.name ?? "")") }
        for layer in Layer.allCases {
            let named = skills[layer] ?? []
            if !named.isEmpty {
                let isAll = isFullStack && named.count >= Self.background
                let part: TeamReading.Part =
                    home == layer || isAll ? .works : named.count >= Self.background ? .helps : .touches
                add(layer, part, named.prefix(6).joined(separator: ", "))
            } else if home == layer, role?.layer != home {
                add(layer, .works, "their skills and text, taken together")
            }
            if let role, role.layer != nil, role.lean[layer] >= Self.leastLean, home != layer {
                add(layer, .touches, isDirecting ? "\(role.name) directs it" : "a \(role.name) often does some of it")
            }
        }
        // A title that is no role's may still say what is done: "modelling PhD".
        let duty = role == nil ? member.title + "\n" : ""
        for (layer, quote) in statedDuties(duty + member.text + "\n" + resume) {
            add(layer, .works, "\u{201C}\(quote)\u{201D}")
        }
        return TeamReading.Member(
            label: label(member, role), count: member.count, role: role?.slug, parts: parts, evidence: evidence)
    }

    /// The layer that is the job.
    private func home(_ role: Role?, _ skills: [Layer: [String]], _ verdict: Verdict) -> Layer? {
        let isSpecific = specificLayers(verdict)
        let ranked = Layer.allCases.map { (layer: $0, count: skills[$0]?.count ?? 0) }
            .sorted { ($1.count, $0.layer.index) < ($0.count, $1.layer.index) }
        let (first, second) = (ranked[0], ranked[1])
        let isClear = first.count >= Self.background && first.count > second.count
        if let role, let layer = role.layer {
            let own = skills[layer]?.count ?? 0
            let isOutweighed = isClear && first.layer != layer && first.count >= max(own * Self.outweighing, 3)
            return role.lean[layer] < Self.certain && isOutweighed ? first.layer : layer
        }
        if role == nil { return isClear ? first.layer : verdict.primary }
        // A title outside the stack: only a background that no other trade has changes that.
        let isTelling = isClear && isSpecific.contains(first.layer)
        return isTelling || isClear && verdict.primary == first.layer ? first.layer : nil
    }

    private func skills(_ verdict: Verdict) -> [Layer: [String]] {
        var skills: [Layer: [String]] = [:]
        for item in verdict.evidence where item.requirement != .context {
            guard item.kind != .title, item.kind != .phrase, let layer = knowledge.skill(item.skill)?.primaryLayer
            else {
                continue
            }
            if !(skills[layer]?.contains(item.name) ?? false) { skills[layer, default: []].append(item.name) }
        }
        return skills
    }

    /// The layers of which a skill is named that hardly any other trade has.
    private func specificLayers(_ verdict: Verdict) -> Set<Layer> {
        Set(
            verdict.evidence.compactMap { item in
                guard item.requirement != .context, let skill = knowledge.skill(item.skill)?.memberships.first else {
                    return nil
                }
                return skill.weight >= Self.specific ? skill.layer : nil
            })
    }

    private func statedDuties(_ text: String) -> [(layer: Layer, quote: String)] {
        let read = PhraseText(text, knowledge.vocabulary)
        var found: [(layer: Layer, quote: String)] = []
        for duty in duties where !found.contains(where: { $0.layer == duty.layer }) {
            if let match = duty.when.match(in: read) { found.append((duty.layer, match.quote)) }
        }
        return found
    }

    private func label(_ member: Request.Member, _ role: Role?) -> String {
        let name =
            !member.title.isEmpty
            ? member.title : member.skills.isEmpty ? "Somebody" : "Somebody with \(member.skills[0])"
        return member.count > 1 ? "\(member.count) × \(name)" : name
    }
}

/// Mends misspelt words of titles by the words that titles of known roles consist of.
struct TitleSpelling: Sendable {
    private let words: Set<String>

    init(_ roles: [Role]) {
        words = Set(roles.flatMap(\.titlePhrases).flatMap { $0.split(separator: " ").map(String.init) })
    }

    /// The shortest word that is mended.
    private static let shortest = 6

    func mended(_ title: String) -> String {
        let parts = title.split { " -/,".contains($0) }.map(String.init)
        return parts.map { part in
            let key = part.lowercased()
            guard key.count >= Self.shortest, !words.contains(key) else { return part }
            let letters = Array(key.unicodeScalars)
            let near = words.filter { $0.first == key.first && abs($0.count - key.count) <= 1 }.sorted()
                .filter { EditDistance.between(letters, Array($0.unicodeScalars), atMost: 1) != nil }
            return near.first ?? part
        }.joined(separator: " ")
    }
}
