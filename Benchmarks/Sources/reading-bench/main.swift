import Foundation
import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel

// What reading JDs costs within one process, one core: the catalogue's start, then verdicts.
//
//     swift run -c release --package-path Benchmarks reading-bench [JDS.jsonl [match]]
//     swift run -c release --package-path Benchmarks reading-bench records FILE...

if CommandLine.arguments.dropFirst().first == "records" {
    try printRecordTimes(CommandLine.arguments.dropFirst(2))
    exit(0)
}

let classifier = Classifier(try BuiltIn.catalogue())
if CommandLine.arguments.count < 3 {
    let first = try medianMilliseconds(1) { _ = Classifier(try BuiltIn.catalogue()) }
    let open = try medianMilliseconds(21) { _ = Classifier(try BuiltIn.catalogue()) }
    let read = try medianMilliseconds(21) { _ = try Seeds.catalogue() }
    let catalogue = try Seeds.catalogue()
    let compile = medianMilliseconds(11) { _ = CompiledCatalogue(catalogue) }
    let termCount = catalogue.skills.reduce(0) { $0 + $1.terms.count }
    print("catalogue: \(catalogue.skills.count) skills, \(termCount) terms, \(catalogue.roles.count) roles")
    print(String(format: "opening it compiled: %.1f ms the first time, then %.1f ms", first, open))
    print(String(format: "reading its seeds: %.1f ms; compiling it: %.1f ms", read, compile))
}

struct Line: Decodable { var title, description: String? }
guard CommandLine.arguments.count > 1 else { exit(0) }
let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let jds = try data.split(separator: 0x0A).map { line -> (title: String?, text: String) in
    let line = try JSONDecoder().decode(Line.self, from: Data(line))
    var text = line.description ?? ""
    text.makeContiguousUTF8()
    return (line.title, text)
}
let bytes = jds.reduce(0) { $0 + $1.text.utf8.count }

func report(_ what: String, _ milliseconds: Double) {
    print(
        String(
            format: "%@: %.0f JDs/s, %.0f MB/s", what, Double(jds.count) / milliseconds * 1000,
            Double(bytes) / milliseconds / 1000))
}

print("\(jds.count) JDs of \(bytes / max(1, jds.count)) bytes, one core")
var terms = 0
let skills = Matcher(try Seeds.catalogue().skills.flatMap(\.terms))
report("matching skills", medianMilliseconds(7) { for jd in jds { terms += skills.matches(in: jd.text).count } })
report("matching all", medianMilliseconds(7) { for jd in jds { terms += classifier.termCount(in: jd.text) } })
if CommandLine.arguments.last == "match" { exit(0) }
report("verdicts", medianMilliseconds(7) { for jd in jds { _ = classifier.verdict(title: jd.title, text: jd.text) } })
