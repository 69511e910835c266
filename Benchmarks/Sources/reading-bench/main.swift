import Foundation
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel

// What reading JDs costs within one process, one core: the catalogue's start, then verdicts.
//
//     swift run -c release --package-path Benchmarks reading-bench [JDS.jsonl]

func medianMilliseconds(_ runs: Int, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let times = try (0..<runs).map { _ in try clock.measure(body) }.sorted()
    return times[runs / 2] / .milliseconds(1)
}

let first = try medianMilliseconds(1) { _ = Classifier(try BuiltIn.catalogue()) }
let open = try medianMilliseconds(21) { _ = Classifier(try BuiltIn.catalogue()) }
let read = try medianMilliseconds(21) { _ = try Seeds.catalogue() }
let catalogue = try Seeds.catalogue()
let compile = medianMilliseconds(11) { _ = CompiledCatalogue(catalogue) }
let terms = catalogue.skills.reduce(0) { $0 + $1.terms.count }
print("catalogue: \(catalogue.skills.count) skills, \(terms) terms, \(catalogue.roles.count) roles")
print(String(format: "opening it compiled: %.1f ms the first time, then %.1f ms", first, open))
print(String(format: "reading its seeds: %.1f ms; compiling it: %.1f ms", read, compile))

struct Line: Decodable { var title, description: String? }
guard CommandLine.arguments.count > 1 else { exit(0) }
let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let lines = try data.split(separator: 0x0A).map { try JSONDecoder().decode(Line.self, from: Data($0)) }
let bytes = lines.reduce(0) { $0 + ($1.description?.utf8.count ?? 0) }
let classifier = Classifier(try BuiltIn.catalogue())
let milliseconds = medianMilliseconds(3) {
    for line in lines { _ = classifier.verdict(title: line.title, text: line.description ?? "") }
}
print(
    String(
        format: "%d JDs of %d bytes: %.0f JDs/s, %.0f MB/s", lines.count, bytes / max(1, lines.count),
        Double(lines.count) / milliseconds * 1000, Double(bytes) / milliseconds / 1000))
