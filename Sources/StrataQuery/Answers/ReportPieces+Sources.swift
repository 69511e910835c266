internal import StrataModel

/// Where JDs come from.
extension ReportPieces {
    static func sourceTable(_ mix: SourceMix) -> Table {
        Table(
            title: "Where the JDs come from",
            columns: [
                .init("source", "Source"), .init("jds", "JDs", .trailing), .init("share", "Share", .trailing),
                .init("jds_before", "JDs before", .trailing), .init("share_before", "Share before", .trailing),
            ],
            rows: mix.rows.map {
                [
                    .text($0.source), .integer($0.jds), .percent($0.share), .integer($0.jdsBefore),
                    .percent($0.shareBefore),
                ]
            })
    }

    /// What is to be said where the sources have changed.
    static func sourceWarning(_ mix: SourceMix, _ noun: String = "before") -> String? {
        guard mix.hasChanged else { return nil }
        let moved = mix.rows.max { ($0.share - $0.shareBefore).magnitude < ($1.share - $1.shareBefore).magnitude }
        let example =
            moved.map {
                ", \($0.source) \(Figures.percent($0.share)) of the JDs where it was \(Figures.percent($0.shareBefore))"
            } ?? ""
        return
            "The JDs come from other sources than \(noun) (the mix has shifted by \(Figures.percent(mix.shift))\(example)): "
            + "a change may be the collection's and not the market's. Compare within one with --source."
    }
}
