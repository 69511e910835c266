public import StrataModel
public import StrataQuery

/// Holds what a JD or a role asks for against profiles.
public struct GapReader {
    private let catalogue: Catalogue
    private let related: RelatedSkills
    private let names: [String: Skill]

    public init(catalogue: Catalogue, references: References) {
        self.catalogue = catalogue
        related = RelatedSkills(catalogue, references)
        names = Dictionary(catalogue.skills.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A skill that is asked for.
    private struct Asked {
        var skill: Skill
        var requirement: Requirement
        var texts: Int?
    }

    /// Against a JD: what its text requires and prefers.
    public func gaps(of profile: CandidateProfile, against jd: JDDetail) -> CandidateGaps {
        var seen: Set<String> = []
        let asked = jd.mentions.sorted {
            ($0.requirement, -$0.count, $0.name) < ($1.requirement, -$1.count, $1.name)
        }.compactMap { mention -> Asked? in
            guard mention.requirement != .context, let skill = names[mention.skill], isWorthAsking(skill),
                seen.insert(skill.slug).inserted
            else { return nil }
            return Asked(skill: skill, requirement: mention.requirement)
        }
        return CandidateGaps(
            target: .jd(id: jd.summary.id, title: jd.summary.title),
            basis: "what JD \(jd.summary.id) requires and would like, but for general skills outside the stack",
            items: sorted(asked.map { item($0, profile) }), duties: [])
    }

    /// Required ones first, of these what is shown, then what is related, then the rest; else as given.
    private func sorted(_ items: [CandidateGaps.Item]) -> [CandidateGaps.Item] {
        items.enumerated().sorted {
            ($0.element.requirement, $0.element.standing, $0.offset) < (
                $1.element.requirement, $1.element.standing, $1.offset
            )
        }.map(\.element)
    }

    /// How many tools and languages, and how many practices and concepts, of a role are held against a profile.
    private static let most = 8

    /// Against a role: what its JDs ask for where the database has enough of them, else the signature tools of its layer.
    ///
    /// - parameter report: nil without a database.
    public func gaps(
        of profile: CandidateProfile, against role: Role, report: RoleReport?, reading sentence: (String) -> [String]
    ) -> CandidateGaps {
        let isTold = (report?.sample.texts ?? 0) >= DemandReport.smallSample
        let asked: [Asked]
        let basis: String
        if let report, isTold {
            let counts = report.required.compactMap { count -> Asked? in
                guard let skill = names[count.slug], isWorthAsking(skill) else { return nil }
                return Asked(skill: skill, requirement: .required, texts: count.texts)
            }
            // General words of the work are in every text; the tools tell one job from another.
            let tools = counts.filter { $0.skill.kind == .tool || $0.skill.kind == .language }.prefix(Self.most)
            let others = counts.filter { $0.skill.kind != .tool && $0.skill.kind != .language }.prefix(Self.most)
            asked = (tools + others).sorted { ($1.texts ?? 0, $0.skill.name) < ($0.texts ?? 0, $1.skill.name) }
            basis = "what \(Figures.grouped(report.sample.texts)) texts of JDs for the role require most often"
        } else {
            let signature = catalogue.layers.first { $0.layer == role.layer }?.signature ?? []
            asked = signature.compactMap { names[$0] }.map { Asked(skill: $0, requirement: .required) }
            let few = report.map { " (the database has \($0.sample.texts) texts of the role, too few)" } ?? ""
            basis =
                role.layer.map { "the signature tools of \($0.name), the role's layer\(few)" }
                ?? "the role lies outside the stack: the catalogue names no tools for it\(few)"
        }
        let duties = role.responsibilities.map { ($0, false) } + role.capabilities.map { ($0, true) }
        return CandidateGaps(
            target: .role(slug: role.slug, name: role.name), basis: basis, items: asked.map { item($0, profile) },
            duties: duties.map { text, isCapability in
                let named = sentence(text)
                return CandidateGaps.Duty(
                    text: text, isCapability: isCapability,
                    shown: named.filter { profile.item($0)?.isShown ?? false }.map(name),
                    notShown: named.filter { !(profile.item($0)?.isShown ?? false) }.map(name))
            })
    }

    private func name(_ slug: String) -> String { names[slug]?.name ?? slug }

    /// General skills outside the stack, as communication, are asked for by everybody and shown by no list of words.
    private func isWorthAsking(_ skill: Skill) -> Bool {
        skill.primaryLayer != nil || skill.kind == .tool || skill.kind == .language
    }

    private func item(_ asked: Asked, _ profile: CandidateProfile) -> CandidateGaps.Item {
        let (skill, own) = (asked.skill, profile.item(asked.skill.slug))
        var item = CandidateGaps.Item(
            skill: skill.slug, name: skill.name, kind: skill.kind, layer: skill.primaryLayer,
            requirement: asked.requirement, standing: .notShown, depth: own?.depth,
            isDenied: own.map { !$0.isShown && $0.places.contains { $0.setAside == .denied } } ?? false, hint: nil,
            related: [], texts: asked.texts)
        if own?.isShown ?? false {
            item.standing = .shown
        } else if let role = Self.role(naming: skill, profile) {
            (item.standing, item.hint) = (.shown, .role)
            item.related = [role]
        } else if !item.isDenied {
            relate(&item, skill, profile)
        }
        return item
    }

    /// So many skills of a layer, used or deeper, stand for the work that a general word of it names.
    private static let enough = 3

    private func relate(_ item: inout CandidateGaps.Item, _ skill: Skill, _ profile: CandidateProfile) {
        let shown = profile.items.filter(\.isShown)
        let near = related.related(to: skill.slug, among: shown.map(\.skill))
        if !near.isEmpty {
            (item.standing, item.hint, item.related) = (.related, .kind, near.map(name))
            return
        }
        guard skill.kind == .practice || skill.kind == .concept, let layer = skill.primaryLayer else { return }
        let work = shown.filter { $0.home == layer && $0.depth.map { $0 <= .used } ?? false }
            .sorted {
                ($0.depth ?? .listed, -$0.contributions[layer], $0.skill) < (
                    $1.depth ?? .listed, -$1.contributions[layer], $1.skill
                )
            }
        guard work.count >= Self.enough else { return }
        (item.standing, item.hint, item.related) = (.related, .layer, work.prefix(3).map(\.name))
    }

    /// The role named in the document that has the skill in its name: a Machine Learning Engineer does machine learning.
    private static func role(naming skill: Skill, _ profile: CandidateProfile) -> String? {
        guard skill.kind == .practice || skill.kind == .concept else { return nil }
        let words = ResumeWords.phrase(skill.name).map(Stem.of)
        return profile.roles.first { role in
            let named = ResumeWords.phrase(role).map(Stem.of)
            return named.count > words.count - 1 && named.starts(with: words)
        }
    }
}
