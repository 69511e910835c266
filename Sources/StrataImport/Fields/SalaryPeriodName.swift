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
            // Every other week and twice a month are periods that are not told here.
            let isDivided = tokens[max(0, index - 2)..<index].contains { $0 == .word("bi") || $0 == .word("semi") }
            if isDivided { return nil }
            // "h", "d", "w" and "an" mean a period behind a slash or "per" only; "j" and "u" likewise.
            guard word.count <= 2, !isSafe(word) else { return period }
            if index > 0, case .word(let before) = tokens[index - 1], ["/", "per", "par", "pro", "p"].contains(before) {
                return period
            }
        }
        return nil
    }

    private static func isSafe(_ word: String) -> Bool {
        ["hr", "yr", "mo", "wk", "pa", "pm", "pd", "ph", "pw"].contains(word)
    }

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
        "lpa": .year, "jahresbrutto": .year, "pd": .day, "ph": .hour, "pw": .week, "pcm": .month, "ora": .hour,
        "oraria": .hour, "orario": .hour, "orari": .hour, "giorno": .day, "giornata": .day, "journalier": .day,
        "diario": .day, "diária": .day, "settimana": .week, "wöchentlich": .week, "hebdomadaire": .week, "mese": .month,
        "mensile": .month, "mensili": .month, "mês": .month, "mensal": .month, "mensuelle": .month,
        "maandelijks": .month,
        "anno": .year, "annuo": .year, "annui": .year, "annua": .year, "ral": .year, "ano": .year, "annuelle": .year,
        "annuels": .year, "jaarlijks": .year, "anuales": .year, "jahresbruttogehalt": .year,
        "bruttojahresgehalt": .year,
        "tagessatz": .day, "stundenlohn": .hour, "stundensatz": .hour, "monatsgehalt": .month, "tjm": .day,
        "dagtarief": .day, "uurtarief": .hour, "godz": .hour, "miesiąc": .month, "rok": .year,
        "månad": .month, "måned": .month, "år": .year, "timme": .hour, "weeks": .week, "months": .month,
    ]
}
