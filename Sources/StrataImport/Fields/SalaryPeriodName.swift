import StrataModel

/// Periods of pay by the words for them.
enum SalaryPeriodName {
    /// The period that a lower-case word names.
    static func period(_ word: String) -> Salary.Period? { names[word] }

    static func isOne(_ word: String) -> Bool { names[word] != nil }

    /// The period that a value such as `YEAR`, `per hour` or `/mo` names.
    static func read(_ text: String) -> Salary.Period? { find(in: MoneyTokens(text).tokens) }

    /// The first period that the tokens name.
    static func find(in tokens: [MoneyTokens.Token]) -> Salary.Period? {
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token, let period = names[word] else { continue }
            // "h", "d", "w" and "an" mean a period behind a slash or "per" only; "j" and "u" likewise.
            guard word.count <= 2, !isSafe(word) else { return period }
            if index > 0, case .word(let before) = tokens[index - 1], ["/", "per", "par", "pro", "p"].contains(before) {
                return period
            }
        }
        return nil
    }

    private static func isSafe(_ word: String) -> Bool { ["hr", "yr", "mo", "wk", "pa", "pm"].contains(word) }

    private static let names: [String: Salary.Period] = [
        "hour": .hour, "hourly": .hour, "hours": .hour, "hr": .hour, "hrs": .hour, "h": .hour, "stunde": .hour,
        "stündlich": .hour, "std": .hour, "heure": .hour, "horaire": .hour, "uur": .hour, "u": .hour, "hora": .hour,
        "day": .day, "daily": .day, "d": .day, "tag": .day, "täglich": .day, "jour": .day, "jours": .day, "dag": .day,
        "día": .day, "dia": .day, "week": .week, "weekly": .week, "wk": .week, "w": .week, "woche": .week,
        "semaine": .week, "semana": .week, "month": .month, "monthly": .month, "mo": .month, "mth": .month,
        "monat": .month, "monatlich": .month, "mois": .month, "mensuel": .month, "maand": .month, "mes": .month,
        "mensual": .month, "pm": .month, "year": .year, "yearly": .year, "annual": .year, "annually": .year,
        "annum": .year, "yr": .year, "pa": .year, "y": .year, "jahr": .year, "jährlich": .year, "jahresgehalt": .year,
        "an": .year, "année": .year, "annuel": .year, "jaar": .year, "año": .year, "anual": .year, "ote": .year,
        "lpa": .year, "jahresbrutto": .year,
    ]
}
