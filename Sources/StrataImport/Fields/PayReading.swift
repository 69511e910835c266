import StrataModel

/// What a record says of pay.
struct PayReading: Equatable {
    var salary: Salary?
    /// As the source wrote it.
    var raw: String?
    /// A kind of employment that stood in the salary's place.
    var employmentType: String?

    init() {}

    /// Reads a salary column's text.
    init(text: String) {
        if EmploymentType.isOnly(text) {
            employmentType = EmploymentType.read(text)
            return
        }
        raw = text.cut(to: 200)
        salary = SalaryText.read(text)
    }
}

extension RecordCleaner {
    /// The salary from a column for each end, else from one that holds it as text.
    mutating func pay(_ record: RawRecord) -> PayReading {
        var reading = PayReading()
        for column in plan.columns(.salary) {
            guard let text = line(column, record) else { continue }
            let found = pays.value(for: text) { Self.saysNothing($0) ? PayReading() : PayReading(text: $0) }
            reading.employmentType = reading.employmentType ?? found.employmentType
            reading.raw = reading.raw ?? found.raw
            if let salary = found.salary {
                reading.salary = salary
                reading.raw = found.raw
                break
            }
        }
        let currency = line(.currency, record).flatMap(Self.currency)
        let period = line(.salaryPeriod, record).flatMap(SalaryPeriodName.read)
        let ends = (number(.salaryMin, record), number(.salaryMax, record))
        if ends.0 != nil || ends.1 != nil {
            let salary = Salary(min: ends.0, max: ends.1, currency: currency, period: period)
            if let salary = SalaryText.plausible(salary) { reading.salary = salary }
            reading.raw = reading.raw ?? rawEnds(record)
        } else if var salary = reading.salary {
            salary.currency = salary.currency ?? currency
            if let period { salary.period = period }
            reading.salary = SalaryText.plausible(salary) ?? reading.salary
        }
        return reading
    }

    /// The currency of the country, where the source names none or a dollar that may be any.
    static func localised(_ pay: PayReading, country: String?) -> PayReading {
        guard var salary = pay.salary, let country, let local = CurrencyName.local[country], local != salary.currency
        else { return pay }
        guard salary.currency == nil || salary.currency == "USD" && local.hasSuffix("D") && isBareDollar(pay.raw ?? "")
        else { return pay }
        salary.currency = local
        var pay = pay
        // Where the amount makes no sense in it, it was another one.
        if SalaryText.plausible(salary) != nil { pay.salary = salary }
        return pay
    }

    /// Whether the text has a dollar's sign and nothing that says whose.
    private static func isBareDollar(_ text: String) -> Bool {
        guard text.contains("$") else { return false }
        return !MoneyTokens(text).tokens.contains { token in
            guard case .word(let word) = token else { return false }
            return word == "us" || CurrencyName.code(word) != nil && word != "$"
        }
    }

    static func saysNothing(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.allSatisfy {
            ["nan", "none", "null", "na", "doe", "0", "0k", "1", "negotiable", "competitive", "vb", "tbd", "n", "a"]
                .contains($0)
        }
    }

    private static func currency(_ text: String) -> String? {
        CurrencyName.code(text) ?? CurrencyName.find(in: MoneyTokens(text).tokens, text: text)
    }

    /// An end of the range; 0 and below are none.
    private mutating func number(_ field: Field, _ record: RawRecord) -> Double? {
        for column in plan.columns(field) {
            guard let text = line(column, record) else { continue }
            let value = Double(text) ?? SalaryText.read(text).flatMap { $0.min ?? $0.max }
            if let value, value > 0, value.isFinite { return value }
        }
        return nil
    }

    private mutating func rawEnds(_ record: RawRecord) -> String? {
        let ends = [line(.salaryMin, record), line(.salaryMax, record)].compactMap { $0 }
        let unit = [line(.currency, record), line(.salaryPeriod, record)].compactMap { $0 }
        return ends.isEmpty ? nil : ([ends.joined(separator: " - ")] + unit).joined(separator: " ")
    }
}
