public import StrataModel

extension StackReport {
    /// What `report stack` prints.
    public var document: Document {
        var blocks: [Block] = [.facts(facts)]
        if !news.isEmpty { blocks += [.heading("In short"), .list(news)] }
        blocks += [.heading("The layers side by side"), .table(layerTable)]
        if let titleChart { blocks += [.heading("What titles stand for"), .chart(titleChart)] }
        if let trendChart { blocks.append(.chart(trendChart)) }
        blocks += [.heading("Roles and tools"), .table(detailTable)] + pay
        if let together = ReportPieces.togetherChart(whole) { blocks += [.heading("Layers"), .chart(together)] }
        if let sources { blocks += [.heading("Sources"), .table(ReportPieces.sourceTable(sources))] }
        return Document(title: "The stack", subtitle: filter.sentence, blocks: blocks, footer: footer)
    }

    private var facts: [Fact] { totals.facts(filter, before: before) }

    private var news: [String] {
        var news: [String] = []
        if let warning = sources.flatMap({ ReportPieces.sourceWarning($0) }) { news.append(warning) }
        let ranked = layers.sorted { $1.needed.texts < $0.needed.texts }
        if whole.texts > 0, whole.texts < DemandReport.smallSample {
            news.append("A small sample (n < \(DemandReport.smallSample)): chance as much as fact.")
        } else if let first = ranked.first, let last = ranked.last, first.needed.texts > 0 {
            news.append(
                "\(first.layer.name) is needed most, by \(Figures.percent(whole.share(needing: first.layer))) of "
                    + "\(Figures.grouped(whole.texts)) texts; \(last.layer.name) least, by "
                    + "\(Figures.percent(whole.share(needing: last.layer))).")
        }
        return news + titles.prefix(2).compactMap(\.sentence)
    }

    private var layerTable: Table {
        var columns: [Table.Column] = [
            .init("layer", "Layer"), .init("needed", "Needed by", .trailing), .init("share", "Share", .trailing),
            .init("primary", "Primary of", .trailing), .init("primary_share", "Share", .trailing),
        ]
        if textsBefore != nil {
            columns += [.init("needed_before", "Needed before", .trailing), .init("points", "Points", .trailing)]
        }
        return Table(
            columns: columns,
            rows: layers.map { part in
                let cells: [Table.Cell] = [
                    .layer(part.layer), .integer(part.needed.texts), .percent(fraction(part.needed.texts)),
                    .integer(part.primary.texts), .percent(fraction(part.primary.texts)),
                ]
                guard let textsBefore else { return cells }
                let earlier = part.neededBefore.flatMap { textsBefore > 0 ? Double($0) / Double(textsBefore) : nil }
                let points = earlier.map { (fraction(part.needed.texts) - $0) * 100 }
                return cells + [part.neededBefore.map { .integer($0) } ?? .missing, .number(points, digits: 1)]
            }
                + [
                    [
                        .text("No layer"), .missing, .missing, .integer(whole.outside + whole.undecided),
                        .percent(fraction(whole.outside + whole.undecided)),
                    ]
                        + (textsBefore == nil ? [] : [.missing, .missing])
                ])
    }

    private func fraction(_ texts: Int) -> Double { whole.texts > 0 ? Double(texts) / Double(whole.texts) : 0 }

    private var titleChart: Chart? {
        guard !titles.isEmpty else { return nil }
        let marks = ReportPieces.marks(titles.map(\.sample.texts))
        let table = Table(
            columns: [.init("role", "Title names"), .init("texts", "Texts", .trailing)]
                + Layer.allCases.map { .init($0.slug, $0.name, .trailing) }
                + [.init("outside", "Outside", .trailing), .init("undecided", "Undecided", .trailing)] + marks.column,
            rows: zip(titles, marks.cells).map { title, mark in
                [.text(title.role.name), .integer(title.sample.texts)] + title.parts.map { .percent($0.fraction) }
                    + mark
            })
        return Chart(
            title: "Primary layer of the JDs that a title names",
            summary: titles.compactMap(\.sentence).first
                ?? "Fewer than \(DemandReport.smallSample) texts of each title: chance as much as fact.",
            figure: .shares(
                titles.map {
                    Chart.ShareRow(label: $0.role.name, count: $0.sample.texts, parts: $0.parts)
                }), table: table)
    }

    private var trendChart: Chart? {
        guard let periods, layers.allSatisfy({ $0.trend.count == periods.names.count }) else { return nil }
        return ReportPieces.trendChart(
            layers.map { (.layer($0.layer), $0.trend) }, periods, of: "Layer",
            title: "JDs that need each layer, by \(periods.dimension.rawValue)")
    }

    private var detailTable: Table {
        Table(
            columns: [
                .init("layer", "Primary layer"), .init("roles", "Roles", wraps: true),
                .init("tools", "What sets it apart", wraps: true),
            ],
            rows: layers.map { part in
                let roles = part.roles.filter { $0.slug != nil }.prefix(4).map {
                    "\($0.name) \(Figures.grouped($0.texts))"
                }
                return [
                    .layer(part.layer), .text(roles.joined(separator: " · ")),
                    .text(part.standingOut.prefix(5).map(ReportPieces.standingOut).joined(separator: " · ")),
                ]
            })
    }

    private var pay: [Block] {
        ReportPieces.payChart(layers.map { (.layer($0.layer), $0.primary.payFigures) }, of: "Primary layer")
            .map { [.heading("Pay"), .chart($0)] } ?? []
    }

    private var footer: [String] {
        [
            "A JD needs a layer when what it asks for reaches the layer's threshold, so that it may need several; its primary layer is the one with most of the evidence.",
            "Roles are what titles name; roles, tools and pay of a layer are those of the JDs whose primary layer it is.",
            ReportPieces.textsMethod, ReportPieces.standingOutMethod(against: ReportPieces.sameFilters),
            ReportPieces.payMethod, basis.sentence,
        ]
    }
}

extension StackReport.TitlePart {
    /// Its layers, outside and undecided, as parts of all.
    var parts: [Chart.ShareRow.Part] {
        func part(_ name: String, _ count: Int, _ layer: Layer? = nil) -> Chart.ShareRow.Part {
            Chart.ShareRow.Part(
                name: name, fraction: sample.texts > 0 ? Double(count) / Double(sample.texts) : 0, layer: layer)
        }
        return Layer.allCases.map { part($0.name, sample.primary[$0.index], $0) }
            + [part("Outside the stack", sample.outside), part("Undecided", sample.undecided)]
    }

    /// `Of 642 texts called Machine Learning Engineer 78% are Applied ML, 12% MLOps, ...`.
    var sentence: String? {
        guard sample.texts >= DemandReport.smallSample else { return nil }
        let shares = parts.filter { $0.fraction >= 0.01 }.sorted { $1.fraction < $0.fraction }
            .map { "\(Figures.percent($0.fraction)) \($0.layer == nil ? $0.name.lowercased() : $0.name)" }
        return "Of \(Figures.grouped(sample.texts)) texts called \(role.name), \(shares.joined(separator: ", "))."
    }
}

extension DemandReport.Totals {
    /// What a report counts, and what it leaves out.
    ///
    /// - parameter withTexts: whether distinct texts are among them; where a report counts parts of all texts it says so itself.
    func facts(_ filter: JDFilter, before: DateWindow?, withTexts: Bool = true) -> [Fact] {
        var facts = [Fact("JDs", Figures.grouped(jds))]
        if withTexts { facts.append(Fact("Distinct texts", Figures.grouped(distinctTexts))) }
        facts.append(Fact("Sightings", Figures.grouped(sightings)))
        if undated > 0 || filter.isBounded {
            facts.append(
                Fact(
                    "Undated", "\(Figures.grouped(undated))\(filter.isBounded ? ", left out" : ", counted in JDs")"
                ))
        }
        let some = undecided > 0 ? ", \(Figures.grouped(undecided)) of them undecided: too little evidence" : ""
        facts.append(Fact("Without a layer", "\(Figures.grouped(outsideStack)) outside the stack\(some)"))
        if let before {
            facts.append(Fact("Compared with", "\(Figures.grouped(jdsBefore ?? 0)) JDs \(before.sentence)"))
        }
        return facts
    }
}
