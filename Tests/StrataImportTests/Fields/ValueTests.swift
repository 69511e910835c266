import StrataModel
import Testing

@testable import StrataImport

@Suite("Companies, places, levels and hiring lines")
struct ValueTests {
    @Test(
        "companies lose what was glued to them, and nothing else",
        arguments: [
            ("University of Somewhere\n3.4", "University of Somewhere"), ("Capital One7,748 reviews", "Capital One"),
            ("Parsons557 reviews", "Parsons"), ("Acme 4.1 ★", "Acme"), ("BigBear, Inc.9 reviews", "BigBear, Inc."),
            ("1010data", "1010data"), ("A9.com", "A9.com"), ("Amazon Lab126", "Amazon Lab126"), ("F5", "F5"),
            ("Rapid7", "Rapid7"), ("General Services, LLC", "General Services, LLC"), ("Visa Inc,", "Visa Inc"),
            (". Newcastle University", "Newcastle University"),
        ])
    func companies(_ text: String, _ name: String) { #expect(CompanyName.clean(text) == name) }

    @Test("placeholders are no company", arguments: ["-1", "N/A", "unknown", "", " "])
    func noCompanies(_ text: String) { #expect(CompanyName.clean(text) == nil) }

    @Test(
        "places are made readable, pay that stands before them is taken out",
        arguments: [
            ("💰 65k-95k USD Remote,US,Canada", "Remote, US, Canada", "65k-95k USD"),
            ("💰 USD 177k~212k Remote,US", "Remote, US", "USD 177k~212k"),
            ("💰 345000.0 United States", "United States", "345000.0"), ("💰 Remote - US", "Remote - US", nil),
            ("💰 $144,500 - $171,000/yr Remote - US", "Remote - US", "$144,500 - $171,000/yr"),
            ("💰 ~0k France,Remote", "France, Remote", "~0k"), ("🌎 remote,Remote", "remote", nil),
            ("New York, New York, USA", "New York, New York, USA", nil),
            ("Fremont, CA 94538 \n(Downtown area)", "Fremont, CA 94538 (Downtown area)", nil),
            (
                "305 Main Street First Floor, Redwood City, CA 94063, US",
                "305 Main Street First Floor, Redwood City, CA 94063, US", nil
            ),
            ("## About the Team", nil, nil), ("-1", nil, nil),
            (
                "At Acme, our mission is to secure the internet. We believe that security should be monitored always.",
                nil, nil
            ),
        ] as [(String, String?, String?)])
    func places(_ text: String, _ place: String?, _ salary: String?) {
        #expect(PlaceName.read(text) == PlaceName.Reading(place: place, salary: salary))
    }

    @Test("city, region and country are put together where no column has the whole")
    func assembledPlace() throws {
        let text = "title,country,city,state\nA,Germany,Köln,NRW\nB,Germany,,\n"
        #expect(try readings(text, name: "a.csv").jds.map(\.location) == ["Köln, NRW, Germany", "Germany"])
    }

    @Test(
        "levels",
        arguments: [
            ("Mid-Senior level", .senior), ("Entry level", .junior), ("Expert/Leader", .principal),
            ("Director", .director),
            ("Internship", .intern), ("Associate", .junior), ("Executive", .executive), ("Not Applicable", nil),
            ("Senior level", .senior), ("Berufserfahren", .mid), ("Junior", .junior), ("Mid level", .mid),
            ("Pleno", .mid), ("Sênior", .senior), ("Tirocinante", .intern), ("Diretor", .director),
        ] as [(String, Seniority?)])
    func levels(_ text: String, _ level: Seniority?) { #expect(SeniorityLevel.read(text) == level) }

    @Test(
        "kinds of employment",
        arguments: [
            ("FULL_TIME", "Full-time"), ("Full-time", "Full-time"), ("Vollzeit, unbefristet", "Full-time, Permanent"),
            ("CDI", "Permanent"), ("Engineering", nil), ("Tempo indeterminato", "Permanent"),
            ("Tempo integral", "Full-time"),
            ("Estágio", "Internship"),
        ] as [(String, String?)])
    func employment(_ text: String, _ type: String?) { #expect(EmploymentType.read(text) == type) }

    @Test("a hiring post's first line gives company, role, place and pay")
    func hiringLines() throws {
        let text = """
            [{"id": 1, "time": 1770048936, "text":
              "Freight (YC W20) (https:&#x2F;&#x2F;fr.example) | Software Engineer | Remote (US only) | $150k \u{2013} $175K | Full-time<p>We &amp; you."},
             {"id": 2, "text": "Bolt | Austin, TX | Remote | Full Time<p>Text."},
             {"id": 3, "text": "Mbody (YC P25) Is Hiring Senior Robotics Engineer"},
             {"id": 4, "text": "We look for someone<p>who codes"}]
            """
        let jds = try readings(text, name: "a.json").jds
        #expect(
            jds.map(\.title) == [
                "Software Engineer", "Bolt | Austin, TX | Remote | Full Time", "Senior Robotics Engineer",
                "We look for someone",
            ])
        #expect(jds.map(\.company) == ["Freight (YC W20)", "Bolt", "Mbody (YC P25)", nil])
        #expect(jds.map(\.location) == ["Remote (US only)", "Austin, TX, Remote", nil, nil])
        #expect(jds[0].salary == Salary(min: 150_000, max: 175_000, currency: "USD", period: .year))
        #expect(jds[0].employmentType == "Full-time")
        #expect(jds[0].postedOn?.description == "2026-02-02")
        #expect(jds[0].text.hasSuffix("\n\nWe & you."))
    }

    @Test("the source is the user's, else the column's, else default")
    func sources() throws {
        let text = "title,source\nA,board\nB,\n"
        #expect(try readings(text, name: "a.csv").jds.map(\.source) == ["board", "default"])
        #expect(
            try readings(text, name: "a.csv", options: RecordOptions(source: "mine")).jds.map(\.source) == [
                "mine", "mine",
            ])
    }
}
