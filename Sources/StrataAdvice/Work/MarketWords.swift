internal import StrataModel
internal import StrataQuery

/// What answers say of the figures that they rest on.
enum MarketWords {
    /// - parameter jds: distinct JDs of the knowledge base; nil without one.
    static func basis(jds: Int?) -> String {
        guard let jds else {
            return
                "No market data: no knowledge base was asked. Import JDs, or name one with --db, and the answer says what "
                + "real JDs ask for."
        }
        return
            "Market figures: \(Figures.grouped(jds)) distinct JDs of the knowledge base; of JDs whose texts are almost the "
            + "same one speaks for all."
    }

    /// How many JDs there are, a small sample marked as one.
    static func count(_ jds: Int?) -> Table.Cell {
        guard let jds else { return .missing }
        return jds < DemandReport.smallSample ? .text("\(jds) (small sample)") : .integer(jds)
    }
}
