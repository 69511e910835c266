internal import StrataModel

/// What several answers show of hires.
enum HireTables {
    /// Who of the team might grow into a job instead; none where nobody knows anything of it.
    static func growers(_ hires: [Hire]) -> [Block] {
        let growers = hires.compactMap(\.grower)
        guard !growers.isEmpty else { return [] }
        return [
            .heading("Instead of a hire"),
            .paragraph(
                "Nobody has the job, and these know something of it. Teaching one of them may be nearer than a hire, where "
                    + "somebody else can take over what they do now."),
            .list(growers),
        ]
    }

    /// What each hire is to bring about, in their order.
    static func goals(_ hires: [Hire], naming skill: (String) -> String) -> Table {
        Table(
            columns: [
                .init("order", "#", .trailing), .init("role", "Role", wraps: true), .init("layer", "Layer"),
                .init("goal", "Goal", wraps: true), .init("ask", "Ask for", wraps: true),
                .init("leave_out", "Leave out", wraps: true),
            ],
            rows: hires.map { hire in
                [
                    .integer(hire.order), .text(hire.title), .layer(hire.layer), .text(hire.goal),
                    .text(hire.ask.map(skill).joined(separator: ", ")),
                    .text(hire.leaveOut.map(skill).joined(separator: ", ")),
                ]
            })
    }
}

extension Hire {
    /// Whom to think of before somebody is hired; nil where nobody of the team knows anything of it.
    var grower: String? {
        guard !couldGrow.isEmpty else { return nil }
        let people = couldGrow.map { "\($0.label) (\($0.evidence.joined(separator: "; ")))" }
        return "\(title): \(people.joined(separator: ", "))"
    }

    /// The role's name with what the hire is for.
    var title: String {
        switch purpose {
        case "evaluation": "\(name), for evaluation"
        case "fine-tuning": "\(name), for fine-tuning"
        case "second-model": "\(name), for the second model"
        default: name
        }
    }
}
