import Foundation

/// What libFuzzer calls: one target, named by the environment, as all are one program.
enum FuzzTarget: String, CaseIterable {
    case csv, json, jsonl, html, yaml, markdown, text, gzip, any, salary, date, place, fields, classify, matcher

    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["STRATA_FUZZ"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            FileHandle.standardError.write(
                Data("STRATA_FUZZ is one of \(allCases.map(\.rawValue).joined(separator: " "))\n".utf8))
            exit(64)
        }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .csv, .json, .jsonl, .html, .yaml, .markdown, .text: Reading.check(bytes, name: "input.\(rawValue)")
        case .gzip: Reading.checkPacked(bytes)
        case .any: Reading.check(bytes, name: "-")
        case .salary, .date, .place, .fields: Values.check(self, bytes)
        case .classify, .matcher: Verdicts.check(self, bytes)
        }
    }
}

/// libFuzzer's entry: 0 for an input that may join the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
