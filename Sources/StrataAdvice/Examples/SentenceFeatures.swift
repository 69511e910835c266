internal import StrataModel

/// What of a sentence weights are learnt for: its words, alone and in pairs, denied ones as words of their own, the concepts
/// that words stand for (`thesaurus.tsv`), and the letters of its words, by which unseen forms and compounds still tell.
struct SentenceFeatures {
    /// A word, a pair or a concept, with the words of the sentence that it is.
    struct Word {
        var feature: UInt64
        var words: String
    }

    var words: [Word] = []
    /// Runs of letters, by how often they stand there.
    var letters: [UInt64: Int] = [:]

    /// Words that say nothing of the matter.
    private static let fillers = Set(
        [
            "a", "an", "the", "of", "to", "in", "on", "at", "by", "as", "is", "are", "was", "be", "been", "it", "its",
            "this", "that", "thes", "thos", "our", "your", "their", "his", "her", "i", "we", "you", "they", "he", "she",
            "them", "us", "and", "or", "so", "then", "than", "with", "for", "from", "into", "which", "who", "will",
            "would", "can", "could", "should", "may", "have", "ha", "had", "do", "doe", "did", "am", "me", "my",
            "there",
            "here", "also", "just", "very", "some", "any", "each", "such",
        ])

    init(_ text: PhraseText, _ vocabulary: Vocabulary) {
        for sentence in text.sentences {
            var previous: PhraseText.Word?
            for (place, word) in sentence.enumerated() {
                addConcepts(sentence, at: place, text, vocabulary)
                addLetters(text.slice(word.span.start..<word.span.end))
                // How many there are says nothing of what is told of them.
                if Self.fillers.contains(word.stem) || word.stem.utf8.allSatisfy(Self.isOfNumbers) { continue }
                let own = text.slice(word.span.start..<word.span.end)
                add(word.stem, own)
                if word.isNegated { add("not " + word.stem, own) }
                if let previous {
                    add(previous.stem + " " + word.stem, text.slice(previous.span.start..<word.span.end))
                }
                previous = word
            }
        }
    }

    private static func isOfNumbers(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }

    private mutating func add(_ feature: String, _ own: String) {
        words.append(Word(feature: Self.hash(feature.utf8, seed: 1), words: own))
    }

    private mutating func addConcepts(
        _ sentence: [PhraseText.Word], at place: Int, _ text: PhraseText, _ vocabulary: Vocabulary
    ) {
        for (concept, length) in vocabulary.concepts(in: sentence, at: place) {
            let range = sentence[place..<place + length]
            guard let first = range.first, let last = range.last else { continue }
            let own = text.slice(first.span.start..<last.span.end)
            add("@" + concept, own)
            if range.contains(where: \.isNegated) { add("not @" + concept, own) }
        }
    }

    /// Lengths of the runs.
    private static let runs = 3...5

    private mutating func addLetters(_ word: String) {
        let letters = Array(" \(word.lowercased()) ".utf8)
        for length in Self.runs {
            if letters.count <= length {
                self.letters[Self.hash(letters, seed: 2), default: 0] += 1
                break
            }
            for start in 0...(letters.count - length) {
                self.letters[Self.hash(letters[start..<start + length], seed: 2), default: 0] += 1
            }
        }
    }

    /// FNV-1a; words and letters have seeds of their own, so that they never meet.
    private static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
        bytes.reduce((0xCBF2_9CE4_8422_2325 ^ seed) &* 0x100_0000_01B3) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The same for each word of which the sentence consists.
    var distinctWords: Set<UInt64> { Set(words.map(\.feature)) }
}
