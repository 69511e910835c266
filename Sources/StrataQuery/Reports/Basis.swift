internal import GRDB

/// What a report rests on: whose verdicts it counts, and up to when JDs are known.
public struct Basis: Sendable, Hashable {
    /// Versions of the catalogue and the weights that gave the verdicts.
    public var catalogue: Int
    public var weights: Int
    /// Whether JDs are weighed by numbers that the user has learnt.
    public var hasOwnWeights: Bool
    /// Whether the user has changed the catalogue.
    public var hasEdits: Bool
    /// Whether some verdicts come from an older catalogue or older weights.
    public var isStale: Bool

    init(_ db: Database) throws {
        func meta(_ name: String) throws -> Int {
            try Int.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?", arguments: [name]) ?? 0
        }
        func holds(_ table: String) throws -> Bool {
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
        }
        catalogue = try meta("catalogue_version")
        weights = try meta("weights_version")
        hasOwnWeights = try holds("own_parameter")
        hasEdits = try holds("catalogue_edit")
        isStale = try meta("verdicts_revision") < meta("revision")
    }

    /// For a report's footer.
    var sentence: String {
        let catalogue = "catalogue \(catalogue)\(hasEdits ? " with changes of your own" : "")"
        let weights = hasOwnWeights ? "weights of your own (over \(weights))" : "weights \(weights)"
        let stale =
            isStale ? " Some are of an older catalogue or older weights: 'strata db reclassify' renews them." : ""
        return "Verdicts by \(catalogue) and \(weights).\(stale)"
    }
}
