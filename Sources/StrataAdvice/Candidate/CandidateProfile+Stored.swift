internal import StrataClassify
public import StrataModel

extension CandidateProfile {
    /// Reads a profile as ``json`` wrote it; nil where it is none.
    public init?(json: JSONValue) {
        guard let file = json["file"]?.text, let evidence = json["evidence"]?.list,
            let bias = json["bias"].map(OutcomeValues.init(json:)),
            let scores = json["scores"].map(OutcomeValues.init(json:)),
            var shares = json["layers"].map(OutcomeValues.init(json:))
        else { return nil }
        shares[.outside] = json["outside"]?.figure ?? 0
        let items = evidence.compactMap(Item.init(json:))
        let roles = (json["roles"]?.list ?? []).compactMap(Evidence.init(roleJSON:))
        self.init(
            file: file, isResume: true, namesStack: json["names_stack"] != .bool(false),
            background: Background(
                primary: json["primary_layer"]?.text.flatMap(Layer.init(rawValue:)), bias: bias, scores: scores,
                shares: shares, evidence: roles),
            items: items, roles: roles.filter { $0.requirement != .context }.map(\.name),
            led: (json["led"]?.list ?? []).compactMap(Place.init(json:)),
            statedExperience: json["stated_experience"]?.figure, present: json["present"]?.text,
            presentIsGiven: json["present_given"] == .bool(true), jobs: json["jobs"]?.count ?? 0,
            remarks: (json["remarks"]?.list ?? []).compactMap(\.text), gaps: CandidateGaps(json: json),
            questions: (json["questions"]?.list ?? []).compactMap(CandidateQuestion.init(json:)))
    }
}

extension JSONValue {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var list: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    fileprivate var count: Int? { if case .integer(let number) = self { number } else { nil } }

    fileprivate var figure: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}

extension OutcomeValues {
    fileprivate init(json: JSONValue) {
        self.init(Outcome.allCases.compactMap { outcome in json[outcome.slug]?.figure.map { (outcome, $0) } })
    }
}

extension Evidence {
    fileprivate init?(roleJSON json: JSONValue) {
        guard let role = json["role"]?.text, let name = json["name"]?.text,
            let kind = json["kind"]?.text.flatMap(Evidence.Kind.init(rawValue:)),
            let requirement = json["requirement"]?.text.flatMap(Requirement.init(rawValue:))
        else { return nil }
        self.init(
            skill: role, name: name, kind: kind, requirement: requirement, count: json["count"]?.count ?? 0, spans: [],
            contributions: json["contributions"].map(OutcomeValues.init(json:)) ?? OutcomeValues())
    }
}

extension CandidateProfile.Item {
    fileprivate init?(json: JSONValue) {
        guard let skill = json["skill"]?.text, let name = json["name"]?.text,
            let kind = json["kind"]?.text.flatMap(Evidence.Kind.init(rawValue:))
        else { return nil }
        self.init(
            skill: skill, name: name, kind: kind, home: json["layer"]?.text.flatMap(Layer.init(rawValue:)),
            contributions: json["contributions"].map(OutcomeValues.init(json:)) ?? OutcomeValues(),
            depth: json["depth"]?.text.flatMap(Depth.init(rawValue:)),
            places: (json["places"]?.list ?? []).compactMap(CandidateProfile.Place.init(json:)),
            years: CandidateProfile.Years(
                stated: json["years"]?["stated"]?.figure, inJobs: json["years"]?["in_jobs"]?.figure,
                ongoingSince: json["years"]?["ongoing_since"]?.text))
    }
}

extension CandidateProfile.Place {
    fileprivate init?(json: JSONValue) {
        guard let line = json["line"]?.count, let quote = json["quote"]?.text,
            let span = json["span"]?.list?.compactMap(\.count), span.count == 2
        else { return nil }
        self.init(
            line: line, span: Span(start: span[0], end: span[1]),
            section: json["section"]?.text.flatMap(ResumeSection.init(rawValue:)), quote: quote,
            depth: json["depth"]?.text.flatMap(Depth.init(rawValue:)),
            setAside: json["set_aside"]?.text.flatMap(SetAside.init(rawValue:)), job: json["job"]?.count)
    }
}

extension CandidateGaps {
    /// - returns: nil where the profile was held against nothing.
    fileprivate init?(json: JSONValue) {
        guard let against = json["against"], let title = against["title"]?.text, let basis = against["basis"]?.text
        else { return nil }
        let target: Target
        if let id = against["id"]?.count {
            target = .jd(id: Int64(id), title: title)
        } else {
            target = .role(slug: against["role"]?.text ?? "", name: title)
        }
        self.init(
            target: target, basis: basis, items: (json["gaps"]?.list ?? []).compactMap(Item.init(json:)),
            duties: (json["duties"]?.list ?? []).compactMap(Duty.init(json:)))
    }
}

extension CandidateGaps.Item {
    fileprivate init?(json: JSONValue) {
        guard let skill = json["skill"]?.text, let name = json["name"]?.text,
            let kind = json["kind"]?.text.flatMap(Skill.Kind.init(rawValue:)),
            let requirement = json["requirement"]?.text.flatMap(Requirement.init(rawValue:)),
            let standing = json["standing"]?.text.flatMap(CandidateGaps.Standing.init(rawValue:))
        else { return nil }
        self.init(
            skill: skill, name: name, kind: kind, layer: json["layer"]?.text.flatMap(Layer.init(rawValue:)),
            requirement: requirement, standing: standing, depth: json["depth"]?.text.flatMap(Depth.init(rawValue:)),
            isDenied: json["denied"] == .bool(true),
            hint: json["hint"]?.text.flatMap(CandidateGaps.Hint.init(rawValue:)),
            related: (json["related"]?.list ?? []).compactMap(\.text),
            texts: json["texts"]?.count)
    }
}

extension CandidateGaps.Duty {
    fileprivate init?(json: JSONValue) {
        guard let text = json["text"]?.text else { return nil }
        self.init(
            text: text, isCapability: json["kind"]?.text == "capability",
            shown: (json["shown"]?.list ?? []).compactMap(\.text),
            notShown: (json["not_shown"]?.list ?? []).compactMap(\.text))
    }
}

extension CandidateQuestion {
    fileprivate init?(json: JSONValue) {
        guard let rule = json["rule"]?.text, let question = json["question"]?.text else { return nil }
        self.init(rule: rule, skill: json["skill"]?.text, question: question, why: json["why"]?.text ?? "")
    }
}
