/// Companies without what scrapers glue to their names.
enum CompanyName {
    /// The name without a rating or a count of reviews behind it: "Parsons557 reviews", "Novartis\n3.8".
    static func clean(_ text: String) -> String? {
        var name = text
        // The rating stands on a line of its own; a name has but one.
        if let lineEnd = name.unicodeScalars.firstIndex(where: { $0 == "\n" || $0 == "\r" }) {
            name = String(name.unicodeScalars[..<lineEnd])
        }
        name = withoutReviews(name.collapsingWhitespace())
        name = withoutStars(name)
        while let last = name.unicodeScalars.last, last == "," || last == "|" || last == " " || last == "·" {
            name.unicodeScalars.removeLast()
        }
        while let first = name.unicodeScalars.first, [".", ",", " ", "-", "|", "·"].contains(first), name.count > 3 {
            name.unicodeScalars.removeFirst()
        }
        return name.isEmpty || Placeholder.isOne(name) ? nil : name
    }

    private static func withoutReviews(_ name: String) -> String {
        for word in [" reviews", " review", " avis", " Bewertungen", " ratings"] where name.hasSuffix(word) {
            let head = name.dropLast(word.count)
            var digits = Substring(String(head.reversed().prefix { $0.isNumber || $0 == "," || $0 == "." }))
            // "Inc.9": the point belongs to the name.
            while let last = digits.last, !last.isNumber { digits.removeLast() }
            guard !digits.isEmpty else { continue }
            return String(head.dropLast(digits.count)).trimmingWhitespace()
        }
        return name
    }

    /// Without " 3.4" or "4.1 ★" at the end: one digit, a point, one digit, behind a space or glued on.
    private static func withoutStars(_ name: String) -> String {
        let bare =
            name.hasSuffix("★") || name.hasSuffix("☆")
            ? String(name.dropLast()).trimmingWhitespace() : name
        let tail = Array(bare.suffix(3))
        guard tail.count == 3, tail[1] == ".", let whole = tail[0].wholeNumberValue, tail[2].wholeNumberValue != nil,
            (1...5).contains(whole)
        else { return bare }
        let head = bare.dropLast(3)
        guard let before = head.last, before.isWhitespace || (before.isLetter && bare != name) else { return bare }
        let cut = String(head).trimmingWhitespace()
        return cut.isEmpty ? bare : cut
    }
}
