internal import StrataModel

/// Tables, charts and remarks that several reports have.
enum ReportPieces {
    /// Rows of parts of the JDs, by what each part is called.
    typealias Named<Value> = (label: Table.Cell, value: Value)

    // MARK: Method

    static let textsMethod =
        "Texts are JDs without repeats: of JDs whose texts are almost the same (reposts, one JD in many cities) the first imported of those counted speaks for all. "
        + "Shares of skills and layers, pay and differences are of texts."
    static let payMethod =
        "Pay: the middle of the range that a text states, over a year of full work (2,080 hours, 260 days, 52 weeks, 12 months), "
        + "in its own currency; quartiles between figures in proportion (Hyndman and Fan's method 7); nothing below \(PayFigures.least) texts."
    /// - parameter whole: the JDs that a part is held against.
    static func standingOutMethod(against whole: String) -> String {
        "What sets apart: tools and practices that at least \(NumberedNames.leastTexts) texts ask for, more often than \(whole), "
            + "ranked by the log-likelihood ratio (Dunning 1993; at least 10.83, which chance reaches once in a thousand times)."
    }
    static let sameFilters = "all JDs under the report's filters"
    static let differenceMethod =
        "Differences of skills: two-sided z test of two proportions, of all skills together, so that of those named 5% at most are expected to be chance "
        + "(Benjamini and Hochberg 1995)."
}

extension Table.Cell {
    /// What it says as a name.
    var name: String {
        switch self {
        case .text(let text): text
        case .layer(let layer): layer.name
        default: ""
        }
    }

    var layer: Layer? {
        if case .layer(let layer) = self { layer } else { nil }
    }
}
