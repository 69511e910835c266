internal import StrataModel

extension CandidateGaps {
    /// The part of a profile that holds it against a JD or role.
    var blocks: [Block] {
        let title =
            switch target {
            case .jd(let id, let title): "Held against JD \(id): \(title)"
            case .role(_, let name): "Held against the role \(name)"
            }
        var blocks: [Block] = [
            .heading(title),
            .note(
                "By \(basis). What is related is a hint of what to ask about, and no match."),
        ]
        if items.isEmpty { blocks.append(.paragraph("It names nothing that could be looked for.")) }
        if !items.isEmpty { blocks.append(.list(lines)) }
        if !duties.isEmpty { blocks.append(.table(dutyTable)) }
        return blocks
    }

    /// What is shown, what is related and what is not, of what is required and what is preferred: a line each.
    private var lines: [String] {
        let isOfJD = if case .jd = target { true } else { false }
        return [Requirement.required, .preferred].flatMap { requirement in
            Shelf.allCases.compactMap { shelf in
                let items = items.filter { $0.requirement == requirement && $0.shelf == shelf }
                guard !items.isEmpty else { return nil }
                let asked = isOfJD ? (requirement == .required ? "Required, " : "Nice to have, ") : ""
                let words =
                    asked.isEmpty
                    ? shelf.rawValue.prefix(1).uppercased() + shelf.rawValue.dropFirst() : asked + shelf.rawValue
                return "\(words) (\(items.count)): \(items.map(\.inWords).joined(separator: ", "))"
            }
        }
    }

    private var dutyTable: Table {
        Table(
            title: "What the role does and can do",
            columns: [
                .init("duty", "Responsibility or capability", wraps: true),
                .init("shown", "Skills of it that the document shows", wraps: true),
            ],
            rows: duties.map {
                [
                    .text($0.text),
                    .text(
                        $0.shown.isEmpty
                            ? $0.notShown.isEmpty ? "the requirement names no skill: ask" : "none: ask"
                            : $0.shown.joined(separator: ", ")),
                ]
            })
    }
}

/// The words under which an item is listed.
private enum Shelf: String, CaseIterable {
    case shown
    case related = "something of its kind shown"
    case layer = "not named, though other work of its layer is shown"
    case notShown = "not shown in this document"
}

extension CandidateGaps.Item {
    /// `Airflow (built)`, `Databricks (Snowflake, Amazon EMR)`, `SQL (listed; 480 texts)`.
    fileprivate var inWords: String {
        let counted = texts.map { "\(Figures.grouped($0)) texts" }
        let remarks = [remark, counted].compactMap { $0 }
        return remarks.isEmpty ? name : "\(name) (\(remarks.joined(separator: "; ")))"
    }

    fileprivate var shelf: Shelf {
        switch standing {
        case .shown: .shown
        case .related: hint == .layer ? .layer : .related
        case .notShown: .notShown
        }
    }

    private var remark: String? {
        if isDenied { return "said not to be there" }
        return switch hint {
        case nil: depth?.rawValue
        case .role: "by the title \(related.joined(separator: ", "))"
        case .kind: related.joined(separator: ", ")
        case .layer: nil
        }
    }
}
