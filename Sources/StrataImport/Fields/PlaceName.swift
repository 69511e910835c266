/// Places as scrapers deliver them, made readable, with what does not belong there taken out.
enum PlaceName {
    /// A place, and a salary that stood before it.
    struct Reading: Equatable {
        var place: String?
        var salary: String?
    }

    /// The longest place that is one; beyond it stands a sentence or a list of half the world's countries.
    static let limit = 200

    /// Cleans a place: "💰 65k-95k USD Remote,US,Canada" is "Remote, US, Canada" and the salary "65k-95k USD".
    static func read(_ text: String) -> Reading {
        var place = text.collapsingWhitespace()
        var salary: String?
        let isASCII = place.utf8.allSatisfy { $0 < 0x80 }
        if !isASCII, place.holds("💰"), let range = place.firstRange(of: "💰") {
            let behind = String(place[range.upperBound...]).trimmingWhitespace()
            let (amount, rest) = splitSalary(behind)
            salary = amount
            place = rest
        }
        if !isASCII { place = withoutPictures(place) }
        if isSentence(place) { return Reading(place: nil, salary: salary) }
        place = tidyCommas(place)
        return Reading(place: place.isEmpty || Placeholder.isOne(place) ? nil : place, salary: salary)
    }

    /// Splits words of money from the place behind them: the place begins at the first word that is neither.
    private static func splitSalary(_ text: String) -> (salary: String?, place: String) {
        let words = text.split(separator: " ")
        var count = 0
        while count < words.count, isMoney(words[count]) { count += 1 }
        let salary = words[..<count].joined(separator: " ")
        let place = words[count...].joined(separator: " ")
        if count > 0 { return (salary, place) }
        // "competitive compensation, 401k match USA": no amount, and where the place begins none can tell.
        let telling = ["compensation", "salary", "equity", "payment", "stock", "bonus", "competitive"]
        let isTalk = telling.contains { text.lowercased().contains($0) }
        return isTalk ? (text, "") : (nil, text)
    }

    private static func isMoney(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        if lower.contains(where: \.isNumber) || CurrencyName.isOne(lower),
            !["us", "uk", "s", "a", "c", "r"].contains(lower)
        {
            return true
        }
        return moneyWords.contains(lower) || lower.allSatisfy { !$0.isLetter }
    }

    private static let moneyWords: Set<String> = [
        "to", "per", "annum", "year", "month", "hour", "plus", "equity", "compensation", "payment", "bonus", "gross",
        "up", "from", "and", "base", "+", "k", "ote", "salary",
    ]

    /// Without pictographs and flags at the ends.
    private static func withoutPictures(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isPicture =
                scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F || scalar.value == 0x1F5FA
                || (0x1F300...0x1FAFF).contains(scalar.value)
            if !isPicture { view.append(scalar) }
        }
        return String(view).trimmingWhitespace()
    }

    private static func isSentence(_ place: String) -> Bool {
        if place.utf8.count < 60, !place.utf8.contains(0x2A), !place.utf8.contains(0x23), !place.utf8.contains(0x3A) {
            return false
        }
        if place.utf8.count > 20 * limit { return true }
        if place.hasPrefix("#") || place.hasPrefix("**") || place.holds("http") { return true }
        let words = place.split(separator: " ").count
        return words > 14 && !place.contains(",") || words > 40 && place.utf8.count > 300 && place.holds(". ")
            || place.utf8.count > 100 && place.holds(". ")
            || place.utf8.count > 90
                && place.split(separator: ",").contains {
                    $0.split(separator: " ").count > 10
                }
    }

    /// One space behind each comma, none before it, nothing said twice in a row; cut at a comma when too long.
    private static func tidyCommas(_ place: String) -> String {
        var parts: [String] = []
        for part in place.split(separator: ",") {
            let trimmed = String(part).trimmingWhitespace()
            let isTwice = trimmed.lowercased() == parts.last?.lowercased()
            // "remote,Remote" says one thing twice, "New York, New York" does not.
            if !trimmed.isEmpty, !isTwice || trimmed == parts.last && trimmed.lowercased() != "remote" {
                parts.append(trimmed)
            }
        }
        var result = ""
        for (index, part) in parts.enumerated() {
            guard index > 0 else {
                result = part.cut(to: limit)
                continue
            }
            if result.utf8.count + part.utf8.count > limit { return "\(result), …" }
            result += ", \(part)"
        }
        return result
    }
}
