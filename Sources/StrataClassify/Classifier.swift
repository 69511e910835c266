public import StrataModel

/// Says of a JD which layers of the stack it needs, and shows the sum.
///
/// Used for any number of JDs, from any thread. The same JD always gets the same verdict.
public struct Classifier: Sendable {
    private let names: NameTable
    private let reader: Reader
    private let titles: TitleReader
    private let scorer: Scorer

    /// Compiles the catalogue first: some 50 ms for the one that ships.
    public init(catalogue: Catalogue) { self.init(CompiledCatalogue(catalogue)) }

    /// Opens a compiled catalogue, which takes no time worth naming.
    public init(_ compiled: CompiledCatalogue) {
        let parts = CompiledParts(compiled.memory)
        (names, reader, titles, scorer) = (parts.names, parts.reader, parts.titles, parts.scorer)
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
        let titled = title.map(read)
        let fromText = items.map { scorer.weights.vector($0.skill) * $0.strength }
        let evidence = strongestFirst(items, fromText, title: titled.flatMap(evidence(ofTitle:)))
        let bias = scorer.parameters.bias
        let scores = evidence.reduce(bias) { $0 + $1.contributions }
        let shares = Maths.softmax(scores)
        let decision = Decision(parameters: scorer.parameters)
        let primary = decision.primary(
            shares: shares, evidence: evidence.reduce(OutcomeValues()) { $0 + $1.contributions.positive })
        let asked = fromText.reduce(OutcomeValues(), +)
        return Verdict(
            role: titled?.role.map(slug(ofRole:)),
            seniority: title.flatMap(reader.seniority(ofTitle:)) ?? reading.seniority,
            primary: primary, needs: decision.needs(asked, primary: primary), bias: bias, scores: scores,
            shares: shares, evidence: evidence,
            justification: Justification(primary: primary, shares: shares, evidence: evidence, text: text).sentence)
    }

    /// The slug of the role whose phrase in the title is the longest.
    public func role(ofTitle title: String) -> String? {
        var title = title
        return title.withUTF8 { titles.role(in: $0) }.map { slug(ofRole: $0.role) }
    }

    private func slug(ofRole role: Int) -> String { names.slug(names.skillCount + role) }

    /// How many terms of the catalogue, headings and cues among them, the matcher finds in a text: what reading begins with.
    public func termCount(in text: String) -> Int {
        var text = text
        return text.withUTF8 { reader.termCount(in: $0) }
    }

    /// How senior a hire the title asks for, or else the text; nil when neither says.
    public func seniority(ofTitle title: String, text: String) -> Seniority? {
        reader.seniority(title: title, text: text)
    }

    // MARK: The title

    /// What a title names, by their indices.
    private struct TitleReading {
        var role: Int?
        var skills: [Int]
    }

    private func read(_ title: String) -> TitleReading {
        var title = title
        return title.withUTF8 { bytes in
            let role = titles.role(in: bytes)
            let skills = reader.skills(inTitle: bytes).filter { !(role?.span.overlaps($0.span) ?? false) }
            return TitleReading(role: role?.role, skills: skills.map(\.skill))
        }
    }

    private func evidence(ofTitle title: TitleReading) -> Evidence? {
        guard let named = title.role.map({ names.skillCount + $0 }) ?? title.skills.first else { return nil }
        let contributions = weighed(title).reduce(OutcomeValues()) { $0 + scorer.weights.vector($1.index) * $1.value }
        return Evidence(
            skill: names.slug(named), name: names.name(named), kind: .title, requirement: .required, count: 1,
            spans: [], contributions: contributions)
    }

    /// What of the title is weighed, by index among the weights: its role, and the skills that it names besides.
    private func weighed(_ title: TitleReading) -> [(index: Int, value: Double)] {
        (title.role.map { [(names.count + $0, 1)] } ?? [])
            + title.skills.map { ($0, scorer.parameters.titleSkill) }
    }

    // MARK: The text

    /// The evidence of the items, whose contributions are given beside them, and of the title, strongest first.
    private func strongestFirst(
        _ items: [Scorer.Item], _ contributions: [OutcomeValues], title: Evidence?
    ) -> [Evidence] {
        // Names are made only for the few that weigh the same.
        func goesBefore(
            _ left: Double, _ right: Double, _ leftName: @autoclosure () -> (String, Requirement),
            _ rightName: @autoclosure () -> (String, Requirement)
        ) -> Bool { left != right ? left > right : leftName() < rightName() }
        let weights = contributions.map(\.largest.value)
        func name(_ index: Int) -> (String, Requirement) { (names.slug(items[index].skill), items[index].requirement) }
        let order = items.indices.sorted { goesBefore(weights[$0], weights[$1], name($0), name($1)) }
        var sorted = order.map { evidence(items[$0], contributions[$0]) }
        if let title {
            let place = order.firstIndex {
                goesBefore(title.weight, weights[$0], (title.skill, title.requirement), name($0))
            }
            sorted.insert(title, at: place ?? order.count)
        }
        return sorted
    }

    private func evidence(_ item: Scorer.Item, _ contributions: OutcomeValues) -> Evidence {
        Evidence(
            skill: names.slug(item.skill), name: names.name(item.skill), kind: names.kind(item.skill),
            requirement: item.requirement, count: item.spans.count, spans: item.spans, contributions: contributions)
    }
}

// MARK: - Background

extension Classifier {
    func named(in bytes: UnsafeBufferPointer<UInt8>) -> [(index: Int, span: Range<Int>)] { reader.named(in: bytes) }

    // Of a skill, or of a role beyond them.
    func slug(at index: Int) -> String { names.slug(index) }
    func name(at index: Int) -> String { names.name(index) }
    func kind(at index: Int) -> Evidence.Kind { names.kind(index) }

    /// Weighs mentions as a verdict does, and titles with one title's weight in all.
    func background(of mentions: [FoundMention], titles: [NamedSkill]) -> Background {
        var items = scorer.items(mentions)
        for index in items.indices {
            // One that counts twice stands at one place all the same.
            items[index].spans = items[index].spans.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
        }
        let found = strongestFirst(items, items.map { scorer.weights.vector($0.skill) * $0.strength }, title: nil)
        let titled = Dictionary(grouping: titles, by: \.index).map { index, mentions in
            let role = index - names.skillCount
            let part = Double(mentions.count) / Double(titles.count)
            return Evidence(
                skill: names.slug(index), name: names.name(index), kind: .title, requirement: .required,
                count: mentions.count, spans: mentions.map(\.span),
                contributions: scorer.weights.vector(names.count + role) * part)
        }
        let evidence = (found + titled).sorted {
            ($1.weight, $0.skill, $0.requirement) < ($0.weight, $1.skill, $1.requirement)
        }
        let bias = scorer.parameters.bias
        let scores = evidence.reduce(bias) { $0 + $1.contributions }
        let shares = Maths.softmax(scores)
        let primary = Decision(parameters: scorer.parameters).primary(
            shares: shares, evidence: evidence.reduce(OutcomeValues()) { $0 + $1.contributions.positive })
        return Background(primary: primary, bias: bias, scores: scores, shares: shares, evidence: evidence)
    }
}

// MARK: - Learning

extension Classifier {
    /// What the model weighs of a JD: `contributions` are the values times the weights of the features.
    ///
    /// - parameter title: nil to read the text alone.
    /// - returns: the features by their place in ``features``, each once or more.
    public func features(
        title: String?, company: String? = nil, text: String
    ) -> (text: [(index: Int, value: Double)], title: [(index: Int, value: Double)]) {
        var text = text
        let reading = text.withUTF8 { reader.read($0, company: company) }
        let asked = scorer.items(reading.mentions).filter { $0.strength > 0 }.map { ($0.skill, $0.strength) }
        return (asked, title.map { weighed(read($0)) } ?? [])
    }

    /// All features, in the order of their places: skills, roles in the text, roles in the title.
    public var features: [Feature] {
        let roles = (names.skillCount..<names.count).map(names.slug)
        return (0..<names.skillCount).map { .skill(names.slug($0)) } + roles.map(Feature.role)
            + roles.map(Feature.title)
    }

    /// By layer, the evidence asked for in the text from which it counts as needed.
    public var needsThresholds: OutcomeValues { scorer.parameters.needsThreshold }

    /// The weights of all features, in the order of ``features``, and the bias.
    public var weights: (features: [OutcomeValues], bias: OutcomeValues) {
        ((0..<scorer.weights.count).map(scorer.weights.vector), scorer.parameters.bias)
    }
}
