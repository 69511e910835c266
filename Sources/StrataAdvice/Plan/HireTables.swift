internal import StrataModel

/// Tables of hires that several answers have.
enum HireTables {
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
