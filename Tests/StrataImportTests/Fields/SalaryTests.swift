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
