import StrataClassify
import StrataModel

/// The matcher's oracle: the rules as a reader would state them, tried at every place with every term.
struct NaiveMatcher {
    let terms: [Term]

    func matches(in text: String) -> [Matcher.Match] {
        let text = NaiveText(text)
        var found: [Matcher.Match] = []
        var start = 0
        while start < text.scalars.count {
            guard let best = longest(at: start, in: text) else {
                start += 1
                continue
            }
            found.append(Matcher.Match(term: best.term, span: text.offsets[start]..<text.offsets[best.end]))
            start = best.end
        }
        return found
    }

    /// Of the terms that stand at `start`: the longest; of these one that fits in exactly its case; of these the first.
    private func longest(at start: Int, in text: NaiveText) -> (term: Int, end: Int)? {
        var best: (term: Int, end: Int)?
        for caseSensitive in [true, false] {
            for (index, term) in terms.enumerated() where term.isCaseSensitive == caseSensitive {
                guard let end = end(of: term, at: start, in: text) else { continue }
                if best.map({ end > $0.end }) ?? true { best = (index, end) }
            }
        }
        return best
    }

    private func end(of term: Term, at start: Int, in text: NaiveText) -> Int? {
        let words = Array(TermKey.fold(term.text).unicodeScalars)
        guard let first = words.first else { return nil }
        if !text.isWord(first) {
            guard ("!"..."/").contains(first), first != "'", words.count > 1, text.isWord(words[1]) else { return nil }
        }
        let fold: (Unicode.Scalar) -> [Unicode.Scalar] = { Array(TermKey.fold(String(Character($0))).unicodeScalars) }
        guard let end = spell(words, at: start, in: text, folding: fold) else { return nil }
        if term.isCaseSensitive {
            let spelling = NaiveText.collapse(term.text)
            guard spell(spelling, at: start, in: text, folding: { [$0 == "\u{2019}" ? "'" : $0] }) == end else {
                return nil
            }
        }
        return text.standsWhole(start, end, words) ? end : nil
    }

    private func spell(
        _ words: [Unicode.Scalar], at start: Int, in text: NaiveText,
        folding: (Unicode.Scalar) -> [Unicode.Scalar]
    ) -> Int? {
        var index = 0
        var position = start
        while index < words.count {
            guard position < text.scalars.count else { return nil }
            if words[index] == " " {
                let run = text.scalars[position...].prefix(while: TermKey.isSeparator)
                let lines = String(String.UnicodeScalarView(run)).replacingCRLF().filter { "\n\r".contains($0) }.count
                guard !run.isEmpty, lines <= 1 else { return nil }
                position += run.count
                index += 1
            } else {
                let folded = TermKey.isSeparator(text.scalars[position]) ? [] : folding(text.scalars[position])
                guard !folded.isEmpty, words[index...].starts(with: folded) else { return nil }
                index += folded.count
                position += 1
            }
        }
        return position
    }
}

/// A text as an array of scalars, with the byte at which each begins.
struct NaiveText {
    let scalars: [Unicode.Scalar]
    var offsets: [Int] = [0]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + String(Character(scalar)).utf8.count) }
    }

    /// The term in its own case, separators as one space.
    static func collapse(_ text: String) -> [Unicode.Scalar] {
        let words = text.unicodeScalars.split(whereSeparator: TermKey.isSeparator)
        let spelt = words.map { $0.map { $0 == "\u{2019}" ? "'" : $0 } }
        return Array(spelt.joined(separator: [" "]))
    }

    func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if ["\u{B2}", "\u{B3}", "\u{B9}"].contains(scalar) { return true }
        if (0xFE00...0xFE0F).contains(scalar.value) { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return !(0x2000...0x206F).contains(scalar.value) && !(0x2190...0x2BFF).contains(scalar.value)
        default: return false
        }
    }

    func scalar(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    func isWord(at index: Int) -> Bool { scalar(index).map(isWord) ?? false }

    func wordAfter(_ index: Int) -> [Unicode.Scalar] {
        index < scalars.count ? Array(scalars[index...].prefix(while: isWord)) : []
    }

    func wordBefore(_ index: Int) -> [Unicode.Scalar] {
        Array(scalars[..<max(0, index)].reversed().prefix(while: isWord).reversed())
    }

    func dotEndsSentence(_ dot: Int) -> Bool {
        let word = wordAfter(dot + 1)
        guard let first = word.first else { return true }
        if ("0"..."9").contains(first) { return true }
        guard ("A"..."Z").contains(first), word.count >= 2 else { return false }
        let lower = String(String.UnicodeScalarView(word)).lowercased()
        return !["js", "io", "ai", "net", "com", "org", "co", "py"].contains(lower)
    }

    func standsWhole(_ start: Int, _ end: Int, _ words: [Unicode.Scalar]) -> Bool {
        let isDotInside = scalar(start - 1) == "." && isWord(at: start - 2)
        if isDotInside ? !dotEndsSentence(start - 1) : isWord(at: start - 1) { return false }
        if isWord(at: end) {
            let letters = words.reversed().prefix { isWord($0) && !("0"..."9").contains($0) }.count
            guard letters >= 3 || words.last == "+" || words.last == "#" else { return false }
            let digits = scalars[end...].prefix { ("0"..."9").contains($0) }.count
            return digits > 0 && !isWord(at: end + digits)
        }
        if scalar(end) == ".", !dotEndsSentence(end) { return false }
        return words.count > 2 || !words.allSatisfy(isWord) || standsAlone(start, end, isLetter: words.count == 1)
    }

    private func standsAlone(_ start: Int, _ end: Int, isLetter: Bool) -> Bool {
        let term = Array(scalars[start..<end])
        if scalar(end) == "+" || scalar(end) == "#" { return false }
        for glue in ["-", "&"] as [Unicode.Scalar] {
            if scalar(end) == glue, isWord(at: end + 1) { return false }
            if scalar(start - 1) == glue, isWord(at: start - 2) { return false }
        }
        if scalar(end) == "/" {
            let word = wordAfter(end + 1)
            if !lists(term, word, mark: scalar(end + 1 + word.count)) { return false }
        }
        if scalar(start - 1) == "/", !lists(term, wordBefore(start - 1), mark: scalar(start - 1)) { return false }
        guard isLetter else { return true }
        if scalar(start - 1) == "(", isWord(at: start - 2) { return false }
        return !isInitial(from: end, by: 1) && !isInitial(from: start - 1, by: -1)
    }

    private func lists(_ term: [Unicode.Scalar], _ word: [Unicode.Scalar], mark: Unicode.Scalar?) -> Bool {
        func isCapitals(_ word: [Unicode.Scalar]) -> Bool {
            word.count >= 2 && word.allSatisfy { ("A"..."Z").contains($0) }
        }
        return word.isEmpty || word.count >= 3 || mark == "+" || mark == "#" || (isCapitals(term) && isCapitals(word))
    }

    /// Whether a lone letter stands beyond an ampersand in the direction given: R & D.
    private func isInitial(from index: Int, by step: Int) -> Bool {
        var index = index
        while scalar(index) == " " { index += step }
        guard scalar(index) == "&" else { return false }
        repeat { index += step } while scalar(index) == " "
        return isWord(at: index) && (step > 0 ? wordAfter(index) : wordBefore(index + 1)).count == 1
    }
}

extension String {
    fileprivate func replacingCRLF() -> String {
        var view = UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n", view.last == "\r" { view.removeLast() }
            view.append(scalar)
        }
        return String(view)
    }
}
