internal import StrataAdvice
internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// What a command of advice rests on: the rules, the catalogue of the database or the built-in one, and the market's figures
/// where there is a database.
struct AdviceBasis {
    let knowledge: Knowledge
    private let store: Store?

    /// - throws: `StoreError`, `CommandFailure`, `SeedTable.Malformed`.
    init(_ database: DatabaseOptions, _ rules: RuleOptions, _ output: OutputOptions) throws {
        let files = try rules.files()
        guard let store = try database.openIfPresent() else {
            knowledge = try Knowledge(
                catalogue: Seeds.catalogue(), classifier: Classifier(BuiltIn.catalogue()), files: files)
            self.store = nil
            return
        }
        output.hintIfStale(store)
        knowledge = try Knowledge(
            catalogue: store.catalogue(), classifier: Classifier(database.compiledCatalogue(of: store)), files: files)
        self.store = store
    }

    /// What JDs say of roles; nil without a database, or where it holds no JD.
    func market(_ roles: [String], hasDetails: Bool = false) throws -> Market? {
        guard let store else { return nil }
        let market = try MarketQuestion(roles: roles, hasDetails: hasDetails).answer(store)
        return market.jds > 0 ? market : nil
    }

    func close() { try? store?.close() }
}
