/// Words the slow way, scalar by scalar.
enum NaiveWords {
    /// A word's scalars: as strings, é and e with an accent behind it would be equal.
    typealias Word = [UInt32]

    static func all(of text: String) -> [Word] {
        var words: [Word] = []
        var word: Word = []
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .decimalNumber:
                true
            default: false
            }
        }
        for scalar in text.unicodeScalars + [" "] {
            let isAlone = (0x3400...0x9FFF).contains(scalar.value)
            if isWord(scalar), !isAlone {
                word += scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = []
            if isAlone { words.append([scalar.value]) }
        }
        return words
    }

    static func pairs(of text: String) -> Set<[Word]> {
        let words = all(of: text)
        return Set(zip(words, words.dropFirst()).map { [$0, $1] })
    }

    static func similarity(_ left: String, _ right: String) -> Double {
        let (a, b) = (pairs(of: left), pairs(of: right))
        return Double(a.intersection(b).count) / Double(a.union(b).count)
    }

    /// By text, the first one that it belongs with: all pairs compared, what is alike goes together.
    static func groups(of texts: [String]) -> [Int] {
        let all = texts.map(pairs)
        var first = Array(texts.indices)
        for left in texts.indices {
            for right in texts.indices where right > left && first[left] != first[right] {
                let shared = all[left].intersection(all[right]).count
                guard Double(shared) / Double(all[left].count + all[right].count - shared) >= 0.62 else { continue }
                let (old, new) = (max(first[left], first[right]), min(first[left], first[right]))
                for place in first.indices where first[place] == old { first[place] = new }
            }
        }
        return first
    }
}
