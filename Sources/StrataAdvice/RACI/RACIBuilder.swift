internal import StrataModel
public import StrataQuery

/// Makes a RACI of a brief or of steps.
public struct RACIBuilder: Sendable {
    private let knowledge: Knowledge
    private let kinds: WorkKinds
    private let steps: StepReader
    private let briefs: BriefReader
    private let handOvers: HandOverRules

    /// - throws: `SeedTable.Malformed`.
    public init(_ knowledge: Knowledge) throws {
        self.knowledge = knowledge
        steps = try StepReader(knowledge)
        kinds = steps.kinds
        briefs = try BriefReader(knowledge, kinds)
        handOvers = try HandOverRules(knowledge.files, kinds)
    }

    /// The archetypes that a brief may be of.
    public var archetypes: [Archetype] { briefs.archetypes.all }

    /// - parameters:
    ///   - archetype: slug of the archetype to take, whatever the brief says; nil to find it out.
    ///   - team: who there is; nil where no team is given.
    /// - throws: ``NoProject`` for a brief that is none for the stack, `UnknownName` for an archetype, ``RequestError`` for a layer or role of a step.
    public func raci(
        _ request: Request, archetype: String? = nil, team: TeamReading? = nil
    ) throws -> RACI {
        let (planned, origin) = try plan(request, archetype)
        let crew = Crew(knowledge, overrides: origin.flatMap { briefs.archetypes[$0.archetype]?.roles } ?? [:], team)
        let numbered = planned.map { step in (step, kind: kinds[step.reading.kind]) }
        let owners = numbered.map { step, kind in step.responsible ?? crew.role(for: step.reading.layer, kind) }
        let built = numbered.indices.map { index in
            let (step, kind) = numbered[index]
            return RACI.Step(
                name: step.name, layer: step.reading.layer, share: step.reading.share, work: kind?.slug ?? "",
                assignments: assignments(
                    index, owners,
                    accountable: step.accountable ?? (step.responsible == nil ? kind?.accountable : nil)
                        ?? owners[index],
                    crew),
                settled: step.settled, reasons: step.reading.reasons, forgotten: step.forgotten, market: nil)
        }
        let columns = crew.columns(of: built)
        return RACI(
            brief: request.brief, origin: origin, steps: built, columns: columns,
            handOvers: handOvers(built, owners), hasTeam: team != nil, jds: nil)
    }

    /// What the knowledge base says of the roles, beside their steps.
    public func adding(_ market: Market, to raci: RACI) -> RACI {
        var raci = raci
        raci.jds = market.jds
        for index in raci.columns.indices { raci.columns[index].jds = market.role(raci.columns[index].role)?.texts }
        for index in raci.steps.indices {
            guard let owner = raci.steps[index].roles(.responsible).first else { continue }
            let skills = kinds[raci.steps[index].work]?.skills ?? []
            raci.steps[index].market = market.says(of: owner, skills: skills, named: knowledge.name(ofSkill:))
        }
        return raci
    }

    // MARK: Steps

    private struct Planned {
        var name: String
        var reading: StepReader.Reading
        var forgotten: String?
        /// Slugs of the roles that the user gives the step to.
        var responsible: String?
        var accountable: String?
        var settled: [String: String] = [:]
    }

    private func plan(_ request: Request, _ named: String?) throws -> ([Planned], RACI.Origin?) {
        if !request.steps.isEmpty, named == nil {
            let planned = try request.steps.map { step in
                Planned(
                    name: step.name, reading: steps.read(step.name, said: try said(step)),
                    responsible: try step.responsible.map { try role($0, step) },
                    accountable: try step.accountable.map { try role($0, step) },
                    settled: [
                        "layer": step.layer, "responsible": step.responsible, "accountable": step.accountable,
                    ].compactMapValues { $0 })
            }
            guard planned.contains(where: { $0.reading.layer != nil }) else {
                throw NoProject(
                    description: "none of the steps is work of the AI/ML stack: name what is done with data, models, "
                        + "their running or prompts, or give a layer with 'layer: mlops'")
            }
            return (planned, nil)
        }
        let reading = request.brief.map(briefs.read)
        guard reading != nil || named != nil else {
            throw RequestError(
                line: nil,
                description:
                    "it names no project: write 'brief:' with what is to be built, or 'steps:', or give --archetype")
        }
        let (archetype, share) = try self.archetype(named, reading)
        let origin = RACI.Origin(
            archetype: archetype.slug, name: archetype.name, summary: archetype.summary, success: archetype.success,
            share: share, words: named == nil ? reading?.words ?? [] : [],
            example: named == nil ? reading?.example : nil,
            near: (named == nil ? reading?.near ?? [] : []).filter { $0 != archetype.slug })
        let data = reading?.data ?? archetype.data
        let planned = archetype.steps.map { step in
            let name = step.name.replacing("{data}", with: data)
            var reading = steps.read(step.name.replacing("{data}", with: archetype.data))
            reading.kind = step.work
            return Planned(name: name, reading: reading, forgotten: step.forgotten)
        }
        return (planned, origin)
    }

    /// The layer that the user gives a step to; nil where they say none.
    private func said(_ step: Request.Step) throws(RequestError) -> Outcome? {
        guard let said = step.layer else { return nil }
        if ["none", "outside"].contains(said.lowercased()) { return .outside }
        guard let layer = Layer(spelled: said) else {
            throw RequestError(
                line: step.line,
                description:
                    "no layer '\(said)'; there are \(Layer.allCases.map(\.slug).joined(separator: ", ")) and outside")
        }
        return .layer(layer)
    }

    private func role(_ name: String, _ step: Request.Step) throws(RequestError) -> String {
        do { return try knowledge.role(named: name).slug } catch {
            throw RequestError(line: step.line, description: "\(error)")
        }
    }

    private func archetype(_ named: String?, _ reading: BriefReader.Reading?) throws -> (Archetype, Double) {
        if let named {
            let known = briefs.archetypes.all.map(\.slug)
            guard let archetype = briefs.archetypes[Slug.of(named)] else {
                throw UnknownName(
                    kind: .archetype, name: named,
                    suggestions: EditDistance.nearest(to: Slug.of(named), of: known).map { [$0] } ?? known)
            }
            return (archetype, 1)
        }
        guard let reading, let slug = reading.archetype, let archetype = briefs.archetypes[slug] else {
            let near = reading?.near ?? []
            let choice = near.isEmpty ? "" : " (the nearest are \(near.joined(separator: ", ")))"
            throw NoProject(
                description:
                    "the brief reads as no AI or data project that Strata knows: say what data goes in and what "
                    + "comes out, choose the sort with --archetype\(choice), or give the steps, one a line")
        }
        return (archetype, reading.share)
    }

    // MARK: Letters

    /// Who does a step answers for it, unless its kind says otherwise; who builds on it is consulted before, whose work it
    /// builds on is informed after, and so is who answers for the whole.
    private func assignments(
        _ index: Int, _ owners: [String], accountable: String, _ crew: Crew
    ) -> [RACI.Assignment] {
        let owner = owners[index]
        var assignments = [RACI.Assignment(role: owner, letter: .responsible)]
        assignments.append(RACI.Assignment(role: accountable, letter: .accountable))
        func add(_ role: String?, _ letter: RACILetter) {
            guard let role, !assignments.contains(where: { $0.role == role }) else { return }
            assignments.append(RACI.Assignment(role: role, letter: letter))
        }
        add(owners.dropFirst(index + 1).first { $0 != owner }, .consulted)
        add(owners.prefix(index).last { $0 != owner }, .informed)
        add(crew.lead, .informed)
        return assignments
    }

    /// Where the work goes on with another role, once for each pair and kind of work.
    private func handOvers(_ steps: [RACI.Step], _ owners: [String]) -> [RACI.HandOver] {
        var found: [RACI.HandOver] = []
        for index in steps.indices.dropLast() where owners[index] != owners[index + 1] {
            let (step, next) = (steps[index], steps[index + 1])
            guard let kind = kinds[step.work], let rule = handOvers[kind, next.layer] else { continue }
            let isKnown = found.contains {
                $0.from == owners[index] && $0.to == owners[index + 1] && $0.provides == kind.provides
            }
            if isKnown { continue }
            found.append(
                RACI.HandOver(
                    from: owners[index], to: owners[index + 1], step: index + 1, nextStep: index + 2,
                    provides: kind.provides, agreement: rule.agreement, check: rule.check))
        }
        return found
    }
}
