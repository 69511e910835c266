internal import StrataModel
internal import StrataQuery

/// How many public lists file a tool under each layer.
struct ListTally {
    var skill: Skill
    /// The layer with the most lists first.
    var layers: [(layer: Layer, lists: Int)]
    /// Lists that file it under any layer.
    var lists: Int
    /// Whether they disagree, as `strata layer` says it.
    var isDisputed: Bool
}

extension CourseFigures {
    static func tallies(_ catalogue: Catalogue, _ references: References) -> [ListTally] {
        var votes: [String: [Vote]] = [:]
        for filing in references.filings {
            for skill in filing.skills {
                votes[skill, default: []].append(
                    Vote(source: filing.source, list: filing.source, category: filing.category, layer: filing.layer))
            }
        }
        return catalogue.skills.filter { $0.kind == .tool }.compactMap { skill in
            var answer = SkillAnswer(query: skill.slug)
            answer.votes = votes[skill.slug] ?? []
            let tally = answer.tally
            guard !tally.isEmpty else { return nil }
            return ListTally(
                skill: skill, layers: tally.map { ($0.layer, $0.lists.count) },
                lists: Set(answer.votes.filter { $0.layer != nil }.map(\.list)).count, isDisputed: answer.isDisputed)
        }
    }

    /// How many disputed tools a lesson shows.
    private static let shown = 12

    /// The disputed tools that most lists know.
    var disputed: Table {
        let most = tallies.filter(\.isDisputed)
            .sorted { ($1.lists, $0.skill.slug) < ($0.lists, $1.skill.slug) }.prefix(Self.shown)
        return Table(
            columns: [
                .init("tool", "Tool"), .init("lists", "Filed by public lists under", wraps: true),
                .init("layer", "Strata's primary layer"),
            ],
            rows: most.map { tally in
                let votes = tally.layers.map { "\($0.layer.name) \($0.lists)" }
                return [
                    .text(tally.skill.name), .text(votes.joined(separator: ", ")),
                    tally.skill.primaryLayer.map { .layer($0) } ?? .text("outside the stack"),
                ]
            })
    }
}
