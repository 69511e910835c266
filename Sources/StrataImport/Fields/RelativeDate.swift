/// Dates that count back from the day of reading: "3 weeks ago", "vor 2 Tagen", "30+ days ago", "gestern".
enum RelativeDate {
    /// How many days back; nil for a text that names no such date.
    static func daysAgo(_ text: String) -> Int? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap(splitNumber)
        guard (1...8).contains(words.count) else { return nil }
        for word in words { if let days = wholeWords[word] { return days } }
        guard words.contains(where: { backward.contains($0) }) || isShort(words) else { return nil }
        for (index, word) in words.enumerated() {
            guard let unit = unit(word) else { continue }
            let before = words[..<index].last { Int($0) != nil || ones.contains($0) }
            let number = before.flatMap { Int($0) ?? 1 } ?? words.lazy.compactMap { Int($0) }.first
            guard let number, (0...3650).contains(number) else { return nil }
            return Int((Double(number) * unit).rounded(.down))
        }
        return nil
    }

    /// "30d", "2mo": a number and its unit, nothing else.
    private static func isShort(_ words: [String]) -> Bool {
        words.count == 2 && Int(words[0]) != nil && ["d", "h", "w", "mo", "hr", "min"].contains(words[1])
    }

    private static func splitNumber(_ word: Substring) -> [String] {
        let digits = word.prefix { $0.isNumber }
        guard !digits.isEmpty, digits.count < word.count else { return [String(word)] }
        return [String(digits), String(word.dropFirst(digits.count))]
    }

    /// Days in a unit of time; months as 30 days, years as 365.
    private static func unit(_ word: String) -> Double? { units[word] }

    private static let units: [String: Double] = {
        var units: [String: Double] = [:]
        let all: [(Double, [String])] = [
            (
                1.0 / 1440,
                [
                    "minute", "minutes", "min", "mins", "minuten", "minuut", "minuto", "minutos", "minuti", "second",
                    "seconds", "seconden", "sekunden",
                ]
            ),
            (
                1.0 / 24,
                [
                    "hour", "hours", "h", "hr", "hrs", "stunde", "stunden", "heure", "heures", "uur", "uren", "hora",
                    "horas", "ora", "ore", "timmar", "godzin",
                ]
            ),
            (
                1,
                [
                    "day", "days", "d", "tag", "tage", "tagen", "jour", "jours", "dag", "dagen", "día", "días", "dia",
                    "dias", "giorno", "giorni", "dni", "dagar", "dage",
                ]
            ),
            (
                7,
                [
                    "week", "weeks", "w", "wk", "wks", "woche", "wochen", "semaine", "semaines", "weken", "semana",
                    "semanas", "settimana", "settimane", "tygodnie", "vecka", "veckor", "uge", "uger",
                ]
            ),
            (
                30,
                [
                    "month", "months", "mo", "mos", "monat", "monate", "monaten", "mois", "maand", "maanden", "mes",
                    "meses", "mese", "mesi", "mês", "mes", "månad", "månader", "måned", "måneder",
                ]
            ),
            (
                365,
                [
                    "year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "an", "ans", "jaar", "año", "años", "anno",
                    "anni", "ano", "anos",
                ]
            ),
        ]
        for (days, names) in all { for name in names { units[name] = days } }
        return units
    }()

    private static let backward: Set<String> = [
        "ago", "vor", "geleden", "hace", "il", "seit", "depuis", "sinds", "past", "fa", "há", "atrás", "desde", "da",
        "temu", "sedan", "siden",
    ]
    private static let ones: Set<String> = [
        "a", "an", "one", "einem", "einer", "ein", "eine", "un", "une", "een", "una", "uno",
    ]
    private static let wholeWords: [String: Int] = [
        "today": 0, "heute": 0, "hoy": 0, "vandaag": 0, "just": 0, "gerade": 0, "now": 0, "yesterday": 1, "gestern": 1,
        "hier": 1, "gisteren": 1, "ayer": 1, "vorgestern": 2, "oggi": 0, "ieri": 1, "hoje": 0, "ontem": 1,
        "aujourd": 0, "dzisiaj": 0, "wczoraj": 1, "idag": 0, "igår": 1, "eergisteren": 2,
    ]
}
