/// Takes a stretch of text apart into sentences of words.
enum ResumeWords {
    /// The words of a phrase as sentences have them.
    static func phrase(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return sentences(of: 0..<bytes.count, in: bytes, block: 0).flatMap(\.words).map(\.text)
    }

    static func sentences(of range: Range<Int>, in bytes: [UInt8], block: Int) -> [ResumeText.Sentence] {
        var scan = Scan(block: block)
        let scalars = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
        var position = range.lowerBound
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let beyond = index + 2 < scalars.count ? scalars[index + 2] : " "
            scan.take(scalar, at: position, before: next, beyond)
            position += UTF8.encode(scalar)?.count ?? 0
        }
        scan.endSentence(at: range.upperBound)
        return scan.sentences
    }

    private struct Scan {
        var sentences: [ResumeText.Sentence] = []
        let block: Int
        private static let longest = 300
        private var words: [ResumeText.Word] = []
        private var word = ""
        private var start = 0
        private var isCapital = false
        private var pause: ResumeText.Pause?

        init(block: Int) { self.block = block }

        mutating func take(
            _ scalar: Unicode.Scalar, at position: Int, before next: Unicode.Scalar, _ beyond: Unicode.Scalar
        ) {
            switch scalar {
            case "'", "\u{2019}":
                // "haven't" is two words, so that rules can write it as they like.
                endWord(at: position)
            case ".", "!", "?", ";", "\u{2022}":
                if scalar == ".", !word.isEmpty, isPart(next) {
                    word.unicodeScalars.append(scalar)
                } else if endsSentence(scalar, next, beyond) {
                    endSentence(at: position)
                } else {
                    endWord(at: position)
                }
            case _ where isPart(scalar):
                if word.isEmpty { (start, isCapital) = (position, scalar.properties.isUppercase) }
                word += scalar.properties.lowercaseMapping
            default:
                endWord(at: position)
                note(scalar, next)
            }
        }

        private func isPart(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "+" || scalar == "#"
        }

        /// A stop behind a single letter or an abbreviation, or before a small letter, ends nothing.
        private func endsSentence(_ mark: Unicode.Scalar, _ next: Unicode.Scalar, _ beyond: Unicode.Scalar) -> Bool {
            guard mark == "." else { return true }
            if word.unicodeScalars.count == 1
                || [
                    "incl", "e.g", "i.e", "approx", "ca", "vs", "dr", "prof", "mr", "mrs", "ms", "st", "max", "min",
                    "bzw", "z.b",
                ].contains(word)
            {
                return false
            }
            return next != " " || !beyond.properties.isLowercase
        }

        private mutating func note(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar) {
            switch scalar {
            case ",": pause = .comma
            case ":": pause = .colon
            case "(", "[": pause = .opening
            case ")", "]": pause = pause == .opening ? .opening : .closing
            case "\u{2013}", "\u{2014}", "|", "\u{00B7}": pause = .dash
            case "-" where next == " ": pause = .dash
            default: break
            }
        }

        private mutating func endWord(at position: Int) {
            guard !word.isEmpty else { return }
            words.append(ResumeText.Word(text: word, span: start..<position, pause: pause, isCapital: isCapital))
            (word, pause) = ("", nil)
            // A text without stops has sentences too: words and rules meet within one, each with each.
            if words.count == Self.longest { endSentence(at: position) }
        }

        mutating func endSentence(at position: Int) {
            endWord(at: position)
            if !words.isEmpty { sentences.append(ResumeText.Sentence(words: words, block: block)) }
            (words, pause) = ([], nil)
        }
    }
}
