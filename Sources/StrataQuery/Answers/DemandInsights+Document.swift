internal import StrataModel

extension DemandReport {
    /// The report in a few sentences, then what is behind them.
    var insightBlocks: [Block] {
        guard let insights else {
            return (crossedTrend.map { [.chart($0)] } ?? []) + [.table(table)] + notes.map(Block.note)
        }
        var blocks: [Block] = []
        let news = news(insights)
        if !news.isEmpty { blocks += [.heading("In short"), .list(news)] }
        blocks += trend(insights).map { [.chart($0)] } ?? []
        blocks += [.heading("Demand"), .table(table)] + notes.map(Block.note)
        blocks += apart(insights) + pay(insights) + changes(insights) + layers(insights) + sources(insights)
        return blocks
    }

    /// What a report rests on.
    var footer: [String] {
        guard let insights else { return basis.map { [$0.sentence] } ?? [] }
        var texts = [ReportPieces.textsMethod]
        if !insights.standingOut.isEmpty || !insights.wholeStandingOut.isEmpty {
            texts.append(ReportPieces.standingOutMethod(against: "all JDs of the same dates and source"))
        }
        if !insights.whole.payFigures.isEmpty { texts.append(ReportPieces.payMethod) }
        if insights.textsBefore != nil { texts.append(ReportPieces.differenceMethod) }
        return texts + (basis.map { [$0.sentence] } ?? [])
    }

    private var dimension: Dimension { dimensions[0] }
    private var noun: String { dimension.title }

    /// The labels of the rows that are explained.
    private func labels(_ count: Int) -> [Table.Cell] {
        rows.prefix(count).map { Self.cell(dimension, $0.values[0]) }
    }

    private func news(_ insights: DemandInsights) -> [String] {
        var news: [String] = []
        if let before = totals.jdsBefore, before > 0, let window = self.before {
            let change = Double(totals.jds - before) / Double(before)
            news.append(
                change == 0
                    ? "\(Figures.grouped(totals.jds)) JDs, as many as \(window.sentence)."
                    : "\(Figures.grouped(totals.jds)) JDs, "
                        + ReportPieces.change(change, "more than", "fewer than", times: "as many as")
                        + " the \(Figures.grouped(before)) \(window.sentence)."
            )
        }
        if let warning = insights.sources.flatMap({ ReportPieces.sourceWarning($0) }) { news.append(warning) }
        if !dimension.isTime, dimension != .source, let top, top.jds > 0 {
            let change = top.change.map {
                $0 == 0
                    ? ""
                    : ", "
                        + ReportPieces.change($0, "more than before", "fewer than before", times: "as many as before")
            }
            news.append(
                "Most JDs by \(noun.lowercased()): \(top.values[0].name), \(Figures.grouped(top.jds)) (\(Figures.percent(top.share)))\(change ?? "")\(top.remark.map { "; a small sample (\($0))" } ?? "")."
            )
        }
        for (word, skills) in [("Rising", insights.rising), ("Falling", insights.falling)] where !skills.isEmpty {
            let few = skills.prefix(5).map {
                "\($0.name) (\(Figures.percent($0.otherShare)) to \(Figures.percent($0.share)))"
            }
            news.append("\(word) by more than chance: \(few.joined(separator: ", ")).")
        }
        if let textsBefore = insights.textsBefore, insights.rising.isEmpty, insights.falling.isEmpty {
            let isSmall = min(insights.whole.texts, textsBefore) < DemandReport.smallSample
            news.append(
                isSmall
                    ? "There are too few texts to tell which skills rise or fall (n < \(DemandReport.smallSample))."
                    : "No skill rises or falls by more than chance.")
        }
        return news
    }

    /// Lines for the rows with the most JDs, for all JDs where rows are of time.
    private func trend(_ insights: DemandInsights) -> Chart? {
        guard let periods = insights.periods else { return nil }
        let span = periods.dimension.rawValue
        if dimension.isTime || insights.trends.isEmpty {
            return ReportPieces.trendChart(
                [(.text("All JDs"), insights.trend)], periods, of: "JDs", title: "JDs seen by \(span)")
        }
        let rows = zip(labels(insights.trends.count), insights.trends).filter { $0.0.name != Value.none.name }
            .sorted { $0.1.reduce(0, +) > $1.1.reduce(0, +) }
        return ReportPieces.trendChart(
            Array(rows.prefix(Self.mostLines)), periods, of: noun,
            title: "JDs seen by \(span), by \(noun.lowercased())")
    }

    /// The same of a report that crosses a dimension with time.
    private var crossedTrend: Chart? {
        guard let overTime, let other = dimensions.first(where: { !$0.isTime }) else { return nil }
        let rows = zip(overTime.values, overTime.trends).prefix(Self.mostLines).map { (Self.cell(other, $0), $1) }
        return ReportPieces.trendChart(
            rows, overTime.periods, of: other.title,
            title: "JDs seen by \(overTime.periods.dimension.rawValue), by \(other.title.lowercased())")
    }

    /// More lines than these cannot be told apart.
    private static let mostLines = 6

    private func apart(_ insights: DemandInsights) -> [Block] {
        let parts = zip(insights.parts.map(\.texts), insights.standingOut).map { (texts: $0, skills: $1) }
        let rows = zip(labels(parts.count), parts).filter { $0.0.name != Value.none.name }
        let table = ReportPieces.standingOutTable(Array(rows.prefix(12)), of: noun, most: 3)
        let whole = insights.wholeStandingOut.prefix(10)
        var blocks: [Block] = []
        if !whole.isEmpty {
            blocks += [.heading("What sets these JDs apart"), .table(ReportPieces.standingOutTable(Array(whole)))]
        }
        if let table { blocks += [.heading("What sets each \(noun.lowercased()) apart"), .table(table)] }
        if table != nil, zip(self.rows, insights.parts).contains(where: { $0.distinct != $1.texts }) {
            blocks.append(
                .note(
                    "Distinct counts a text in each row that repeats it, Texts only in the row of the JD that speaks for it."
                ))
        }
        return blocks
    }

    private func pay(_ insights: DemandInsights) -> [Block] {
        let parts = zip(labels(insights.parts.count), insights.parts).map { ($0, $1.payFigures) }
        let whole = [(Table.Cell.text("All of these JDs"), insights.whole.payFigures)]
        let rows = parts.filter { !$0.1.isEmpty && $0.0.name != Value.none.name }
        guard let chart = ReportPieces.payChart(rows.isEmpty ? whole : rows, of: rows.isEmpty ? "JDs" : noun) else {
            return [
                .heading("Pay"), .note("Fewer than \(PayFigures.least) texts state what they pay, in one currency."),
            ]
        }
        let stated = insights.whole.pay.values.reduce(0) { $0 + $1.count }
        return [
            .heading("Pay"), .chart(chart),
            .note(
                "\(Figures.grouped(stated)) of \(Figures.grouped(insights.whole.texts)) texts state what they pay, in what currency and for what time."
            ),
        ]
    }

    private func changes(_ insights: DemandInsights) -> [Block] {
        guard insights.textsBefore != nil else { return [] }
        var blocks: [Block] = []
        for (title, skills) in [("Rising skills", insights.rising), ("Falling skills", insights.falling)]
        where !skills.isEmpty {
            blocks.append(
                .table(
                    ReportPieces.differenceTable(
                        Array(skills.prefix(12)), title: title, now: "Now", before: "Before",
                        texts: ("Texts", "Texts before"))))
        }
        return blocks.isEmpty ? [] : [.heading("Skills that rise and fall")] + blocks
    }

    private func layers(_ insights: DemandInsights) -> [Block] {
        ReportPieces.togetherChart(insights.whole).map { [.heading("Layers"), .chart($0)] } ?? []
    }

    private func sources(_ insights: DemandInsights) -> [Block] {
        guard let mix = insights.sources, !mix.rows.isEmpty else { return [] }
        return [.heading("Sources"), .table(ReportPieces.sourceTable(mix))]
    }
}
