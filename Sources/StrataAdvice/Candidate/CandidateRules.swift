public import StrataCatalogue

/// How deep a résumé says that somebody knows a skill, strongest first.
public enum Depth: String, Sendable, CaseIterable, Comparable {
    case led, built, used, familiar
    /// Named without a word on what was done with it, as in a list of skills.
    case listed

    public static func < (left: Depth, right: Depth) -> Bool { left.place < right.place }

    /// 0 for the strongest.
    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Why a mention in a résumé is nobody's experience.
public enum SetAside: String, Sendable {
    /// "No experience with Kubernetes".
    case denied
    /// A referee's, a colleague's, what an employer sells.
    case others
    /// "Eager to learn Kubernetes".
    case wished
}

/// A part of a résumé, told by its heading.
public enum ResumeSection: String, Sendable, CaseIterable {
    case summary, experience, projects, skills, education, certificates, publications, languages, interests, personal
    case references, wishes
}

/// What reading a résumé goes by, as files of rules: `depth.tsv`, `resume-headings.tsv`, `resume-words.tsv`.
public struct CandidateRules: Sendable {
    /// What a phrase says of the skills near it.
    struct Signal: Sendable {
        enum Meaning: Sendable, Equatable {
            case depth(Depth)
            case aside(SetAside)
        }

        /// Which skills it speaks of.
        enum Reach: String, Sendable {
            /// Those behind it, up to the next verb, and those before the first verb of a sentence.
            case on
            /// The next one, and what is listed with it.
            case list
            /// The very next one.
            case next
            /// The one right before it.
            case before
            /// Those behind the colon that follows: "Familiar: Docker, Helm".
            case label
            /// All of the sentence.
            case sentence
        }

        var meaning: Meaning
        var reach: Reach
    }

    let signals: PhraseTable<[Signal]>
    let headings: [[String]: ResumeSection]
    /// The longest heading, in words.
    let longestHeading: Int
    let words: ResumeVocabulary

    /// - throws: `SeedTable.Malformed`, which names file and line.
    public init(_ files: RuleFiles) throws {
        signals = try files.read("depth", Self.signals)
        var headings: [[String]: ResumeSection] = [:]
        try files.read("resume-headings") { table in
            let (section, phrases) = try (table.column("section"), table.column("phrases"))
            _ = try table.map { row in
                guard let named = ResumeSection(rawValue: row[section].string) else {
                    throw row.malformed(
                        "no section '\(row[section].string)'; there are "
                            + ResumeSection.allCases.map(\.rawValue).joined(separator: ", "))
                }
                for phrase in row[phrases].list {
                    let words = ResumeWords.phrase(phrase)
                    if headings[words] == nil { headings[words] = named }
                }
            }
        }
        self.headings = headings
        longestHeading = headings.keys.map(\.count).max() ?? 0
        words = try ResumeVocabulary(files)
    }

    private static func signals(_ table: SeedTable) throws -> PhraseTable<[Signal]> {
        let (depth, reach, phrases) = try (table.column("depth"), table.column("reach"), table.column("phrases"))
        var signals: [String: [Signal]] = [:]
        var order: [String] = []
        _ = try table.map { row in
            let name = row[depth].string
            let meaning =
                Depth(rawValue: name).map(Signal.Meaning.depth) ?? SetAside(rawValue: name).map(Signal.Meaning.aside)
            guard let meaning, meaning != .depth(.listed) else {
                throw row.malformed("no depth '\(name)'; there are led, built, used, familiar, denied, others, wished")
            }
            guard let reach = Signal.Reach(rawValue: row[reach].string) else {
                throw row.malformed(
                    "no reach '\(row[reach].string)'; there are on, list, next, before, label, sentence")
            }
            for phrase in row[phrases].list {
                let key = ResumeWords.phrase(phrase).joined(separator: " ")
                guard !key.isEmpty else { throw row.malformed("'\(phrase)' names no word") }
                if signals[key] == nil { order.append(key) }
                signals[key, default: []].append(Signal(meaning: meaning, reach: reach))
            }
        }
        var table = PhraseTable<[Signal]>()
        for key in order { table.add(key, signals[key] ?? []) }
        return table
    }
}

/// The words that dates, years and remarks are told by: `resume-words.tsv`.
struct ResumeVocabulary: Sendable {
    private let groups: [String: PhraseTable<Bool>]
    private let months: [String: Int]
    private let numbers: [String: Int]
    private let single: [String: Set<String>]
    /// Words that stand before a name at a résumé's head.
    let nameLeads: [[String]]
    /// First names of people, in lower case.
    let firstNames: Set<String>

    /// - throws: `SeedTable.Malformed`.
    init(_ files: RuleFiles) throws {
        let rows = try files.read("resume-words") { table in
            let (group, words) = try (table.column("group"), table.column("words"))
            return try table.map { ($0[group].string, $0[words].list) }
        }
        var (months, numbers): ([String: Int], [String: Int]) = ([:], [:])
        var groups: [String: PhraseTable<Bool>] = [:]
        var single: [String: Set<String>] = [:]
        for (group, words) in rows {
            if group.hasPrefix("month-"), let month = Int(group.dropFirst(6)) {
                for word in words { months[word] = month }
            } else if group == "number" {
                for (index, word) in words.enumerated() { numbers[word] = index + 1 }
            }
            for word in words { groups[group, default: PhraseTable()].add(word, true) }
            single[group] = Set(words)
        }
        (self.months, self.numbers, self.groups, self.single) = (months, numbers, groups, single)
        firstNames = try Seeds.firstNames()
        nameLeads = rows.first { $0.0 == "name-lead" }?.1.map(ResumeWords.phrase) ?? []
    }

    func month(_ word: String) -> Int? { months[word] }
    func number(_ word: String) -> Int? { numbers[word] }

    /// Whether a word is of a group by itself.
    func isWord(_ word: String, of group: String) -> Bool { single[group]?.contains(word) ?? false }

    /// How many words a phrase of the group has that stands at a place; 0 where none does.
    func length(of group: String, _ words: [ResumeText.Word], at place: Int) -> Int {
        words.indices.contains(place) ? groups[group]?.match(words, at: place)?.count ?? 0 : 0
    }

    func isFound(_ group: String, in words: [ResumeText.Word]) -> Bool {
        groups[group]?.isFound(in: words) ?? false
    }

    func count(_ group: String, in words: [ResumeText.Word]) -> Int { groups[group]?.matches(in: words).count ?? 0 }
}
