public import StrataModel
internal import StrataQuery

extension JDDraft {
    /// What `plan --draft` prints: the JD, and below what it rests on.
    public var document: Document {
        var blocks: [Block] = [.paragraph(mission), .heading("What you will do"), .list(responsibilities)]
        blocks += [.heading("What you bring"), .list(required.map(\.name))]
        if !preferred.isEmpty { blocks += [.heading("Nice to have"), .list(preferred.map(\.name))] }
        if let pay = pay.first {
            let (low, high) = (Figures.fixed(pay.lowerQuartile, digits: 0), Figures.fixed(pay.upperQuartile, digits: 0))
            blocks += [
                .heading("Pay"),
                .paragraph(
                    "\(pay.currency) \(low) to \(high) a year: the middle half of \(pay.count) JDs. Put yours here."),
            ]
        }
        return Document(title: title, blocks: blocks + basis, footer: [MarketWords.basis(jds: jds)])
    }

    /// What whoever publishes it should know, and take out.
    private var basis: [Block] {
        var blocks: [Block] = [.heading("Not for publication: what this rests on")]
        let rows =
            required.map { ($0, "required") } + preferred.map { ($0, "nice to have") }
            + leftOut.map { ($0, "left out") }
        if let texts, required.contains(where: { $0.share != nil }) {
            blocks.append(
                .paragraph("\(Figures.grouped(texts)) JDs of the role; the part of them that ask for each skill:"))
            blocks.append(
                .table(
                    Table(
                        columns: [.init("skill", "Skill"), .init("as", "Here"), .init("share", "JDs", .trailing)],
                        rows: rows.map { [.text($0.0.name), .text($0.1), .percent($0.0.share)] })))
        } else {
            let few =
                texts.map { "The knowledge base has \(Figures.grouped($0)) JDs of the role, too few to build on: " }
                ?? ""
            blocks.append(.note("\(few)the skills are those that Strata's editors ask for in a first hire."))
        }
        if !leftOut.isEmpty {
            blocks.append(
                .note(
                    "Left out, since they make it another job: \(leftOut.map(\.name).joined(separator: ", ")). Who asks for "
                        + "everything finds nobody, or somebody who says yes to everything."))
        }
        return blocks
    }

    /// What `plan --draft --format json` prints.
    public var json: JSONValue {
        func list(_ skills: [Asked]) -> JSONValue {
            .array(
                skills.map {
                    .object([("skill", .string($0.slug)), ("name", .string($0.name)), ("share", .number($0.share))])
                })
        }
        return .object([
            ("role", .string(role)), ("title", .string(title)), ("layer", .string(layer?.slug)),
            ("mission", .string(mission)), ("responsibilities", .array(responsibilities.map { .string($0) })),
            ("required", list(required)), ("preferred", list(preferred)), ("left_out", list(leftOut)),
            ("pay", .array(pay.map(\.json))),
            ("market", .object([("jds", .integer(jds)), ("role_jds", .integer(texts))])),
        ])
    }
}
