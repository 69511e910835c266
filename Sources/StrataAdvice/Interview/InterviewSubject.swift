public import StrataModel
public import StrataQuery

/// For whom an interview is planned: a JD or a role, with the layers in which the work lies and the skills that are wanted.
public struct InterviewSubject: Sendable, Hashable {
    public enum Target: Sendable, Hashable {
        case jd(Int64)
        /// The role's slug.
        case role(String)
    }

    public var target: Target
    public var title: String
    /// Where it is, for those who look at the page: company, place.
    public var details: [String]
    /// Of the four layers and outside.
    public var shares: OutcomeValues
    /// The layers that must have a question.
    public var needs: [Layer]
    /// Whether the work lies in the stack, or in layers that the user has named.
    public var isInStack: Bool
    /// Slug of the role.
    public var role: String?
    public var levels: [InterviewLevel]
    /// How the level is known.
    public var levelNote: String
    /// The heaviest first.
    public var wanted: [WantedSkill]
    /// How what is wanted is known, and how far to trust it.
    public var remarks: [String]

    public var isJD: Bool {
        if case .jd = target { true } else { false }
    }

    /// Adds what the user asks for besides, before everything else.
    public mutating func want(_ skills: [Skill]) {
        let own = skills.map {
            WantedSkill(
                slug: $0.slug, name: $0.name, layer: $0.primaryLayer, isRequired: true, weight: WantedSkill.named,
                reason: .named)
        }
        let slugs = Set(own.map(\.slug))
        wanted = own + wanted.filter { !slugs.contains($0.slug) }
    }

    /// Leaves only these layers: an interviewer takes a part of the panel.
    public mutating func keep(_ layers: [Layer]) {
        for layer in Layer.allCases where !layers.contains(layer) { shares[layer] = 0 }
        // Who names a layer wants to ask of it.
        needs = Layer.allCases.filter(layers.contains)
        isInStack = true
        for layer in needs where shares[layer] <= 0 { shares[layer] = .leastNormalMagnitude }
    }

    /// Asks for another level than the one that is known.
    public mutating func meet(_ seniority: Seniority) {
        levels = InterviewLevel.levels(of: seniority)
        levelNote = "\(seniority.rawValue), as you ask"
    }
}

extension InterviewSubject {
    /// A JD as it is read now.
    ///
    /// - parameters:
    ///   - verdict: of the JD, computed anew; it carries the weights of what the JD asks for.
    ///   - title: of the title read as a text: what it names is required, though the text may not name it.
    public init(_ jd: JDDetail, _ verdict: Verdict, title: Verdict, _ catalogue: Catalogue) {
        let summary = jd.summary.judged(by: verdict)
        let seniority = summary.seniority.flatMap(Seniority.init(rawValue:)) ?? verdict.seniority
        self.init(
            target: .jd(summary.id), title: summary.title,
            details: [summary.company, summary.location].compactMap { $0 }, shares: summary.shares,
            needs: LayerSet(summary.needs + [summary.primaryLayer].compactMap { $0 }).layers,
            isInStack: summary.primaryLayer != nil, role: summary.role,
            levels: InterviewLevel.levels(of: seniority),
            levelNote: seniority.map(\.rawValue) ?? "not stated: questions for mid and senior",
            wanted: Self.wanted(verdict, title: title, catalogue).sorted(by: WantedSkill.goesBefore), remarks: [])
        if summary.isTruncated {
            remarks.append("The source cut the JD's text off: what it asks for may be missing.")
        } else if summary.isThin {
            remarks.append("The JD's text is short: what it asks for may be missing.")
        }
        if summary.language.map({ $0 != "en" }) ?? false {
            remarks.append("The JD is not written in English; the questions are.")
        }
    }

    /// Each skill once, as strongly as it is asked for anywhere; weighed by what it says of the four layers.
    private static func wanted(_ verdict: Verdict, title: Verdict, _ catalogue: Catalogue) -> [WantedSkill] {
        let skills = Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first }
        var found: [String: WantedSkill] = [:]
        let asked = verdict.evidence.filter { $0.requirement != .context }.map { ($0, $0.requirement == .required) }
        for (item, isRequired) in asked + title.evidence.map({ ($0, true) }) {
            guard item.kind != .title, item.kind != .phrase else { continue }
            let weight = max(WantedSkill.least, Layer.allCases.map { item.contributions[$0] }.max() ?? 0)
            let known = found[item.skill]
            found[item.skill] = WantedSkill(
                slug: item.skill, name: item.name, layer: skills[item.skill]?.primaryLayer,
                isRequired: isRequired || known?.isRequired ?? false, weight: max(weight, known?.weight ?? 0),
                reason: .jd)
        }
        return Array(found.values)
    }
}

extension InterviewSubject {
    /// A role, by what the catalogue says of it and by what its JDs ask for, where there are enough of them.
    ///
    /// - parameters:
    ///   - reading: of the role's responsibilities and capabilities: which skills they name.
    ///   - report: of its JDs; nil without a database.
    public init(_ role: Role, reading: Verdict, report: RoleReport?, _ catalogue: Catalogue) {
        var shares = role.lean
        if let home = role.layer, Layer.allCases.allSatisfy({ shares[$0] <= 0 }) { shares[home] = 1 }
        let strongest = Layer.allCases.filter { shares[$0] > 0 }.max {
            (shares[$0], $1.index) < (shares[$1], $0.index)
        }
        let home = role.layer ?? strongest
        self.init(
            target: .role(role.slug), title: role.name, details: [], shares: shares,
            needs: [home].compactMap { $0 }, isInStack: home != nil, role: role.slug, levels: role.levels,
            levelNote: InterviewWords.listed(role.levels.map(\.rawValue)), wanted: [],
            remarks: [])
        let asked = report.map { RoleDemand($0, catalogue) }
        wanted = (asked?.wanted ?? []).joined(with: Self.capabilities(reading, catalogue))
            // Who leads people is not asked for the tools that those use whom they lead.
            .joined(with: asked?.isEnough == true || levels == [.lead] ? [] : Self.signatures(shares, catalogue))
            .sorted(by: WantedSkill.goesBefore)
        remarks = [asked?.remark ?? "Without a database: no JDs tell what the role is asked for."]
    }

    private static func capabilities(_ reading: Verdict, _ catalogue: Catalogue) -> [WantedSkill] {
        let skills = Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first }
        let named = Set(reading.mentions.map(\.skill))
        return named.compactMap { skills[$0] }.filter { $0.primaryLayer != nil }.map {
            WantedSkill(
                slug: $0.slug, name: $0.name, layer: $0.primaryLayer, isRequired: true,
                weight: max(WantedSkill.least, $0.memberships.first?.weight ?? 0), reason: .capability)
        }
    }

    private static func signatures(_ shares: OutcomeValues, _ catalogue: Catalogue) -> [WantedSkill] {
        let names = Dictionary(catalogue.skills.map { ($0.slug, $0.name) }) { first, _ in first }
        return catalogue.layers.filter { shares[$0.layer] > 0 }.flatMap { profile in
            profile.signature.compactMap { slug in
                names[slug].map {
                    WantedSkill(
                        slug: slug, name: $0, layer: profile.layer, isRequired: false,
                        weight: max(WantedSkill.least, shares[profile.layer]), reason: .signature(profile.layer))
                }
            }
        }
    }
}

extension Role {
    /// Whom most of its holders are: those in the middle, unless its ladder begins higher.
    fileprivate var levels: [InterviewLevel] {
        switch ladder.first?.lowercased() {
        case "lead", "manager", "head", "director": [.lead]
        case "senior": [.senior, .lead]
        default: InterviewLevel.levels(of: nil)
        }
    }
}

extension [WantedSkill] {
    /// With those of the others that are not among them.
    fileprivate func joined(with others: [WantedSkill]) -> [WantedSkill] {
        let slugs = Set(map(\.slug))
        return self + others.filter { !slugs.contains($0.slug) }
    }
}

/// What the JDs of a role ask for.
private struct RoleDemand {
    var isEnough: Bool
    var wanted: [WantedSkill]
    var remark: String

    /// What fewer of the texts ask for is no mark of the role, 0 to 1.
    private static let leastRequired = 0.15
    private static let leastPreferred = 0.1

    init(_ report: RoleReport, _ catalogue: Catalogue) {
        let texts = report.sample.texts
        isEnough = texts >= DemandReport.smallSample
        wanted = []
        guard isEnough else {
            remark =
                "The database has \(InterviewWords.counted(texts, "JD")) of the role, too few to tell what it is asked for (\(DemandReport.smallSample))."
            return
        }
        remark = "What is asked for is taken from \(Figures.grouped(texts)) JDs of the role."
        let skills = Dictionary(catalogue.skills.map { ($0.slug, $0) }) { first, _ in first }
        func add(_ counts: [RoleReport.SkillCount], isRequired: Bool, least: Double) {
            for count in counts {
                let share = Double(count.texts) / Double(texts)
                guard share >= least, !wanted.contains(where: { $0.slug == count.slug }) else { continue }
                let weight = skills[count.slug]?.memberships.map(\.weight).max() ?? 0
                wanted.append(
                    WantedSkill(
                        slug: count.slug, name: count.name, layer: count.layer, isRequired: isRequired,
                        weight: max(WantedSkill.least, share * weight), reason: .asked(share)))
            }
        }
        add(report.required, isRequired: true, least: Self.leastRequired)
        add(report.preferred, isRequired: false, least: Self.leastPreferred)
    }
}
