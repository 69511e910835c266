import StrataModel

/// Gathers from JDs the names that the catalogue does not know: how it keeps up with the field.
///
/// A name is told from a word by its capitals: what JDs mostly write in small letters is no name. What speaks for a name
/// being a skill is the company it keeps: known tools and languages beside it.
public struct GapFinder {
    /// A known tool this near, in bytes, is company.
    private static let reach = 48
    /// Names beyond this many are thinned out: those seen once go.
    private static let nameLimit = 400_000

    private let reader: Reader
    private let names: NameTable
    private let weights: WeightTable
    private let ignored: Set<String>
    private var found: [String: Candidate] = [:]
    private var smallLetters: [UInt64: Int32] = [:]
    private var companies: [UInt64: Int32] = [:]
    /// How many JDs have been read.
    public private(set) var jds = 0

    /// How many names are kept before the rare ones go.
    private var limit = nameLimit

    /// What is known so far of a name.
    private struct Candidate {
        var spellings: [String: Int] = [:]
        var jds = 0
        var lastJD: Int64 = -1
        var besideTools = 0
        var lastBeside: Int64 = -1
        var companies: Set<Int32> = []
        var neighbours = OutcomeValues()
        var examples: [(company: Int32, example: Gap.Example)] = []

        mutating func note(
            _ spelling: String, _ beside: OutcomeValues?, jd: Int64, company: Int32, _ example: Gap.Example
        ) {
            spellings[spelling, default: 0] += 1
            if lastJD != jd { jds += 1 }
            lastJD = jd
            companies.insert(company)
            if let beside {
                if lastBeside != jd { besideTools += 1 }
                lastBeside = jd
                neighbours += beside
            }
            if examples.count < 3, !examples.contains(where: { $0.company == company }) {
                examples.append((company, example))
            }
        }
    }

    /// - parameter ignored: terms, folded, that are not to be offered.
    public init(_ compiled: CompiledCatalogue, ignoring ignored: Set<String>) {
        let parts = CompiledParts(compiled.memory)
        (names, reader, weights) = (parts.names, parts.reader, parts.scorer.weights)
        self.ignored = ignored
    }

    /// Reads a JD.
    ///
    /// - parameter jd: the caller's number of it, different for each.
    public mutating func read(jd: Int64, company: String?, text: String) {
        jds += 1
        let company = number(of: company ?? "\u{0} \(jd)")
        var text = text
        text.withUTF8 { bytes in
            let known = reader.known(in: bytes)
            var new: [NameScanner.Name] = []
            NameScanner(bytes: bytes, capitalisesNouns: Self.isGerman(bytes)).scan(known: known.map(\.span)) {
                new.append($0)
            } word: {
                smallLetters[Self.hash(bytes, $0), default: 0] += 1
            }
            for name in new where !name.isDoubtful { note(name, in: bytes, known, jd: jd, company: company) }
        }
        if found.count > limit { thinOut() }
    }

    /// Whether the text is German, which writes every noun with a capital.
    private static func isGerman(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (german, english) = (0, 0)
        for index in bytes.indices.dropFirst(4) where bytes[index] == 0x20 {
            let word = bytes[(index - 4)..<index]
            if word.elementsEqual(" und".utf8) || word.elementsEqual(" die".utf8) { german += 1 }
            if word.elementsEqual(" and".utf8) || word.elementsEqual(" the".utf8) { english += 1 }
        }
        return german > english
    }

    /// Forgets names that one JD has used; where that is not half of them, more are kept from now on.
    private mutating func thinOut() {
        found = found.filter { $0.value.jds > 1 }
        limit = max(Self.nameLimit, found.count * 2)
    }

    private mutating func number(of company: String) -> Int32 {
        var company = company
        let hash = company.withUTF8 { Self.hash($0, 0..<$0.count) }
        if let known = companies[hash] { return known }
        companies[hash] = Int32(companies.count)
        return Int32(companies.count - 1)
    }

    private mutating func note(
        _ name: NameScanner.Name, in bytes: UnsafeBufferPointer<UInt8>, _ known: [Reader.Known], jd: Int64,
        company: Int32
    ) {
        guard name.range.count > 1, name.range.count <= 40 else { return }
        let spelling = String(decoding: bytes[name.range], as: UTF8.self)
        let key = TermKey.fold(spelling)
        guard !ignored.contains(key) else { return }
        let beside = neighbours(of: name.range, among: known)
        let sample = example(name.range, in: bytes, jd: jd)
        // In place: a copy of a common name's employers for each sighting would cost more than all the rest.
        found[key, default: Candidate()].note(spelling, beside, jd: jd, company: company, sample)
    }

    /// What the tools and languages near a place speak for; nil when there are none.
    private func neighbours(of range: Range<Int>, among known: [Reader.Known]) -> OutcomeValues? {
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle].span.upperBound + Self.reach < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var sum: OutcomeValues?
        while low < known.count, known[low].span.lowerBound <= range.upperBound + Self.reach {
            if let skill = known[low].skill, skill < names.skillCount, [.tool, .language].contains(names.kind(skill)) {
                sum = (sum ?? OutcomeValues()) + weights.vector(skill).positive
            }
            low += 1
        }
        return sum
    }

    private func example(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, jd: Int64) -> Gap.Example {
        func line(_ part: Range<Int>) -> String {
            var text = String(decoding: bytes[part], as: UTF8.self)
            text.unicodeScalars.removeAll { $0 == "\u{FFFD}" }
            return text.split { $0.isWhitespace }.joined(separator: " ")
        }
        let before = max(0, range.lowerBound - 60)..<range.lowerBound
        let after = range.upperBound..<min(bytes.count, range.upperBound + 60)
        return Gap.Example(
            jd: jd, before: line(before), term: String(decoding: bytes[range], as: UTF8.self), after: line(after))
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(ASCII.lower(bytes[index]))) &* 0x100_0000_01B3 }
        return hash
    }

    // MARK: The answer

    /// The gaps, the most used beside tools first; equal ones by name, so that the same JDs give the same answer.
    ///
    /// - parameter leastJDs: names that fewer JDs use are left out.
    public func gaps(leastJDs: Int = 3) -> [Gap] {
        found.compactMap { key, candidate in gap(key, candidate, leastJDs) }
            .sorted { ($1.rank, $1.jds, $0.term) < ($0.rank, $0.jds, $1.term) }
    }

    private func gap(_ key: String, _ candidate: Candidate, _ leastJDs: Int) -> Gap? {
        guard candidate.jds >= leastJDs, candidate.besideTools > 0, !isWord(key, candidate), !isGlued(candidate) else {
            return nil
        }
        let most = candidate.spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let total = Outcome.allCases.reduce(0) { $0 + candidate.neighbours[$1] }
        return Gap(
            term: most?.key ?? key, jds: candidate.jds, companies: candidate.companies.count,
            besideTools: candidate.besideTools,
            neighbours: total > 0 ? candidate.neighbours * (1 / total) : candidate.neighbours,
            examples: candidate.examples.map(\.example))
    }

    /// Whether two words have run into each other where a text lost its line break: "SQLExperience", "pipelinesStrong".
    private func isGlued(_ candidate: Candidate) -> Bool {
        candidate.spellings.keys.allSatisfy { spelling in
            let bytes = Array(spelling.utf8)
            guard let start = bytes.lastIndex(where: ASCII.isUpper), start > 0, bytes[start - 1] != 0x20,
                bytes.count - start >= 4
            else { return false }
            let isWord = bytes[start...].withUnsafeBufferPointer {
                smallLetters[Self.hash($0, 0..<$0.count)] ?? 0 >= 20
            }
            return isWord && ASCII.isLetter(bytes[start - 1])
        }
    }

    /// Whether JDs write it in small letters too, for more than a third of the time: a word that begins sentences.
    private func isWord(_ key: String, _ candidate: Candidate) -> Bool {
        var text = key
        let hash = text.withUTF8 { Self.hash($0, 0..<$0.count) }
        let small = Int(smallLetters[hash] ?? 0)
        return small * 2 > candidate.spellings.values.reduce(0, +)
    }
}
