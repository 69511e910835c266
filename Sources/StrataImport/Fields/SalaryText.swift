import StrataModel

/// Reads what a job pays from the many ways in which people write it.
enum SalaryText {
    /// The salary that a text names; nil when it names none, or one that nobody pays.
    ///
    /// - parameter text: "$63K-$112K (Glassdoor est.)", "34.000 € bis 45.000 € pro Jahr", "₹9L – ₹10L/yr".
    static func read(_ text: String) -> Salary? {
        guard text.utf8.count <= 2000, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let tokens = MoneyTokens(text).tokens
        let (currency, period) = (CurrencyName.find(in: tokens, text: text), SalaryPeriodName.find(in: tokens))
        // Of "10-15% bonus, $100k" the first range is none that anybody is paid.
        var start = 0
        while let range = amounts(in: tokens, from: start) {
            let salary = Salary(min: range.min, max: range.max, currency: currency, period: period)
            start = range.end
            if word(tokens, start) == "%" { continue }
            if let salary = plausible(salary) { return salary }
        }
        return nil
    }

    /// The salary with its period inferred where only one makes sense; nil when no period makes it plausible.
    static func plausible(_ salary: Salary) -> Salary? {
        var salary = salary
        if let min = salary.min, min <= 0 { salary.min = nil }
        if let max = salary.max, max <= 0 { salary.max = nil }
        if let min = salary.min, let max = salary.max, min > max { (salary.min, salary.max) = (max, min) }
        guard let largest = salary.max ?? salary.min, let smallest = salary.min ?? salary.max else { return nil }
        guard largest <= smallest * 20 else { return nil }
        let scale = CurrencyName.scale(salary.currency)
        if salary.period == nil { salary.period = inferredPeriod(smallest / scale, largest / scale) }
        guard let period = salary.period else { return largest / scale >= 5 ? salary : nil }
        let yearly = period.perYear / scale
        return largest * yearly >= 2000 && smallest * yearly <= 5_000_000 && largest * yearly <= 20_000_000
            ? salary : nil
    }

    private static func inferredPeriod(_ smallest: Double, _ largest: Double) -> Salary.Period? {
        if smallest >= 12_000 { return .year }
        if smallest >= 7, largest <= 200 { return .hour }
        return nil
    }

    /// The first amount, the second where it closes a range, and where to look for others.
    private static func amounts(
        in tokens: [MoneyTokens.Token], from start: Int
    ) -> (min: Double?, max: Double?, end: Int)? {
        guard let first = firstAmount(in: tokens, from: start), case .amount(var low, let lowFactor) = tokens[first]
        else {
            return nil
        }
        guard let second = rangeEnd(in: tokens, behind: first), case .amount(var high, let highFactor) = tokens[second]
        else {
            low *= lowFactor ?? 1
            if opensDownward(tokens[max(0, first - 5)..<first]) { return (nil, low, first + 1) }
            return opensUpward(tokens, first) ? (low, nil, first + 1) : (low, low, first + 1)
        }
        if let highFactor {
            // "120-150k": the suffix is for both.
            low *= lowFactor ?? (low < high * 10 && low < 1000 ? highFactor : 1)
            high *= highFactor
        } else {
            if let lowFactor, high < 1000 { high *= lowFactor }
            low *= lowFactor ?? 1
        }
        return (low, high, second + 1)
    }

    /// The first number that can be an amount: no percentage, no 401k, no "+1", no hours a week.
    private static func firstAmount(in tokens: [MoneyTokens.Token], from start: Int) -> Int? {
        tokens.indices.dropFirst(start).first { index in
            guard case .amount(let value, let factor) = tokens[index] else { return false }
            if value == 401 { return false }
            if let next = word(tokens, index + 1), ["%", "hours", "stunden", "years", "days", "x"].contains(next) {
                return false
            }
            if word(tokens, index - 1) == "+", factor == nil { return false }
            // "bonus up to $20k": not what the work pays.
            let clause = tokens[max(0, index - 5)..<index].split {
                $0 == .word(",") || $0 == .word(";") || $0 == .word("+")
            }
            if clause.last?.contains(where: isExtra) ?? false { return false }
            return true
        }
    }

    /// The amount behind a dash, "to", "bis" or the like, with nothing between but signs and names of currencies.
    private static func rangeEnd(in tokens: [MoneyTokens.Token], behind first: Int) -> Int? {
        var isRange = false
        for index in (first + 1)..<max(first + 1, min(tokens.count, first + 9)) {
            switch tokens[index] {
            case .amount(let value, _):
                return isRange && value != 401 ? index : nil
            case .word(let word):
                if ranges.contains(word) {
                    isRange = true
                } else if !CurrencyName.isOne(word), !SalaryPeriodName.isOne(word), !fillers.contains(word) {
                    return nil
                }
            }
        }
        return nil
    }

    private static func opensDownward(_ before: ArraySlice<MoneyTokens.Token>) -> Bool {
        before.contains { token in
            guard case .word(let word) = token else { return false }
            return [
                "up", "max", "maximum", "bis", "jusqu", "maximal", "tot", "hasta", "fino", "até", "máximo", "massimo",
            ].contains(word)
        }
    }

    private static func isExtra(_ token: MoneyTokens.Token) -> Bool {
        guard case .word(let word) = token else { return false }
        return ["bonus", "equity", "stock", "relocation", "commission", "signing", "prämie", "prime", "provision"]
            .contains(word)
    }

    private static func opensUpward(_ tokens: [MoneyTokens.Token], _ first: Int) -> Bool {
        if word(tokens, first + 1) == "+" { return true }
        return tokens[max(0, first - 5)..<first].contains { token in
            guard case .word(let word) = token else { return false }
            return [
                "from", "min", "minimum", "ab", "starting", "vanaf", "desde", "partir", "mindestens", "over",
                "minimaal", "mínimo", "minimo", "dès", "da",
            ]
            .contains(word)
        }
    }

    private static func word(_ tokens: [MoneyTokens.Token], _ index: Int) -> String? {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index] else { return nil }
        return word
    }

    private static let ranges: Set<String> = [
        "-", "–", "—", "―", "−", "~", "to", "bis", "à", "a", "tot", "und", "and", "et", "en", "y", "‐", "‑", "t", "m",
        "e", "até", "hasta", "until", "through", "ad", "al",
    ]
    private static let fillers: Set<String> = ["/", ".", "per", "pro", "par", "an", "the", "(", ")", ",", "*"]
}
