internal import StrataModel

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
}
