/// Finds the words of a sentence that are denied: "models are never deployed", "monitoring: none".
struct Negation {
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// How many words a denial reaches forward, and back.
    private static let (forward, back) = (7, 4)
    /// A denial of trouble, as in "we never had a problem deploying", denies nothing else; it stands so near.
    private static let troubleReach = 4

    func marked(_ words: [PhraseText.Word]) -> [PhraseText.Word] {
        var words = words
        var isOfTrouble = false
        for place in words.indices where vocabulary.denials.contains(words[place].stem) {
            if deniesNothing(words, at: place) { continue }
            // "Never trouble with data, nor with models" denies trouble with both.
            let isGoingOn = isOfTrouble && words[place].stem == "nor"
            isOfTrouble = isGoingOn || deniesTrouble(words, at: place)
            if isOfTrouble || words.dropFirst(place + 1).first?.stem == "only" { continue }
            for next in words.indices.dropFirst(place + 1).prefix(Self.forward) {
                if vocabulary.turns.contains(words[next].stem) { break }
                words[next].isNegated = true
            }
            for previous in words.indices.prefix(place).suffix(Self.back).reversed() {
                // "Monitoring: none" ends with the denial; "we ship weekly, no incidents" goes on with another matter.
                let next = words[previous + 1]
                let isAnswer = previous + 1 == place && (next.pause == .colon || place + 1 == words.count)
                if next.pause != nil, !isAnswer { break }
                if vocabulary.turns.union(vocabulary.links).contains(words[previous].stem) { break }
                words[previous].isNegated = true
            }
        }
        return words
    }

    /// "Never fails in production" denies the failing, which denies nothing then.
    private func deniesNothing(_ words: [PhraseText.Word], at place: Int) -> Bool {
        vocabulary.troubles.contains(words[place].stem)
            && words.prefix(place).suffix(2).contains { vocabulary.denials.contains($0.stem) }
    }

    private func deniesTrouble(_ words: [PhraseText.Word], at place: Int) -> Bool {
        words.dropFirst(place + 1).prefix(Self.troubleReach).contains { vocabulary.troubles.contains($0.stem) }
    }
}
