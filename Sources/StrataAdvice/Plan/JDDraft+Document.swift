public import StrataModel
internal import StrataQuery

extension JDDraft {
    /// What Strata cannot know, as it stands in the draft.
    static let placeholders = ["[company]", "[place]", "[contact]"]

    /// What `plan --draft` prints: the JD, and below what it rests on.
    public var document: Document {
        var blocks: [Block] = [
            .note(
                "A draft. Fill in what stands in square brackets: Strata cannot know it. Take out this line, and all from "
                    + "“Not for publication” on."),
            .facts([
                Fact("Company", "[company]"), Fact("Place", "[place], [on site, hybrid or remote]"),
                Fact("Hours", "[full or part time]"), Fact("Pay", payText),
            ]),
            .paragraph("[company] is looking for \(Prose.withArticle(title)). \(mission)"),
            .heading("What you will do"), .paragraph("You will:"), .list(responsibilities),
        ]
        if let goal { blocks += [.heading("Your first 90 days"), .paragraph("By their end: \(goal)")] }
        blocks += [
            .heading("What you bring"), .paragraph("You have experience with:"),
            .list(required.isEmpty ? ["[what the job asks for]"] : required.map(\.name)),
        ]
        if !preferred.isEmpty {
            blocks += [
                .heading("Nice to have"), .paragraph("You need none of these to apply:"),
                .list(preferred.map(\.inMarket)),
            ]
        }
        blocks += [
            .heading("How to apply"),
            .paragraph("Write to [contact] by [date]. [your statement on equal opportunity]"),
        ]
        return Document(
            title: title, subtitle: "Job description, draft", blocks: blocks + basisBlocks,
            footer: [MarketWords.basis(jds: jds)])
    }

    /// What others pay, with how many say so; a blank where too few do.
    private var payText: String {
        guard !pay.isEmpty else { return "[pay a year]" }
        let ranges = pay.prefix(2).map { pay in
            let (low, high) = (Figures.fixed(pay.lowerQuartile, digits: 0), Figures.fixed(pay.upperQuartile, digits: 0))
            return
                "\(pay.currency) \(low) to \(high) a year (the middle half of \(Figures.grouped(pay.count)) such JDs)"
        }
        return "[your pay]; others: \(ranges.joined(separator: ", "))"
    }

    /// What whoever publishes it should know, and take out.
    private var basisBlocks: [Block] {
        var blocks: [Block] = [.heading("Not for publication: what this rests on"), .paragraph(basisText)]
        let rows =
            required.map { ($0, "must have") } + preferred.map { ($0, "nice to have") }
            + leftOut.map { ($0, "left out") }
        if rows.contains(where: { $0.0.texts != nil }) {
            blocks.append(
                .table(
                    Table(
                        columns: [
                            .init("skill", "Skill"), .init("as", "Here"),
                            .init("texts", "JDs that ask for it", .trailing),
                            .init("share", "Share", .trailing),
                        ],
                        rows: rows.map {
                            [
                                .text($0.0.name), .text($0.1), $0.0.texts.map { .integer($0) } ?? .missing,
                                .percent($0.0.share),
                            ]
                        })))
        }
        if !leftOut.isEmpty {
            blocks.append(
                .note("Left out, since they make it another job: \(leftOut.map(\.name).joined(separator: ", "))."))
        }
        return blocks
    }

    private var basisText: String {
        guard !required.isEmpty else {
            return "Neither the rules nor enough JDs say what the job asks for: it is left to you."
        }
        let musts =
            switch basis {
            case .plan: "The must-haves are what the plan asks of this hire, in its order"
            case .rules:
                "The must-haves are what Strata's rules ask of a first hire of the role (hires.tsv), in their order"
            case .market: "The must-haves are the tools and languages that these JDs ask for most"
            case .layer: "The must-haves are the signature tools of the role's layer"
            }
        let most = "; there are at most \(Self.mostRequired), so that each of them decides something."
        guard let texts else { return musts + most }
        let small =
            "The knowledge base has \(Figures.grouped(texts)) JDs of the role, too few to say what the market asks for."
        let market =
            "The nice-to-haves are tools and languages that the market asks for besides, out of \(Figures.grouped(texts)) JDs of the role."
        return musts + most + " " + (required.contains { $0.of != nil } ? market : small)
    }

    /// What `plan --draft --format json` prints.
    public var json: JSONValue {
        func list(_ skills: [Asked]) -> JSONValue {
            .array(
                skills.map {
                    .object([
                        ("skill", .string($0.slug)), ("name", .string($0.name)), ("jds", .integer($0.texts)),
                        ("share", .number($0.share)),
                    ])
                })
        }
        return .object([
            ("role", .string(role)), ("title", .string(title)), ("layer", .string(layer?.slug)),
            ("mission", .string(mission)), ("responsibilities", .array(responsibilities.map { .string($0) })),
            ("goal", .string(goal)), ("basis", .string(basis.rawValue)), ("required", list(required)),
            ("preferred", list(preferred)), ("left_out", list(leftOut)),
            ("placeholders", .array(Self.placeholders.map { .string($0) })), ("pay", .array(pay.map(\.json))),
            ("market", .object([("jds", .integer(jds)), ("role_jds", .integer(texts))])),
        ])
    }
}

extension JDDraft.Asked {
    /// `dbt: also asked for in 190 of 761 such JDs`.
    fileprivate var inMarket: String {
        guard let texts, let of else { return name }
        return "\(name): also asked for in \(Figures.grouped(texts)) of \(Figures.grouped(of)) such JDs"
    }
}
