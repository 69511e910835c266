public import StrataModel

extension JDPage {
    /// What `jds` prints: with the share of the layer asked for, else of the primary one.
    public var document: Document {
        let columns: [Table.Column] = [
            .init("id", "ID", .trailing), .init("title", "Title"), .init("company", "Company"),
            .init("location", "Location"), .init("posted_on", "Posted"), .init("primary_layer", "Primary layer"),
            .init("share", layer.map(\.name) ?? "Share", .trailing),
        ]
        let alike: [Table.Column] = isDistinct ? [.init("alike", "Alike", .trailing)] : []
        let rows = jds.map { jd -> [Table.Cell] in
            [
                .text(String(jd.id)), .text(jd.title), .text(jd.company), .text(jd.location), .text(jd.postedOn),
                jd.primaryCell,
                .percent(layer.map { jd.shares[$0] } ?? jd.primaryShare),
            ] + (isDistinct ? [.text(jd.alike > 0 ? "+\(jd.alike)" : "")] : [])
        }
        let title = layer.map { "\(counted(total, noun)) that \(total == 1 ? "needs" : "need") \($0.name)" }
        return Document(
            title: title ?? counted(total, noun),
            blocks: [.table(Table(columns: columns + alike, rows: rows))] + corrected + standIns
                + leftOut(of: total, shown: jds.count))
    }

    private var noun: String { isDistinct ? "distinct JD" : "JD" }

    private var standIns: [Block] {
        isDistinct && jds.contains { $0.alike > 0 }
            ? [.note("Alike: other JDs of almost the same text; 'strata show ID' names them.")] : []
    }

    private var corrected: [Block] {
        jds.contains { $0.labelledAt != nil } ? [.note("* Your word, in the place of Strata's verdict.")] : []
    }

    /// Every figure of every JD, for programs.
    public var table: Table {
        Table(columns: JDSummary.columns, rows: jds.map(\.cells))
    }
}

extension [JDDetail] {
    /// Every figure of every JD, for programs.
    public var table: Table { Table(columns: JDSummary.columns, rows: map(\.summary.cells)) }
}

extension SearchPage {
    /// What `search` prints: each JD with the passage that was found.
    public var document: Document {
        let passages = hits.flatMap { hit -> [Block] in
            let jd = hit.jd
            let facts = [jd.company, jd.location, jd.postedOn, jd.primaryLayer?.name ?? "no layer"].compactMap { $0 }
            return [
                .heading("\(jd.id)  \(jd.title)\(isDistinct && jd.alike > 0 ? " (+\(jd.alike) alike)" : "")"),
                .note(facts.joined(separator: " · ")), .markedText(hit.snippet),
            ]
        }
        return Document(
            title: "\(counted(total, isDistinct ? "distinct JD" : "JD")) found", subtitle: query,
            blocks: passages + leftOut(of: total, shown: hits.count))
    }

    /// Every figure of every JD, with its score and passage, for programs.
    public var table: Table {
        Table(
            columns: JDSummary.columns + [.init("score", "Score", .trailing), .init("snippet", "Passage")],
            rows: hits.map { $0.jd.cells + [.number($0.score, digits: 4), .text($0.snippet.text)] })
    }
}

/// `1 JD`, `12 JDs`.
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

extension JDSummary {
    /// The primary layer's share; without one, that of what lies outside.
    fileprivate var primaryShare: Double { primaryLayer.map { shares[$0] } ?? shares[.outside] }

    /// The primary layer; marked where it is a person's word.
    fileprivate var primaryCell: Table.Cell {
        let name = primaryLayer?.name ?? "none"
        return labelledAt == nil ? primaryLayer.map { .layer($0) } ?? .text(name) : .text("\(name)*")
    }

    static var columns: [Table.Column] {
        let texts = ["id", "title", "company", "location", "posted_on", "role", "seniority", "primary_layer", "needs"]
        let shares = Outcome.allCases.map(\.slug)
        let others = [
            "salary_min", "salary_max", "salary_currency", "salary_period", "sightings", "source", "first_seen",
            "last_seen", "url", "thin", "label", "duplicate_group", "alike", "city", "region", "country", "workplace",
            "language", "truncated", "salary_yearly_min", "salary_yearly_max",
        ]
        return (texts + shares + others).map { Table.Column($0, $0) }
    }

    /// Under ``columns``.
    var cells: [Table.Cell] {
        let texts: [Table.Cell] = [
            .text(String(id)), .text(title), .text(company), .text(location), .text(postedOn), .text(role),
            .text(seniority), .text(primaryLayer?.slug), .text(needs.map(\.slug).joined(separator: " ")),
        ]
        let fractions: [Table.Cell] = Outcome.allCases.map { .number(shares[$0], digits: 4) }
        let others: [Table.Cell] = [
            Self.number(salary?.min), Self.number(salary?.max), .text(salary?.currency),
            .text(salary?.period?.rawValue), .integer(sightings), .text(source), .text(firstSeen), .text(lastSeen),
            .text(url), .text(isThin ? "yes" : "no"), .text(label), .text(String(duplicateGroup)), .integer(alike),
            .text(place.city), .text(place.region), .text(place.country), .text(place.workplace?.rawValue),
            .text(language), .text(isTruncated ? "yes" : "no"), Self.number(salary?.yearlyMin),
            Self.number(salary?.yearlyMax),
        ]
        return texts + fractions + others
    }

    private static func number(_ value: Double?) -> Table.Cell { value.map { .number($0, digits: 2) } ?? .missing }
}
