import Foundation
import StrataClassify

// How well near-duplicates are found, and what that costs in one process, one core.
//
//     swift run -c release --package-path Benchmarks duplicates-bench JDS.jsonl [exact] | family [JDS [PERCENT]]
//
// JDS.jsonl holds title, company, description and near_dup_group: JDs of one group are taken to be one text. 'exact' also
// compares every pair of texts, which is what the sketches spare: some seconds for 6,000 JDs.

struct Line: Decodable {
    var title, company, description: String?
    var group: String

    private enum CodingKeys: String, CodingKey {
        case title, company, description
        case group = "near_dup_group"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        company = try values.decodeIfPresent(String.self, forKey: .company)
        description = try values.decodeIfPresent(String.self, forKey: .description)
        if let number = try? values.decode(Int.self, forKey: .group) {
            group = String(number)
        } else {
            group = try values.decode(String.self, forKey: .group)
        }
    }
}

func pairs<Key: Hashable>(_ keys: [Key]) -> Int {
    var sizes: [Key: Int] = [:]
    for key in keys { sizes[key, default: 0] += 1 }
    return sizes.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
}

/// Pairwise agreement of a partition with the one given.
func report(_ what: String, _ found: [Int], _ given: [String]) {
    struct Both: Hashable { var found: Int, given: String }
    let both = pairs(zip(found, given).map { Both(found: $0, given: $1) })
    let (foundPairs, givenPairs) = (pairs(found), pairs(given))
    print(
        String(
            format: "%@: precision %.3f, recall %.3f (%d pairs found, %d given), %d distinct texts", what,
            Double(both) / Double(max(1, foundPairs)), Double(both) / Double(max(1, givenPairs)), foundPairs,
            givenPairs,
            Set(found).count))
}

/// Of the processor, so that others at work on the machine do not count.
func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

guard CommandLine.arguments.count > 1 else {
    print("usage: duplicates-bench JDS.jsonl [exact] | family [JDS [PERCENT]]")
    exit(64)
}

/// One employer's JDs: some of each is boilerplate, the rest its own.
func family(_ count: Int, _ percent: Int) {
    var state: UInt64 = 1
    func word() -> String {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return "word\(state >> 33 % 20_000)"
    }
    let words = 560
    let shared = (0..<words * percent / 100).map { _ in word() }
    let texts = (0..<count).map { _ in
        (shared + (shared.count..<words).map { _ in word() }).joined(separator: " ")
    }
    var kept: [Int: ComparedText] = [:]
    func compared(_ place: Int) -> ComparedText {
        if let text = kept[place] { return text }
        let text = ComparedText(title: "JD", company: "Acme", text: texts[place])
        kept[place] = text
        return text
    }
    var asked = 0
    var groups = 0
    let time = seconds {
        var search = DuplicateSearch(texts.compactMap { TextSketch(title: "JD", company: "Acme", text: $0) })
        search.compareAll { left, right in
            asked += 1
            return compared(left).isAlike(compared(right))
        }
        groups = search.groups().count
    }
    print(
        String(
            format: "%d JDs, %d%% of each the same: %.1f s, %d pairs of texts compared, %d groups", count, percent,
            time,
            asked, groups))
}

if CommandLine.arguments[1] == "family" {
    let numbers = CommandLine.arguments.dropFirst(2).compactMap(Int.init)
    family(numbers.first ?? 20_000, numbers.count > 1 ? numbers[1] : 40)
    exit(0)
}
let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let lines = try data.split(separator: 0x0A).map { line -> Line in
    var line = try JSONDecoder().decode(Line.self, from: Data(line))
    line.description?.makeContiguousUTF8()
    return line
}
let bytes = lines.reduce(0) { $0 + ($1.description ?? "").utf8.count }
print("\(lines.count) JDs of \(bytes / max(1, lines.count)) bytes, one core")

var sketches: [TextSketch?] = []
let times = (0..<7).map { _ in
    seconds {
        sketches = lines.map { TextSketch(title: $0.title ?? "", company: $0.company, text: $0.description ?? "") }
    }
}.sorted()
print(
    String(
        format: "sketches: %.1f microseconds a JD, %.0f MB/s", times[3] * 1e6 / Double(lines.count),
        Double(bytes) / times[3] / 1e6))

func compared(_ line: Line) -> ComparedText {
    ComparedText(title: line.title ?? "", company: line.company, text: line.description ?? "")
}

let places = lines.indices.filter { sketches[$0] != nil }
var asked = 0
var found = Array(lines.indices)
let grouping = seconds {
    var search = DuplicateSearch(places.compactMap { sketches[$0] })
    search.compareAll { left, right in
        asked += 1
        return compared(lines[places[left]]).isAlike(compared(lines[places[right]]))
    }
    for group in search.groups() {
        for member in group.members { found[places[member]] = places[group.members[0]] }
    }
}
print(String(format: "grouping: %.2f s, %d pairs of texts compared", grouping, asked))
report("groups", found, lines.map(\.group))

guard CommandLine.arguments.last == "exact" else { exit(0) }
let texts = lines.map(compared)
/// Compares every pair; what is alike goes together.
func groups(of texts: [ComparedText]) -> [Int] {
    var parents = Array(texts.indices)
    func root(_ member: Int) -> Int { parents[member] == member ? member : root(parents[member]) }
    for left in texts.indices {
        for right in (left + 1)..<texts.count where texts[left].isAlike(texts[right]) {
            let (a, b) = (root(left), root(right))
            parents[max(a, b)] = min(a, b)
        }
    }
    return texts.indices.map(root)
}

var exact: [Int] = []
let every = seconds { exact = groups(of: texts) }
print(String(format: "every pair: %.1f s", every))
report("every pair", exact, lines.map(\.group))
