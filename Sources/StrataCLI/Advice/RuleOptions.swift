internal import ArgumentParser
internal import Foundation
internal import StrataCatalogue

/// Whose rules advice goes by.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "A folder with rules of your own, in the place of the built-in ones of the same names; else $STRATA_RULES.",
            valueName: "folder"))
    var folder: String?

    /// Where rules of the user's own are named, and nothing where none are.
    private var named: String? {
        folder ?? Console.current.environment("STRATA_RULES").flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether any rules may be the user's own.
    var isOwn: Bool { named != nil }

    /// The rules: the folder's files where it has some, else the built-in ones.
    ///
    /// - throws: ``CommandFailure`` when there is no such folder, it holds no rules, or a file of a name that is none of them.
    func files() throws -> RuleFiles {
        guard let named else { return .builtIn }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: named) else {
            throw CommandFailure(
                .inputNotFound, "\(named): no such folder; 'strata rules export FOLDER' writes one to begin with")
        }
        let tables = names.filter { $0.hasSuffix(".tsv") }.sorted()
        guard !tables.isEmpty else {
            throw CommandFailure(
                .badInput, "\(named): holds no rules (.tsv); 'strata rules export FOLDER' writes those to begin with")
        }
        var files: [String: (path: String, bytes: [UInt8])] = [:]
        for table in tables {
            let (name, path) = (String(table.dropLast(".tsv".count)), "\(named)/\(table)")
            guard RuleFiles.names.contains(name) else {
                throw CommandFailure(
                    .badInput, "\(path): no rules go by this name; there are \(RuleFiles.names.joined(separator: ", "))"
                )
            }
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailure(.inputNotFound, "\(path): cannot be read; check its permissions")
            }
            files[name] = (path, Array(data))
        }
        return RuleFiles(replacing: files)
    }
}
