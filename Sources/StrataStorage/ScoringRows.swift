internal import GRDB
public import StrataModel

/// The rows of the linear model: what ships, and what the user has learnt over it.
enum ScoringRows {
    /// Puts the numbers that ship in the place of those of before.
    static func replaceSeeds(_ scoring: Scoring, _ db: Database) throws {
        try replace(scoring, weights: "scoring_weight", parameters: "scoring_parameter", db)
        try Meta.set(.weightsVersion, scoring.version, db)
    }

    /// The numbers that ship, as the tables have them.
    static func seeds(_ db: Database) throws -> Scoring {
        try read(weights: "scoring_weight", parameters: "scoring_parameter", db)
    }

    /// Puts the user's own numbers in the place of those of before.
    static func replaceOwn(_ scoring: Scoring, _ db: Database) throws {
        try replace(scoring, weights: "own_weight", parameters: "own_parameter", db)
    }

    /// The user's own numbers; nil where none have been learnt.
    static func own(_ db: Database) throws -> Scoring? {
        let own = try read(weights: "own_weight", parameters: "own_parameter", db)
        return own.weights.isEmpty && own.parameters.isEmpty ? nil : own
    }

    /// Drops what the user has learnt of records that have been moved to other layers since.
    static func forget(_ features: [Feature], _ db: Database) throws {
        for feature in features {
            try db.execute(
                sql: "DELETE FROM own_weight WHERE kind = ? AND slug = ?", arguments: [feature.kind, feature.slug])
        }
    }

    private static func read(weights: String, parameters: String, _ db: Database) throws -> Scoring {
        var scoring = Scoring(version: try Meta.integer(.weightsVersion, db) ?? 0)
        for row in try Row.fetchAll(db, sql: "SELECT name, value FROM \(parameters)") {
            scoring.parameters[row[0]] = row[1]
        }
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT kind, slug, data_engineering, applied_ml, mlops, prompt_engineering, outside FROM \(weights)")
        while let row = try rows.next() {
            guard let feature = Feature(kind: row[0], slug: row[1]) else { continue }
            scoring.weights[feature] = OutcomeValues(
                Outcome.allCases.enumerated().map { ($1, row[2 + $0] as Double) })
        }
        return scoring
    }

    private static func replace(_ scoring: Scoring, weights: String, parameters: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM \(weights); DELETE FROM \(parameters)")
        let insertParameter = try db.cachedStatement(sql: "INSERT INTO \(parameters) VALUES (?, ?)")
        for (name, value) in scoring.parameters.sorted(by: { $0.key < $1.key }) {
            try insertParameter.execute(arguments: [name, value])
        }
        let insert = try RawStatement("INSERT INTO \(weights) VALUES (?, ?, ?, ?, ?, ?, ?)", db)
        for (feature, values) in scoring.weights.sorted(by: { $0.key < $1.key }) {
            insert.bind(1, feature.kind)
            insert.bind(2, feature.slug)
            for (place, outcome) in Outcome.allCases.enumerated() { insert.bind(Int32(3 + place), values[outcome]) }
            try insert.run()
        }
    }
}

extension Catalogue {
    /// The catalogue with the user's own numbers over those that ship: what has not been learnt anew follows upgrades.
    func weighed(by own: Scoring?) -> Catalogue {
        guard let own else { return self }
        var result = self
        result.scoring.weights.merge(own.weights) { $1 }
        result.scoring.parameters.merge(own.parameters) { $1 }
        return result
    }
}

extension Store {
    /// Keeps numbers that were learnt from the user's own JDs; verdicts of before are out of date then.
    ///
    /// - parameter scoring: nil returns to the numbers that ship.
    /// - throws: ``StoreError``.
    public func keepOwnScoring(_ scoring: Scoring?) throws {
        try write { db in
            try ScoringRows.replaceOwn(scoring ?? Scoring(version: 0), db)
            try CatalogueEdits.noteChange(db)
        }
    }

    /// Whether JDs are weighed by the user's own numbers.
    ///
    /// - throws: ``StoreError``.
    public func hasOwnScoring() throws -> Bool {
        try read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM own_parameter LIMIT 1") != nil }
    }
}
