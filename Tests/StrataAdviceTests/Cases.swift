import Foundation
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataTestSupport

@testable import StrataAdvice

/// Cases in the words of users, labelled before there were rules.
enum Cases {
    /// The cases of a file, by column; `STRATA_CASES` names a folder of others.
    static func rows(_ name: String, set: String = "dev") throws -> [[String: String]] {
        let folder = ProcessInfo.processInfo.environment["STRATA_CASES"].map { URL(fileURLWithPath: $0) } ?? own(set)
        let text = try String(contentsOf: folder.appendingPathComponent("\(name).tsv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
    }

    static func path(_ name: String, set: String = "dev") -> String {
        let folder = ProcessInfo.processInfo.environment["STRATA_CASES"].map { URL(fileURLWithPath: $0) } ?? own(set)
        return folder.appendingPathComponent(name).path
    }

    private static func own(_ set: String) -> URL {
        Machine.project.appendingPathComponent("Tests/StrataAdviceTests/Cases/\(set)")
    }

    static let knowledge = Result {
        try Knowledge(catalogue: Seeds.catalogue(), classifier: Classifier(BuiltIn.catalogue()))
    }

    /// The part of cases that hold, those that do not printed where `STRATA_CASES_SHOWN` is set.
    static func accuracy(_ rows: [[String: String]], _ holds: ([String: String]) throws -> (Bool, String)) rethrows
        -> Double
    {
        let isShown = ProcessInfo.processInfo.environment["STRATA_CASES_SHOWN"] != nil
        var right = 0
        for row in rows {
            let (isRight, said) = try holds(row)
            right += isRight ? 1 : 0
            if !isRight, isShown {
                print("MISS", said, "|", row.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " "))
            }
        }
        print("HOLDS \(right) of \(rows.count)")
        return Double(right) / Double(rows.count)
    }
}
