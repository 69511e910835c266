/// Masks what leads to a person in a text: e-mail addresses, phone numbers, names of recruiters.
///
/// Deterministic: the same text gives the same masks on every machine.
struct Redaction {
    /// A stretch of the text and what it becomes.
    struct Finding: Equatable {
        var range: Range<Int>
        var kind: Kind
    }

    enum Kind: String {
        case email, phone, name
    }

    /// The text with `[email]`, `[phone]` and `[name]` in the place of what was found, and how much that was.
    ///
    /// - parameter employer: the company's name, which is not masked.
    static func masked(_ text: String, employer: String? = nil) -> (text: String, count: Int) {
        let scalars = Array(text.unicodeScalars)
        var findings = EmailFinder(scalars).findings
        let emails = FindingList(findings)
        findings += PhoneFinder(scalars).findings.filter { !emails.overlaps($0.range) }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
        findings += NameFinder(scalars, beside: findings, employer: employer).findings
        guard !findings.isEmpty else { return (text, 0) }
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
        var result = ""
        var position = 0
        var count = 0
        for finding in findings where finding.range.lowerBound >= position {
            result += String(String.UnicodeScalarView(scalars[position..<finding.range.lowerBound]))
            result += "[\(finding.kind.rawValue)]"
            position = finding.range.upperBound
            count += 1
        }
        result += String(String.UnicodeScalarView(scalars[position...]))
        return (result, count)
    }
}

/// What was found, in order, to be looked through by place.
struct FindingList {
    let findings: [Redaction.Finding]

    /// - parameter findings: in order, none of them overlapping.
    init(_ findings: [Redaction.Finding]) { self.findings = findings }

    /// Whether a stretch shares a character with one.
    func overlaps(_ range: Range<Int>) -> Bool {
        let index = first(endingBehind: range.lowerBound)
        return index < findings.count && findings[index].range.overlaps(range)
    }

    /// Whether one begins at a place or at most so many characters behind it.
    func begins(at place: Int, within count: Int) -> Bool {
        let index = first(endingBehind: place)
        return index < findings.count && (place...place + count).contains(findings[index].range.lowerBound)
    }

    private func first(endingBehind place: Int) -> Int {
        var (low, high) = (0, findings.count)
        while low < high {
            let middle = (low + high) / 2
            if findings[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// A letter; fast where it is ASCII.
    var isLetter: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        return properties.isAlphabetic
    }

    var isCapital: Bool {
        if value < 0x80 { return (0x41...0x5A).contains(value) }
        return properties.isUppercase
    }

    var isSpace: Bool { value == 0x20 || value == 0x09 || value == 0xA0 || value == 0x202F }

    var isLineEnd: Bool { value == 0x0A || value == 0x0D || value == 0x2028 }
}
