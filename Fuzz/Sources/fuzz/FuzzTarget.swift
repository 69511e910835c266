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

/// libFuzzer as a library: the package manager wants a main function of ours.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Fuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        // A name that is none is told at once.
        _ = FuzzTarget.chosen
        exit(
            runFuzzer(&count, &arguments) { start, count in
                FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }
}
