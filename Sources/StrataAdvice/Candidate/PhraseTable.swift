/// Phrases by their first word, each with what it means: the longest that stands at a place counts.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        var words: [String]
        var meaning: Meaning
    }

    /// By first word, the longest first.
    private var entries: [String: [Entry]] = [:]

    mutating func add(_ phrase: String, _ meaning: Meaning) {
        let words = ResumeWords.phrase(phrase)
        guard let first = words.first else { return }
        let place = entries[first]?.firstIndex { $0.words.count < words.count } ?? entries[first]?.count ?? 0
        entries[first, default: []].insert(Entry(words: words, meaning: meaning), at: place)
    }

    /// The longest phrase at a place among words, and how many words it has.
    func match(_ words: [ResumeText.Word], at place: Int) -> (meaning: Meaning, count: Int)? {
        guard let candidates = entries[words[place].text] else { return nil }
        for entry in candidates where place + entry.words.count <= words.count {
            if zip(words[place...], entry.words).allSatisfy({ $0.text == $1 }) {
                return (entry.meaning, entry.words.count)
            }
        }
        return nil
    }

    /// The phrases in a sentence, each place once.
    func matches(in words: [ResumeText.Word]) -> [(meaning: Meaning, range: Range<Int>)] {
        var found: [(meaning: Meaning, range: Range<Int>)] = []
        var place = 0
        while place < words.count {
            guard let match = match(words, at: place) else {
                place += 1
                continue
            }
            found.append((match.meaning, place..<place + match.count))
            place += match.count
        }
        return found
    }

    /// Whether any phrase stands in the sentence.
    func isFound(in words: [ResumeText.Word]) -> Bool { words.indices.contains { match(words, at: $0) != nil } }
}
