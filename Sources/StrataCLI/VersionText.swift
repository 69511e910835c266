internal import StrataCatalogue

/// What `--version` says.
enum VersionText {
    /// The program's version.
    static let program = "0.1.0"

    static var line: String {
        let schema = Assets.paths.filter { $0.hasPrefix("Migrations/") }.count
        return "strata \(program) (schema \(schema), catalogue \(Seeds.version), weights \(Seeds.version))"
    }
}
