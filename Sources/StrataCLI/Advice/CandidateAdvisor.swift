internal import Foundation
internal import StrataAdvice
internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataImport
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

/// Makes profiles of files, by the catalogue and the JDs of the database, where there is one.
struct CandidateAdvisor {
    /// What profiles are held against.
    private enum Target {
        case jd(JDDetail)
        case role(Role, RoleReport?)
    }

    /// A résumé of more text is none.
    private static let textLimit = 1 << 20

    private let classifier: Classifier
    private let reader: CandidateReader
    private let questions: CandidateQuestions
    private let gaps: GapReader?
    private let target: Target?
    /// Said of every profile.
    private let remarks: [String]

    /// - parameters:
    ///   - jd: the id of a JD in the database.
    ///   - role: a role's name, slug or title.
    ///   - keeps: whether profiles will be kept, so that a database that is not there yet will be made.
    /// - throws: ``CommandFailure`` for a JD that is not there, `UnknownName`, `StoreError`, `SeedTable.Malformed`.
    init(_ rules: RuleFiles, _ database: DatabaseOptions, jd: Int64?, role: String?, keeps: Bool) throws {
        // A JD is one of a database, also where none stands at the usual place.
        let isToBeMade = keeps && !FileManager.default.fileExists(atPath: database.location.path)
        let store = try jd != nil ? database.openForReading() : isToBeMade ? nil : database.openIfPresent()
        defer { try? store?.close() }
        let catalogue = try store?.catalogue() ?? Seeds.catalogue()
        classifier = Classifier(try store.map(database.compiledCatalogue(of:)) ?? BuiltIn.catalogue())
        reader = CandidateReader(classifier, rules: try CandidateRules(rules), catalogue: catalogue)
        questions = try CandidateQuestions(rules)
        target = try Self.target(jd: jd, role: role, catalogue, store)
        gaps = target == nil ? nil : GapReader(catalogue: catalogue, references: try Seeds.references())
        remarks =
            role != nil && store == nil
            ? ["There is no database, so nothing is known of the market: the role is held by the catalogue alone."] : []
    }

    private static func target(jd: Int64?, role: String?, _ catalogue: Catalogue, _ store: Store?) throws -> Target? {
        if let jd, let store {
            guard let detail = try ShowQuestion(id: jd).answer(store) else {
                throw CommandFailure(.nothingFound, "no JD has the id \(jd); see ids with 'strata jds'")
            }
            return .jd(detail)
        }
        guard let role else { return nil }
        let found = try catalogue.role(named: role)
        return .role(found, try store.map { try RoleReportQuestion(role: found.slug).answer($0) })
    }

    /// Reads a file.
    ///
    /// - parameter path: `-` for standard input.
    /// - throws: `InputError`; ``CommandFailure`` for a document that is no résumé.
    func profile(of path: String, asOf: CalendarDate?) throws -> CandidateProfile {
        let document = try DocumentText(
            path == "-" ? .standardInput : .file(path: path), searchPath: Console.current.environment("PATH"))
        guard document.text.utf8.count <= Self.textLimit else {
            throw InputError(
                .tooLarge, path: path,
                "it has more than \(Self.textLimit >> 20) MB of text, the most that a résumé may have: is it one?")
        }
        var profile = reader.profile(
            of: document.masked, file: path == "-" ? "standard input" : path, language: document.language, asOf: asOf)
        guard profile.isResume else {
            throw CommandFailure(
                .nothingFound,
                "\(path): it cannot be read as a résumé: it names no person's jobs, education or skills. If it is one, give "
                    + "it headings such as Experience and Education.")
        }
        profile.remarks += remarks
        switch target {
        case .jd(let jd): profile.gaps = gaps?.gaps(of: profile, against: jd)
        case .role(let role, let report):
            profile.gaps = gaps?.gaps(of: profile, against: role, report: report) { sentence in
                var seen: Set<String> = []
                return classifier.namedSkills(in: sentence).filter {
                    $0.kind != .phrase && seen.insert($0.skill).inserted
                }
                .map(\.skill)
            }
        case nil: break
        }
        profile.questions = questions.questions(for: profile)
        return profile
    }
}
