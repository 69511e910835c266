/// A salary text cut into what matters in it: amounts, and what stands between them.
struct MoneyTokens {
    enum Token: Equatable {
        /// - parameter factor: what a suffix such as `k` multiplies by, nil without one.
        case amount(Double, factor: Double?)
        /// Lower-case letters, or a sign such as `$`, `-` or `/`.
        case word(String)
    }

    private(set) var tokens: [Token] = []

    init(_ text: String) {
        let scalars = Array(text.lowercased().unicodeScalars.prefix(400))
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if Self.isDigit(scalar) {
                readAmount(scalars, &position)
            } else if scalar.properties.isAlphabetic {
                let start = position
                while position < scalars.count, scalars[position].properties.isAlphabetic { position += 1 }
                tokens.append(.word(Self.text(scalars[start..<position])))
            } else {
                if !scalar.properties.isWhitespace { tokens.append(.word(String(scalar))) }
                position += 1
            }
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private mutating func readAmount(_ scalars: [Unicode.Scalar], _ position: inout Int) {
        let start = position
        while position < scalars.count {
            let scalar = scalars[position]
            let isSeparator = ".,'’\u{A0}\u{202F}\u{2009} ".unicodeScalars.contains(scalar)
            if Self.isDigit(scalar) {
                position += 1
            } else if isSeparator, Self.continues(scalars, behind: position) {
                position += 1
            } else {
                break
            }
        }
        let value = Self.value(of: scalars[start..<position])
        tokens.append(.amount(value, factor: Self.factor(scalars, &position)))
    }

    /// Whether a number goes on behind a separator: always after a point or comma, after a space by three digits only.
    private static func continues(_ scalars: [Unicode.Scalar], behind position: Int) -> Bool {
        var digits = 0
        var cursor = position + 1
        while cursor < scalars.count, isDigit(scalars[cursor]) {
            digits += 1
            cursor += 1
        }
        switch scalars[position] {
        case ".", ",": return digits > 0
        default: return digits == 3
        }
    }

    /// The number, its separators understood: the last one before one, two or more than three digits is decimal.
    private static func value(of scalars: ArraySlice<Unicode.Scalar>) -> Double {
        let marks = scalars.indices.filter { scalars[$0] == "." || scalars[$0] == "," }
        var decimal: Int?
        if let last = marks.last {
            let isOnlyOne = marks.count == 1
            let digits = scalars.endIndex - last - 1
            let differs = marks.contains { scalars[$0] != scalars[last] }
            if differs || (isOnlyOne && digits != 3) { decimal = last }
        }
        var whole = 0.0
        var fraction = 0.0
        var scale = 0.1
        for index in scalars.indices where isDigit(scalars[index]) {
            let digit = Double(scalars[index].value - 0x30)
            if let decimal, index > decimal {
                fraction += digit * scale
                scale /= 10
            } else {
                whole = whole * 10 + digit
            }
        }
        return whole + (fraction * 10000).rounded() / 10000
    }

    /// What a suffix multiplies by: k, thousand, M, L and lakh, crore.
    private static func factor(_ scalars: [Unicode.Scalar], _ position: inout Int) -> Double? {
        var cursor = position
        while cursor < scalars.count, scalars[cursor] == " " || scalars[cursor] == "\u{A0}" { cursor += 1 }
        let start = cursor
        while cursor < scalars.count, scalars[cursor].properties.isAlphabetic { cursor += 1 }
        let word = text(scalars[start..<cursor])
        guard start == position || word.count > 1 || word == "k", let factor = factors[word] else { return nil }
        // "12 lpa" names the period too: leave it for that.
        position = word == "lpa" ? start : cursor
        return factor
    }

    private static let factors: [String: Double] = [
        "k": 1000, "tsd": 1000, "thousand": 1000, "mille": 1000, "mil": 1000, "t": 1000, "m": 1_000_000,
        "mio": 1_000_000, "million": 1_000_000, "l": 100_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000,
        "lacs": 100_000, "lpa": 100_000, "cr": 10_000_000, "crore": 10_000_000,
    ]
}
