internal import StrataModel

/// A text as the sentences and words that conditions look at.
public struct PhraseText: Sendable {
    /// What parts words within a sentence.
    enum Pause: Sendable { case comma, colon }

    /// A word with what tells whether it is denied.
    struct Word: Sendable {
        var stem: String
        /// In the text's UTF-8.
        var span: Span
        /// Denied by something beside it, or by its own beginning.
        var isNegated = false
        /// What stands between it and the word before, besides a space.
        var pause: Pause?
    }

    public let text: String
    let sentences: [[Word]]
    private let bytes: [UInt8]

    /// - parameter vocabulary: knows the words that deny, and those that `un` may stand before.
    public init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        bytes = Array(text.utf8)
        sentences = WordScanner.sentences(of: text).map { words in
            Negation(vocabulary).marked(words.map(vocabulary.withoutPrefix))
        }
    }

    /// Whether it holds no word.
    public var isEmpty: Bool { sentences.isEmpty }

    /// The words of a sentence as they stand in the text, without its end.
    func quote(_ sentence: Int) -> String {
        guard let first = sentences[sentence].first, let last = sentences[sentence].last else { return "" }
        return slice(first.span.start..<last.span.end)
    }

    func slice(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

/// Takes a text apart.
private enum WordScanner {
    static func sentences(of text: String) -> [[PhraseText.Word]] {
        var scan = Scan()
        var position = 0
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            scan.take(scalar, at: position, before: next)
            position += UTF8.width(scalar)
        }
        scan.endSentence(at: position)
        return scan.sentences
    }

    private struct Scan {
        var sentences: [[PhraseText.Word]] = []
        private var words: [PhraseText.Word] = []
        private var word = ""
        private var start = 0
        private var pause: PhraseText.Pause?

        mutating func take(_ scalar: Unicode.Scalar, at position: Int, before next: Unicode.Scalar) {
            switch scalar {
            case "'", "\u{2019}", "\u{AD}": break
            case ".", "!", "?", ";", "\n", "\r", "\u{2022}":
                // A point within a word, as in 3.5 or node.js, is a part of it.
                if scalar == ".", !word.isEmpty, next.properties.isAlphabetic || next.properties.numericType != nil {
                    word.unicodeScalars.append(scalar)
                } else {
                    endSentence(at: position)
                }
            case _ where isPart(scalar):
                if word.isEmpty { start = position }
                word += scalar.properties.lowercaseMapping
            default:
                endWord(at: position)
                if scalar == ":" { pause = .colon }
                if [",", "(", ")", "\u{2013}", "\u{2014}"].contains(scalar) { pause = .comma }
            }
        }

        private func isPart(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "+" || scalar == "#"
        }

        private mutating func endWord(at position: Int) {
            guard !word.isEmpty else { return }
            let span = Span(start: start, end: position)
            words.append(PhraseText.Word(stem: Stem.of(word), span: span, pause: pause))
            (word, pause) = ("", nil)
        }

        mutating func endSentence(at position: Int) {
            endWord(at: position)
            if !words.isEmpty { sentences.append(words) }
            (words, pause) = ([], nil)
        }
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
