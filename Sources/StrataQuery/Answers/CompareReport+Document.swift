public import StrataModel

extension CompareReport {
    /// What `report compare` prints.
    public var document: Document {
        var blocks: [Block] = [.table(totalsTable)]
        if !news.isEmpty { blocks += [.heading("In short"), .list(news)] }
        blocks += [.heading("Layers needed"), .table(table(layers, "layer", "Layer"))]
        blocks += [.heading("Roles"), .table(table(Array(roles.prefix(15)), "role", "Role"))]
        if roles.count > 15 { blocks.append(.note("15 of \(roles.count) roles; JSON has all.")) }
        if !more.isEmpty || !less.isEmpty { blocks.append(.heading("Skills")) }
        for (side, skills) in [(a.name, more), (b.name, less)] where !skills.isEmpty {
            blocks.append(
                .table(
                    ReportPieces.differenceTable(
                        Array(skills.prefix(15)), title: "Asked for more in \(side)", now: a.name, before: b.name,
                        texts: ("Texts \(a.name)", "Texts \(b.name)"))))
        }
        if !seniorities.isEmpty {
            blocks += [.heading("Seniority"), .table(table(seniorities, "seniority", "Seniority"))]
        }
        if let pay = ReportPieces.payChart(
            [(.text(a.name), a.sample.payFigures), (.text(b.name), b.sample.payFigures)], of: "JDs")
        {
            blocks += [.heading("Pay"), .chart(pay)]
        }
        return Document(
            title: "\(a.name) and \(b.name)", subtitle: shared.sentence, blocks: blocks,
            footer: [
                "'Differs' names a difference that chance alone would reach less than once in twenty times (two-sided z test of two proportions); of many rows some differ so by chance.",
                ReportPieces.textsMethod, ReportPieces.differenceMethod, ReportPieces.payMethod, basis.sentence,
            ])
    }

    private var news: [String] {
        var news: [String] = []
        if a.filter.source == b.filter.source, let warning = ReportPieces.sourceWarning(sources, b.name) {
            news.append(warning)
        }
        if common > 0 {
            let some = common == 1 ? "1 JD is" : "\(Figures.grouped(common)) JDs are"
            news.append("\(some) on both sides; the tests of chance are for sides that have none in common.")
        }
        for side in [a, b] where side.sample.texts < DemandReport.smallSample {
            news.append(
                side.sample.texts == 0
                    ? "\(side.name) holds no JDs: there is nothing to compare."
                    : "\(side.name) is a small sample (n < \(DemandReport.smallSample)): chance as much as difference.")
        }
        let sound = layers.filter { ($0.probability ?? 1) < 0.05 }
            .max { ($0.share - $0.otherShare).magnitude < ($1.share - $1.otherShare).magnitude }
        if let sound {
            news.append(
                "\(sound.name) is needed by \(Figures.percent(sound.share)) of the texts in \(a.name), by \(Figures.percent(sound.otherShare)) in \(b.name)."
            )
        }
        for (side, skills) in [(a.name, more), (b.name, less)] where !skills.isEmpty {
            let few = skills.prefix(5).map {
                "\($0.name) (\(Figures.percent($0.share)), \(Figures.percent($0.otherShare)))"
            }
            news.append("Asked for more in \(side): \(few.joined(separator: ", ")).")
        }
        if more.isEmpty, less.isEmpty, min(a.sample.texts, b.sample.texts) >= DemandReport.smallSample {
            news.append("No skill differs by more than chance.")
        }
        return news
    }

    private var totalsTable: Table {
        func row(_ name: String, _ figure: (Side) -> Int) -> [Table.Cell] {
            [.text(name), .integer(figure(a)), .integer(figure(b))]
        }
        let isBounded = [a.filter.isBounded, b.filter.isBounded]
        let undated =
            isBounded == [true, true]
            ? "Undated, left out" : isBounded == [false, false] ? "Undated among them" : "Undated"
        return Table(
            title: "Totals",
            columns: [.init("what", "Counted"), .init("a", a.name, .trailing), .init("b", b.name, .trailing)],
            rows: [
                row("JDs") { $0.totals.jds }, row("On both sides") { _ in common },
                row("Distinct texts") { $0.totals.distinctTexts },
                row("Sightings") { $0.totals.sightings }, row("Outside the stack") { $0.totals.outsideStack },
                row("Undecided among them") { $0.totals.undecided }, row(undated) { $0.totals.undated },
            ])
    }

    private func table(_ rows: [Row], _ key: String, _ title: String) -> Table {
        Table(
            columns: [
                .init(key, title), .init("share_a", a.name, .trailing), .init("share_b", b.name, .trailing),
                .init("points", "Points", .trailing), .init("texts_a", "Texts \(a.name)", .trailing),
                .init("texts_b", "Texts \(b.name)", .trailing), .init("differs", "Differs"),
            ],
            rows: rows.map { row in
                [
                    key == "layer" ? row.layer.map { .layer($0) } ?? .text(row.name) : .text(row.name),
                    .percent(row.share), .percent(row.otherShare),
                    .number((row.share - row.otherShare) * 100, digits: 1), .integer(row.texts),
                    .integer(row.otherTexts),
                    .text(row.probability.map { $0 < 0.05 ? "yes" : "" } ?? "too few"),
                ]
            })
    }

    /// What `report compare --format json` prints.
    public var json: JSONValue {
        .object([
            ("filters", shared.json), ("a", a.json), ("b", b.json), ("jds_in_both", .integer(common)),
            ("layers", rows(layers, "layer")),
            ("roles", rows(roles, "role")), ("seniorities", rows(seniorities, "seniority")),
            ("more", .array(more.map { $0.json("other") })), ("less", .array(less.map { $0.json("other") })),
            ("source_mix", sources.json), ("basis", basis.json),
        ])
    }

    private func rows(_ rows: [Row], _ key: String) -> JSONValue {
        .array(
            rows.map { row in
                .object([
                    (key, .string(row.slug)), ("name", .string(row.name)), ("texts", .integer(row.texts)),
                    ("texts_other", .integer(row.otherTexts)), ("share", .number(row.share)),
                    ("share_other", .number(row.otherShare)), ("probability", .number(row.probability)),
                ])
            })
    }
}

extension CompareReport.Side {
    fileprivate var json: JSONValue {
        .object([
            ("side", .string(text)), ("filters", filter.json), ("window", filter.windowJSON(before: nil)),
            ("totals", totals.json), ("texts", .integer(sample.texts)), ("layers", sample.layersJSON),
            ("pay", .array(sample.payFigures.map(\.json))),
        ])
    }
}
