/// Finds e-mail addresses, also those written for people only: "jane (at) firm (dot) com".
struct EmailFinder {
    private(set) var findings: [Redaction.Finding] = []

    init(_ text: [Unicode.Scalar]) {
        var position = 0
        while position < text.count {
            let scalar = text[position]
            var found: Range<Int>?
            if scalar == "@" || scalar == "＠" {
                found = Self.address(text, at: position..<position + 1)
            } else if scalar == "a" || scalar == "A" || scalar == "ä", let sign = Self.spelledSign(text, at: position) {
                found = Self.address(text, at: sign)
            }
            if let found, found.lowerBound >= (findings.last?.range.upperBound ?? 0) {
                findings.append(Redaction.Finding(range: found, kind: .email))
                position = found.upperBound
            } else {
                position += 1
            }
        }
    }

    /// The address around an at sign, or what is written for one.
    private static func address(_ text: [Unicode.Scalar], at sign: Range<Int>) -> Range<Int>? {
        let isSpelled = sign.count > 1
        var start = sign.lowerBound
        // A space on each side is a habit of those who hide addresses.
        if start > 0, text[start - 1].isSpace,
            isSpelled || sign.upperBound < text.count && text[sign.upperBound].isSpace
        {
            start -= 1
        }
        if start == sign.lowerBound, start > 0, text[start - 1].isSpace, isKnownDomain(text, from: sign.upperBound) {
            // "jane @firm.com"
            start -= 1
        }
        let end = start
        while start > 0, isLocal(text[start - 1]) { start -= 1 }
        while start < end, text[start] == "." || text[start] == "-" { start += 1 }
        guard start < end, end == sign.lowerBound || isSpelled || !isWord(text[start..<end]) else { return nil }
        var cursor = sign.upperBound
        if cursor < text.count, text[cursor].isSpace { cursor += 1 }
        guard let stop = domain(text, from: cursor) else { return nil }
        let isBare = isSpelled && text[sign.lowerBound].isLetter
        guard !isBare || isKnownEnding(text, before: stop) else { return nil }
        return start..<stop
    }

    private static func isKnownDomain(_ text: [Unicode.Scalar], from start: Int) -> Bool {
        domain(text, from: start).map { isKnownEnding(text, before: $0) } ?? false
    }

    /// Whether a domain ends as most do: what is written in words is one only then.
    private static func isKnownEnding(_ text: [Unicode.Scalar], before end: Int) -> Bool {
        var start = end
        while start > 0, text[start - 1].isLetter { start -= 1 }
        return endings.contains(String(String.UnicodeScalarView(text[start..<end])).lowercased())
    }

    /// Words before an at sign that name no mailbox: "follow us @firm.com".
    private static func isWord(_ local: ArraySlice<Unicode.Scalar>) -> Bool {
        let word = String(String.UnicodeScalarView(local))
        return local.count < 3
            || [
                "the", "and", "follow", "here", "from", "with", "includes", "via", "using", "our", "are", "ending",
                "domain",
                "for", "like", "address", "email", "only", "official", "your", "any", "all",
            ].contains(word)
            || local.first.map(\.isCapital) ?? true
    }

    private static let endings: Set<String> = [
        "com", "org", "net", "io", "ai", "co", "de", "at", "ch", "uk", "fr", "nl", "be", "es", "it", "pt", "pl", "se",
        "dk",
        "no", "fi", "ie", "eu", "us", "ca", "au", "nz", "in", "edu", "gov", "info", "biz", "dev", "app", "tech", "me",
        "cz",
        "ro", "sg", "jp", "br", "mx", "xyz", "cloud", "health",
    ]

    /// Where a domain ends: labels with points between, the last of letters alone.
    private static func domain(_ text: [Unicode.Scalar], from start: Int) -> Int? {
        var cursor = start
        var end: Int?
        var labels = 0
        while cursor < text.count {
            let label = cursor
            while cursor < text.count, text[cursor].isLetter || text[cursor].isDigit || text[cursor] == "-" {
                cursor += 1
            }
            guard cursor > label else { break }
            labels += 1
            let letters = text[label..<cursor]
            if labels > 1, letters.count >= 2, letters.count <= 12, letters.allSatisfy(\.isLetter) { end = cursor }
            if cursor < text.count, text[cursor] == "." {
                cursor += 1
            } else if let next = spelledPoint(text, at: cursor) {
                cursor = next
            } else {
                break
            }
        }
        return labels > 1 ? end : nil
    }

    /// "(at)", "[at]", " at ", "(ät)": from where to where it stands; bare only before a spelled point.
    private static func spelledSign(_ text: [Unicode.Scalar], at position: Int) -> Range<Int>? {
        let word = letters(text, from: position)
        guard ["at", "AT", "At", "ät", "aT"].contains(word), position > 0 else { return nil }
        let end = position + word.unicodeScalars.count
        guard end < text.count else { return nil }
        if let close = closing(text[position - 1]), text[end] == close { return position - 1..<end + 1 }
        // "at google.com" is a place to work at: without brackets the point has to be in words too.
        guard word == "at", text[position - 1].isSpace, text[end].isSpace else { return nil }
        // Bare: "jane at firm dot com".
        var cursor = end + 1
        while cursor < text.count, text[cursor].isLetter || text[cursor].isDigit || text[cursor] == "-" { cursor += 1 }
        guard cursor > end + 1, spelledPoint(text, at: cursor) != nil else { return nil }
        return position..<end
    }

    /// "(dot)", " dot ", "[punkt]": behind it.
    private static func spelledPoint(_ text: [Unicode.Scalar], at position: Int) -> Int? {
        var cursor = position
        if cursor < text.count, text[cursor].isSpace { cursor += 1 }
        guard cursor < text.count else { return nil }
        let close = closing(text[cursor])
        if close != nil { cursor += 1 }
        let word = letters(text, from: cursor)
        guard word == "dot" || close != nil && ["DOT", "Dot", "punkt", "point", "punto", "ponto"].contains(word) else {
            return nil
        }
        cursor += word.unicodeScalars.count
        if let close {
            guard cursor < text.count, text[cursor] == close else { return nil }
            cursor += 1
        } else if cursor >= text.count || !text[cursor].isSpace || position == cursor {
            return nil
        }
        if cursor < text.count, text[cursor].isSpace { cursor += 1 }
        return cursor
    }

    private static func letters(_ text: [Unicode.Scalar], from start: Int) -> String {
        var view = String.UnicodeScalarView()
        var cursor = start
        while cursor < text.count, text[cursor].isLetter, cursor - start < 8 {
            view.append(text[cursor])
            cursor += 1
        }
        return String(view)
    }

    private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "(": ")"
        case "[": "]"
        case "{": "}"
        case "<": ">"
        default: nil
        }
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isLetter || scalar.isDigit || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+"
            || scalar == "%"
    }
}
