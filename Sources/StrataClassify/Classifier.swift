public import StrataModel

/// Says of a JD which layers of the stack it needs, and shows the sum.
///
/// Made once for a catalogue (tens of milliseconds), used for any number of JDs, from any thread. The same JD always gets
/// the same verdict.
public struct Classifier: Sendable {
    private let catalogue: Catalogue
    private let reader: Reader
    private let titles: TitleReader
    private let scorer: Scorer

    /// Builds the matcher and the weights of the catalogue: about 85 ms for the catalogue that ships.
    public init(catalogue: Catalogue) {
        self.catalogue = catalogue
        reader = Reader(catalogue: catalogue)
        titles = TitleReader(roles: catalogue.roles)
        scorer = Scorer(catalogue: catalogue)
    }

    /// Reads a JD and weighs what it asks for.
    ///
    /// - parameter title: nil to judge by the text alone.
    /// - parameter company: the employer; a tool of that name is no evidence.
    /// - parameter text: the description; the spans of the evidence are UTF-8 byte offsets into it.
    public func verdict(title: String?, company: String? = nil, text: String) -> Verdict {
        var text = text
        let reading = text.withUTF8 { reader.read($0, company: company) }
        let items = scorer.items(reading.mentions)
        let damping = scorer.damping(items)
        let titled = title.flatMap(read).flatMap { reading in self.evidence(reading).map { (reading, $0) } }
        let evidence = Self.strongestFirst(
            items.map { self.evidence($0, damping: damping) } + (titled.map { [$0.1] } ?? []))
        let bias = scorer.parameters.bias
        let scores = evidence.reduce(bias) { $0 + $1.contributions }
        let shares = Maths.softmax(scores)
        var totals = scorer.totals(items)
        if let item = titled?.1 { totals.evidence += item.contributions.positive }
        let decision = Decision(parameters: scorer.parameters)
        let primary = decision.primary(shares: shares, evidence: totals.evidence)
        let isThin = text.utf8.count < JobDescription.thinLength
        return Verdict(
            role: titled?.0.role?.slug, seniority: title.flatMap(reader.seniority(ofTitle:)) ?? reading.seniority,
            primary: primary, needs: decision.needs(totals.asked, primary: primary), bias: bias, scores: scores,
            shares: shares, evidence: evidence,
            justification: Justification(primary: primary, shares: shares, evidence: evidence, isThin: isThin).sentence)
    }

    /// The role whose phrase in the title is the longest.
    public func role(ofTitle title: String) -> Role? {
        var title = title
        return title.withUTF8 { titles.role(in: $0) }.map { catalogue.roles[$0.role] }
    }

    /// How senior a hire the title asks for, or else the text; nil when neither says.
    public func seniority(ofTitle title: String, text: String) -> Seniority? {
        reader.seniority(title: title, text: text)
    }

    // MARK: The title

    /// What a title names.
    private struct TitleReading {
        var role: Role?
        var skills: [Int]
    }

    private func read(_ title: String) -> TitleReading {
        var title = title
        return title.withUTF8 { bytes in
            let role = titles.role(in: bytes)
            let skills = reader.skills(inTitle: bytes).filter { !(role?.span.overlaps($0.span) ?? false) }
            return TitleReading(role: role.map { catalogue.roles[$0.role] }, skills: skills.map(\.skill))
        }
    }

    private func evidence(_ title: TitleReading) -> Evidence? {
        let contributions = scorer.title(role: title.role, skills: title.skills)
        guard let slug = title.role?.slug ?? title.skills.first.map({ catalogue.skills[$0].slug }) else { return nil }
        let name = title.role?.name ?? title.skills.first.map { catalogue.skills[$0].name } ?? slug
        return Evidence(
            skill: slug, name: name, kind: .title, requirement: .required, count: 1, spans: [],
            contributions: contributions)
    }

    // MARK: The text

    private func evidence(_ item: Scorer.Item, damping: Double) -> Evidence {
        let contributions = scorer.weights.vectors[item.skill] * (item.strength * damping)
        guard item.skill < catalogue.skills.count else {
            let role = catalogue.roles[item.skill - catalogue.skills.count]
            return Evidence(
                skill: role.slug, name: role.name, kind: .phrase, requirement: item.requirement,
                count: item.spans.count, spans: item.spans, contributions: contributions)
        }
        let skill = catalogue.skills[item.skill]
        return Evidence(
            skill: skill.slug, name: skill.name, kind: Evidence.Kind(skill.kind), requirement: item.requirement,
            count: item.spans.count, spans: item.spans, contributions: contributions)
    }

    private static func strongestFirst(_ evidence: [Evidence]) -> [Evidence] {
        let weights = evidence.map(\.weight)
        let order = evidence.indices.sorted { left, right in
            if weights[left] != weights[right] { return weights[left] > weights[right] }
            let (left, right) = (evidence[left], evidence[right])
            return left.skill != right.skill ? left.skill < right.skill : left.requirement < right.requirement
        }
        return order.map { evidence[$0] }
    }
}

extension Evidence.Kind {
    init(_ kind: Skill.Kind) {
        switch kind {
        case .tool: self = .tool
        case .practice: self = .practice
        case .concept: self = .concept
        case .language: self = .language
        }
    }
}

extension OutcomeValues {
    /// The numbers above zero, the others as zero.
    var positive: OutcomeValues { OutcomeValues(nonZero.filter { $0.1 > 0 }) }
}
