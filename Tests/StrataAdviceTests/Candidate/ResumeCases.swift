import Foundation
import StrataAdvice
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import StrataTestSupport

/// Invented résumés that were labelled before there were any rules: `Cases/dev/resumes.tsv`.
struct ResumeCase {
    var file: String
    var text: String
    /// Layers that are right, `nil` for none.
    var layers: [Layer?]
    var years: [(skill: String, years: Double)]
    /// By depth, the names that the labels give.
    var depths: [(depth: Depth, names: [String])]

    static func all(in folder: URL) throws -> [ResumeCase] {
        let lines = try String(contentsOf: folder.appendingPathComponent("resumes.tsv"), encoding: .utf8)
            .split(separator: "\n").dropFirst()
        return try lines.map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func list(_ column: Int) -> [String] {
                guard column < cells.count else { return [] }
                return cells[column].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            }
            return ResumeCase(
                file: cells[0],
                text: try String(contentsOf: folder.appendingPathComponent("resumes/\(cells[0])"), encoding: .utf8),
                layers: ([cells[1]] + list(2)).map { Layer(rawValue: $0) },
                years: list(3).compactMap { pair in
                    let parts = pair.split(separator: "=")
                    return Double(parts.last ?? "").map { (String(parts[0]), $0) }
                },
                depths: [(.built, list(4)), (.led, list(5)), (.familiar, list(6))])
        }
    }

    static let folder = Machine.project.appendingPathComponent("Tests/StrataAdviceTests/Cases/dev")
}
