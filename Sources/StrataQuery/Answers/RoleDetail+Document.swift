public import StrataModel

extension RoleDetail {
    /// What `roles show` prints.
    public var document: Document {
        var facts = [
            Fact("Home layer", role.layer?.name ?? "outside the stack"), Fact("Slug", role.slug),
            Fact("Ladder", role.ladder.isEmpty ? "–" : role.ladder.joined(separator: ", ")),
            Fact("Titles", role.titlePhrases.joined(separator: ", ")),
        ]
        if let jds { facts.append(Fact("JDs", "\(jds)")) }
        var blocks: [Block] = role.mission.isEmpty ? [] : [.paragraph(role.mission)]
        blocks.append(.facts(facts))
        if !role.responsibilities.isEmpty { blocks += [.heading("Responsibilities"), .list(role.responsibilities)] }
        if !role.capabilities.isEmpty { blocks += [.heading("Capabilities"), .list(role.capabilities)] }
        if let exposure { blocks += [.heading("AI exposure"), .paragraph(exposure)] }
        if !edits.isEmpty { blocks.append(.note("You have changed it: 'strata catalogue diff' shows how.")) }
        return Document(title: role.name, blocks: blocks)
    }

    /// The nearest occupation's figure, said to be that and no more.
    private var exposure: String? {
        guard let occupation else { return nil }
        let percent = Int((occupation.exposure * 100).rounded())
        return """
            Nearest occupation: \(occupation.title) (O*NET-SOC \(occupation.code)), \(percent)% exposed to language models \
            by GPT-4-rated beta in \(occupationSource ?? occupation.source). The figure is that occupation's, not this role's.
            """
    }

    /// What `roles show --format json` prints.
    public var json: JSONValue {
        guard case .object(let members) = RoleList.Row(role: role, jds: jds).json else { return .null }
        let nearest: JSONValue =
            occupation.map { occupation in
                .object([
                    ("code", .string(occupation.code)), ("title", .string(occupation.title)),
                    ("exposure", .number(occupation.exposure)), ("source", .string(occupationSource)),
                    ("note", .string("nearest occupation's figure, not the role's")),
                ])
            } ?? .null
        return .object(
            members.filter { $0.key != "nearest_occupation" }
                + [
                    ("lean", .object(role.lean.nonZero.map { ($0.0.slug, .number($0.1)) })),
                    ("nearest_occupation", nearest), ("edited", .bool(!edits.isEmpty)),
                ])
    }
}
