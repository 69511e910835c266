import Foundation

/// What libFuzzer calls: one target, named by the environment, as all are one program.
enum FuzzTarget: String, CaseIterable {
    case csv, json, jsonl, html, yaml, markdown, text, gzip, any, pdf, workbook, zip
    case salary, date, place, fields, redact, classify, matcher

    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["STRATA_FUZZ"] ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            FileHandle.standardError.write(
                Data("STRATA_FUZZ is one of \(allCases.map(\.rawValue).joined(separator: " "))\n".utf8))
            exit(64)
        }
        return target
    }()

    /// Checks one input, and that it takes no second.
    func run(_ bytes: [UInt8]) {
        if Limits.areMeasured { return Limits.measure(bytes.count) { check(bytes) } }
        let start = ProcessorTime.seconds
        check(bytes)
        precondition(ProcessorTime.seconds - start < 1, "no input takes a second")
    }

    private func check(_ bytes: [UInt8]) {
        switch self {
        case .csv, .json, .jsonl, .html, .yaml, .markdown, .text: Reading.check(bytes, name: "input.\(rawValue)")
        case .gzip: Reading.checkPacked(bytes)
        case .any: Reading.check(bytes, name: "-")
        case .pdf: Programs.checkPDF(bytes)
        case .workbook: Programs.checkWorkbook(bytes)
        case .zip: Programs.checkZip(bytes)
        case .salary, .date, .place, .fields, .redact: Values.check(self, bytes)
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
