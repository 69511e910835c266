import StrataModel
import Testing

@testable import StrataImport

@Suite("Salaries")
struct SalaryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var min: Double?
        var max: Double?
        var currency: String?
        var period: Salary.Period?
        var testDescription: String { text }

        init(_ text: String, _ min: Double?, _ max: Double?, _ currency: String?, _ period: Salary.Period?) {
            (self.text, self.min, self.max, self.currency, self.period) = (text, min, max, currency, period)
        }
    }

    static let cases: [Case] = [
        Case("$63K-$112K (Glassdoor est.)", 63_000, 112_000, "USD", .year),
        Case("$78K - $126K (Glassdoor Est.)", 78_000, 126_000, "USD", .year),
        Case("$21-$34 Per Hour(Glassdoor est.)", 21, 34, "USD", .hour),
        Case("Employer Provided Salary:$150K-$160K", 150_000, 160_000, "USD", .year),
        Case("Employer Provided Salary:$31.00 - $37.00 Per Hour", 31, 37, "USD", .hour),
        Case("Employer Provided Salary:$110K", 110_000, 110_000, "USD", .year),
        Case("$124,000.00/yr - $155,000.00/yr", 124_000, 155_000, "USD", .year),
        Case("$120K/yr - $150K/yr", 120_000, 150_000, "USD", .year),
        Case("$71.6K/yr - $140.6K/yr", 71_600, 140_600, "USD", .year),
        Case("$55/hr - $65/hr", 55, 65, "USD", .hour),
        Case("$85,225 - $135,355 a year", 85_225, 135_355, "USD", .year),
        Case("$58 an hour", 58, 58, "USD", .hour),
        Case("Up to $120,000 a year", nil, 120_000, "USD", .year),
        Case("From $95,000 a year", 95_000, nil, "USD", .year),
        Case("34K–44K a year", 34_000, 44_000, nil, .year),
        Case("19.52–31.09 an hour", 19.52, 31.09, nil, .hour),
        Case("59650.95 - 59650.95", 59_650.95, 59_650.95, nil, .year),
        Case("99000.0 - 225000.0", 99_000, 225_000, nil, .year),
        Case("₹9L – ₹10L/yr (Glassdoor est.)", 900_000, 1_000_000, "INR", .year),
        Case("₹12T – ₹20T/mo (Employer est.)", 12_000, 20_000, "INR", .month),
        Case("₹3L/yr (Glassdoor est.)", 300_000, 300_000, "INR", .year),
        Case("6-12 LPA", 600_000, 1_200_000, "INR", .year),
        Case("34.000 € bis 45.000 € pro Jahr", 34_000, 45_000, "EUR", .year),
        Case("3.500,50 EUR brutto im Monat", 3_500.5, 3_500.5, "EUR", .month),
        Case("45 000 € par an", 45_000, 45_000, "EUR", .year),
        Case("€ 3.000 tot € 4.500 per maand", 3_000, 4_500, "EUR", .month),
        Case("30.000 € - 40.000 € al año", 30_000, 40_000, "EUR", .year),
        Case("£40,000 - £50,000 per annum", 40_000, 50_000, "GBP", .year),
        Case("£450-500 per day", 450, 500, "GBP", .day),
        Case("$120-150k", 120_000, 150_000, "USD", .year),
        Case("$150k – $175K (Salary + Equity)", 150_000, 175_000, "USD", .year),
        Case("USD $103,400~$130,000", 103_400, 130_000, "USD", .year),
        Case("USD 177k~212k", 177_000, 212_000, "USD", .year),
        Case("65k-95k USD", 65_000, 95_000, "USD", .year),
        Case("C$90,000 to C$110,000", 90_000, 110_000, "CAD", .year),
        Case("$140-170K CAD + performance pay", 140_000, 170_000, "CAD", .year),
        Case("358,000 zł - 458,000 zł", 358_000, 458_000, "PLN", .year),
        Case("CHF 110'000 - 130'000", 110_000, 130_000, "CHF", .year),
        Case("$4,000 - $10,000/month", 4_000, 10_000, "USD", .month),
        Case("$0.5M - $1M", 500_000, 1_000_000, "USD", .year),
        Case("345000.0", 345_000, 345_000, nil, .year),
        Case("45-55 k€", 45_000, 55_000, "EUR", .year), Case("ab 50.000 € brutto/Jahr", 50_000, nil, "EUR", .year),
        Case("bis zu 4.500 € im Monat", nil, 4_500, "EUR", .month),
        Case("jusqu'à 55 k€ annuels", nil, 55_000, "EUR", .year),
        Case("RAL 35.000 - 40.000 €", 35_000, 40_000, "EUR", .year),
        Case("2.500 € al mese", 2_500, 2_500, "EUR", .month),
        Case("R$ 10.000 - R$ 12.000 por mês", 10_000, 12_000, "BRL", .month),
        Case("£500 pd", 500, 500, "GBP", .day), Case("TJM 600 €", 600, 600, "EUR", .day),
        Case("$100k / €90k", 100_000, 100_000, "USD", .year),
        Case("10-15% bonus, $100k-$120k", 100_000, 120_000, "USD", .year),
        Case("bonus up to $20k, base $150k", 150_000, 150_000, "USD", .year),
        Case("$140k - $170k + 0.1% - 0.5% equity", 140_000, 170_000, "USD", .year),
        Case("120K DOE", 120_000, 120_000, nil, .year),
        Case("₹12,00,000 - 15,00,000 per annum", 1_200_000, 1_500_000, "INR", .year),
    ]

    @Test("amounts, currency and period are read from every spelling met", arguments: cases)
    func spellings(_ example: Case) throws {
        let salary = try #require(SalaryText.read(example.text))
        #expect(salary.min == example.min)
        #expect(salary.max == example.max)
        #expect(salary.currency == example.currency)
        #expect(salary.period == example.period)
    }

    @Test(
        "what is no salary, or none that anyone pays, is none",
        arguments: [
            "-1", "", "N/A", "nan - nan", "DOE", "Competitive", "~0k", "$60/yr - $65/yr", "401k match up to 10%",
            "competitive compensation, 401k match up to 10%, stock purchase program", "Full-time\n+1", "$1 - $900,000",
        ])
    func noSalaries(_ text: String) { #expect(SalaryText.read(text) == nil) }

    @Test("a kind of employment in the salary's place is taken as that")
    func employmentType() throws {
        let all = try readings(
            "title,salary\nA,Full-time\nB,\"Contract\n+1\"\nC,$58 an hour\nD,-1\nE,DOE\n", name: "a.csv")
        #expect(all.jds.map(\.employmentType) == ["Full-time", "Contract", nil, nil, nil])
        #expect(all.jds.map { $0.salary?.min } == [nil, nil, 58, nil, nil])
        #expect(all.jds.map(\.salaryRaw) == [nil, nil, "$58 an hour", nil, nil])
    }

    @Test("pay for every other week has no period that is told")
    func divided() { #expect(SalaryText.read("$2,000 bi-weekly")?.period == nil) }

    @Test(
        "without a currency, or with a dollar that may be any, the country's is taken",
        arguments: [
            ("30000 - 40000", "Leeds, UK", "GBP"), ("$90k", "Toronto, ON", "CAD"), ("US$90k", "Toronto, ON", "USD"),
            ("90k USD", "Sydney, Australia", "USD"), ("$90k", "Sydney, Australia", "AUD"), ("$90k", "Berlin", "USD"),
            ("90k", "London, Berlin", nil), ("€60k", "Leeds, UK", "EUR"), ("$90k", "Remote", "USD"),
        ] as [(String, String, String?)])
    func localCurrency(_ pay: String, _ place: String, _ currency: String?) throws {
        let jds = try readings("title,salary,location\nA,\(pay),\"\(place)\"\n", name: "a.csv").jds
        #expect(jds.first?.salary?.currency == currency && jds.first?.salaryRaw == pay)
    }

    @Test("a year of full work has 2080 hours, 260 days, 52 weeks, 12 months", arguments: Salary.Period.allCases)
    func yearly(period: Salary.Period) {
        let factor: [Salary.Period: Double] = [.hour: 2080, .day: 260, .week: 52, .month: 12, .year: 1]
        let salary = Salary(min: 10, max: nil, currency: nil, period: period)
        #expect(salary.yearlyMin == 10 * (factor[period] ?? 0) && salary.yearlyMax == nil)
        #expect(Salary(min: 10, max: 20, currency: nil, period: nil).yearlyMax == nil)
    }

    @Test("columns for each end, with currency and period beside them")
    func columns() throws {
        let text =
            "title,min_salary,max_salary,currency,pay_period\nA,100000.0,120000,USD,YEARLY\nB,,50,EUR,HOURLY\nC,0,,,\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.jds[0].salary == Salary(min: 100_000, max: 120_000, currency: "USD", period: .year))
        #expect(all.jds[1].salary == Salary(min: nil, max: 50, currency: "EUR", period: .hour))
        #expect(all.jds[2].salary == nil)
    }
}
