internal import StrataModel

/// Skills that set apart or differ.
extension ReportPieces {
    /// What sets parts apart, the strongest few of each in one row.
    static func standingOutTable(
        _ rows: [Named<(texts: Int, skills: [SkillComparison])>], of noun: String, most: Int
    ) -> Table? {
        let rows = rows.filter { !$0.value.skills.isEmpty }
        guard !rows.isEmpty else { return nil }
        let marks = marks(rows.map(\.value.texts))
        return Table(
            columns: [
                .init("name", noun), .init("texts", "Texts", .trailing),
                .init("asks_for", "Asks for, with its share and how many times that of all JDs", wraps: true),
            ] + marks.column,
            rows: zip(rows, marks.cells).map { row, mark in
                let skills = row.value.skills.prefix(most).map(standingOut).joined(separator: " · ")
                return [row.label, .integer(row.value.texts), .text(skills)] + mark
            })
    }

    /// A column that marks small samples, with its cells; none where all are large enough.
    static func marks(_ counts: [Int]) -> (column: [Table.Column], cells: [[Table.Cell]]) {
        let least = DemandReport.smallSample
        guard counts.contains(where: { $0 < least }) else { return ([], counts.map { _ in [] }) }
        return ([.init("sample", "Sample")], counts.map { [.text($0 < least ? "n < \(least)" : "")] })
    }

    static func standingOut(_ skill: SkillComparison) -> String {
        let times = skill.lift.map { $0 < 10 ? String(Double(Int($0 * 10 + 0.5)) / 10) : String(Int($0 + 0.5)) }
        return "\(skill.name) \(Figures.percent(skill.share)) (\(times ?? "–")×)"
    }

    /// Skills that set some JDs apart, one a row.
    static func standingOutTable(_ skills: [SkillComparison], title: String? = nil) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("kind", "Kind"), .init("layer", "Layer"),
                .init("texts", "Texts", .trailing), .init("share", "Share", .trailing),
                .init("share_all", "Of all JDs", .trailing), .init("lift", "Times as often", .trailing),
            ],
            rows: skills.map { skill in
                [
                    .text(skill.name), .text(skill.kind.rawValue), skill.layer.map { .layer($0) } ?? .missing,
                    .integer(skill.texts), .percent(skill.share), .percent(skill.otherShare),
                    .number(skill.lift, digits: 1),
                ]
            })
    }

    /// Skills whose shares differ between two samples.
    ///
    /// - parameters:
    ///   - now: what the first sample is called, and `before` the second.
    ///   - texts: heads of the columns that count their texts.
    static func differenceTable(
        _ skills: [SkillComparison], title: String, now: String, before: String, texts: (String, String)
    ) -> Table {
        Table(
            title: title,
            columns: [
                .init("skill", "Skill"), .init("kind", "Kind"), .init("share", now, .trailing),
                .init("share_other", before, .trailing), .init("difference", "Points", .trailing),
                .init("texts", texts.0, .trailing), .init("texts_other", texts.1, .trailing),
            ],
            rows: skills.map { skill in
                [
                    .text(skill.name), .text(skill.kind.rawValue), .percent(skill.share), .percent(skill.otherShare),
                    .number((skill.share - skill.otherShare) * 100, digits: 1), .integer(skill.texts),
                    .integer(skill.otherTexts),
                ]
            })
    }
}
