public import StrataCatalogue

/// The words that rules speak of, in groups: `@deploy` stands for deploy, ship, release, go live and so on.
///
/// Read from `words.tsv`. Four groups tell how sentences deny: `denial` (never, nobody), `turn` (but, however: a denial ends
/// there), `link` (and, or: a denial does not reach back over it), `trouble` (problem: to deny that denies nothing else).
public struct Vocabulary: Sendable {
    /// A word or several, by their stems.
    typealias Phrase = [String]

    private let groups: [String: [Phrase]]
    private let stems: Set<String>
    let denials: Set<String>
    let turns: Set<String>
    let links: Set<String>
    let troubles: Set<String>
    /// Phrases of the thesaurus by their first stem, with the concept that each stands for.
    private let thesaurus: [String: [(phrase: Phrase, concept: String)]]
    /// What briefs call their data, as it is written.
    let materials: Set<String>
    /// Words that end what stands before a noun and belongs to it.
    private let qualifierStops: Set<String>

    /// - throws: `SeedTable.Malformed`.
    public init(_ files: RuleFiles) throws {
        let rows = try files.read("words") { table in
            let (group, words) = try (table.column("group"), table.column("words"))
            return try table.map { ($0[group].string, $0[words].list) }
        }
        let groups = Dictionary(rows.map { ($0, $1.map(Self.phrase)) }, uniquingKeysWith: +)
        self.groups = groups
        stems = Set(groups.values.joined().filter { $0.count == 1 }.joined())
        func single(_ name: String) -> Set<String> { Set((groups[name] ?? []).compactMap(\.first)) }
        (denials, turns, links, troubles) = (single("denial"), single("turn"), single("link"), single("trouble"))
        qualifierStops = single("stop")
        materials = Set(rows.filter { $0.0 == "material" }.flatMap(\.1))
        let concepts = try files.read("thesaurus") { table in
            let (concept, words) = try (table.column("concept"), table.column("words"))
            return try table.map { ($0[concept].string, $0[words].list.map(Self.phrase)) }
        }
        var thesaurus: [String: [(phrase: Phrase, concept: String)]] = [:]
        for (concept, phrases) in concepts {
            for phrase in phrases { thesaurus[phrase.first ?? "", default: []].append((phrase, concept)) }
        }
        self.thesaurus = thesaurus
    }

    /// The concepts that the words of a sentence stand for from a place on, with how many words each takes.
    func concepts(in words: [PhraseText.Word], at place: Int) -> [(concept: String, length: Int)] {
        (thesaurus[words[place].stem] ?? []).filter { entry in
            place + entry.phrase.count <= words.count
                && zip(words[place..<place + entry.phrase.count], entry.phrase).allSatisfy { $0.stem == $1 }
        }.map { ($0.concept, $0.phrase.count) }
    }

    /// The phrases of a group; nil when there is none of that name.
    func phrases(of group: String) -> [Phrase]? { groups[group] }

    /// How many words of a sentence, from a place on, are a phrase of a group, the longest; nil where none is.
    func length(of group: String, in words: [PhraseText.Word], at place: Int) -> Int? {
        let found = (groups[group] ?? []).filter { phrase in
            place + phrase.count <= words.count
                && zip(words[place..<place + phrase.count], phrase).allSatisfy { $0.stem == $1 }
        }
        return found.map(\.count).max()
    }

    /// Whether a phrase of a group stands anywhere in a text.
    func isAny(_ group: String, in text: PhraseText) -> Bool {
        text.sentences.contains { words in words.indices.contains { length(of: group, in: words, at: $0) != nil } }
    }

    /// Whether a word may stand before a noun and belong to it: none that joins, denies or points.
    func isQualifier(_ stem: String) -> Bool {
        !qualifierStops.contains(stem) && !denials.contains(stem) && !turns.contains(stem) && !links.contains(stem)
    }

    /// A phrase by its stems: separators are spaces, hyphens, underscores and slashes.
    static func phrase(_ text: String) -> Phrase {
        text.lowercased().split { " -_/".contains($0) }
            .map { Stem.of(String($0.filter { $0 != "'" && $0 != "\u{2019}" })) }
    }

    /// `unmonitored` is `monitored`, denied, where that is a word of the rules and the whole is none.
    func withoutPrefix(_ word: PhraseText.Word) -> PhraseText.Word {
        guard !stems.contains(word.stem), !denials.contains(word.stem) else { return word }
        for prefix in ["un", "non"] where word.stem.hasPrefix(prefix) {
            let rest = String(word.stem.dropFirst(prefix.count))
            guard rest.utf8.count >= 4, stems.contains(rest) else { continue }
            var word = word
            (word.stem, word.isNegated) = (rest, true)
            return word
        }
        return word
    }
}
