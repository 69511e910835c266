import StrataModel
import StrataTestSupport
import Testing

@testable import StrataImport

@Suite("Personal data in texts")
struct RedactionTests {
    @Test(
        "e-mail addresses, also those written for people",
        arguments: [
            ("Write to jane.doe@acme-labs.co.uk today", "Write to [email] today"),
            ("hr@acme.io, jobs+ml@acme.io", "[email], [email]"),
            ("Mail: jane (at) acme (dot) com.", "Mail: [email]."), ("jane[at]acme[dot]ai", "[email]"),
            ("careers [at] acme.ai — now", "[email] — now"), ("jane at acme dot com", "[email]"),
            ("jane @ acme.com", "[email]"), ("Bewerbung an bewerbung(ät)firma.de", "Bewerbung an [email]"),
            ("<a.b@c.dev>", "<[email]>"),
        ])
    func emails(_ text: String, _ masked: String) { #expect(Redaction.masked(text).text == masked) }

    @Test(
        "telephone numbers, in the forms of many countries",
        arguments: [
            "+49 (0)30 123 456-78", "+1 (925) 241 - 5719", "+33 1 23 45 67 89", "+44 20 7946 0958", "+31 6 12345678",
            "(440) 555-6000", "440-555-6000", "1-440-555-6000", "440.555.6000", "(888)555-0199", "030 12345678",
            "0171/1234567", "01 23 45 67 89", "01.23.45.67.89", "020 7946 0958", "06-12345678", "0049 30 1234567",
            "0208 555 0123",
        ])
    func phones(_ number: String) {
        for (before, after) in [("Call us: ", "."), ("Tel. ", " or write"), ("[", "]"), ("", "")] {
            #expect(Redaction.masked(before + number + after).text == "\(before)[phone]\(after)", "\(before)\(number)")
        }
    }

    @Test(
        "numbers that are none",
        arguments: [
            "Salary 120,000 - 150,000 USD", "$120000-$150000", "60.000 - 80.000 €", "2019-2024",
            "01/02/2024 - 03/04/2025", "09/2018 - 02/2021", "03.2015 – 08.2019",
            "01.02.2024", "2024-01-15 10:30", "Req ID: 0123456789", "Job 20240115123", "R-440-555-6000",
            "version 1.12.3.4567",
            "https://jobs.example/440-555-6000", "401(k) and 403(b)", "ISBN 978-3-16-148410-0", "10,000,000 users",
            "Boston MA 02109-3921", "24/7", "100 000 000 records", "3.141592653589", "#0123456789", "44 20 79 and 12",
            "10.0.0.1 and 192.168.100.100", "500 000 000 rows", "SOC 2, ISO 27001, GDPR 2016/679", "1000 2000 3000",
        ])
    func noPhones(_ text: String) { #expect(Redaction.masked(text) == (text, 0)) }

    @Test(
        "names of those to turn to",
        arguments: [
            ("Please contact Laura Mendez at hr@acme.io", "Please contact [name] at [email]"),
            ("Recruiter: Xquentin Okonjo\nApply now", "Recruiter: [name]\nApply now"),
            ("Ansprechpartnerin: Frau Dr. Müller", "Ansprechpartnerin: [name]"),
            ("Ihr Ansprechpartner ist Herr Peter van der Berg.", "Ihr Ansprechpartner ist [name]."),
            (
                "Feel free to reach out to Anna Kowalska with questions",
                "Feel free to reach out to [name] with questions"
            ),
            ("Neem contact op met Sanne de Vries", "Neem contact op met [name]"),
            ("Contactez Marie Dupont pour en savoir plus", "Contactez [name] pour en savoir plus"),
            ("Persona de contacto: Lucía Gómez", "Persona de contacto: [name]"),
            ("Jane Doe, Talent Partner, jane.doe@acme.io", "[name], Talent Partner, [email]"),
            ("Zyx Qwerty (zyx.qwerty@acme.io)", "[name] ([email])"),
            ("Hiring Manager: Tom Baker. Tom Baker leads the team.", "Hiring Manager: [name]. [name] leads the team."),
        ])
    func names(_ text: String, _ masked: String) { #expect(Redaction.masked(text).text == masked) }

    @Test(
        "products, firms, teams and towns are no names",
        arguments: [
            "Contact our Talent Acquisition Team", "You will report to the Head of Data",
            "Experience with Apache Kafka",
            "Contact Human Resources for an accommodation", "Contact: Data Engineering", "Recruiter: please no calls",
            "You will be in touch with Google Cloud and Amazon Redshift", "MS Computer Science or PhD",
            "Sr. Python Developer", "Apply to Senior Data Engineer", "Call Center analytics", "Email Marketing Manager",
            "Visit our Orlando, FL office", "Mails come from an @acme.com address, with @acme.dev too",
            "The Marvelous Mrs. Maisel", "Contact Details", "Ansprechpartner: HR Team",
        ])
    func noNames(_ text: String) { #expect(Redaction.masked(text) == (text, 0)) }

    @Test("the employer's own name stays")
    func employer() {
        let text = "Contact Martin Braun at jobs@braun.example"
        #expect(Redaction.masked(text, employer: "Martin Braun GmbH").text == "Contact Martin Braun at [email]")
    }

    @Test("masking again changes nothing, and what is around stays as it was", arguments: 0..<40)
    func properties(seed: Int) {
        var generator = RepeatableGenerator(seed: UInt64(seed))
        let pieces = [
            "jane@acme.io", "+49 30 1234567", "Contact Laura Mendez", "We use Spark.", "\n", "ä ö é", "(440) 555-6000",
            "Frau Müller", "[email]", "@", "+", "(", "0", " at ", " dot ", "Dr.", "🙂", "2024", "tel:",
            "hr (at) x (dot) de",
        ]
        let parts = (0..<12).map { _ in generator.pick(pieces) }
        let text = parts.joined(separator: generator.pick([" ", "\n", ", "]))
        let once = Redaction.masked(text)
        let twice = Redaction.masked(once.text)
        #expect(Redaction.masked(text) == once)
        #expect(!twice.text.contains("jane@acme.io") && !once.text.contains("jane@acme.io"))
        #expect((once.count == 0) == (once.text == text))
        #expect(once.text.contains("We use Spark.") == text.contains("We use Spark."))
    }

    @Test(
        "a long text of nothing but one thing takes no long time",
        arguments: [
            "(", "+", "a@b.co ", "@", "Jane Doe jane@b.co ", "0 ", "contact ", "Frau ", "a (at) ", "(0",
            "Tel. 030 1234567 ",
        ])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 200_000 / piece.count)
        let time = ContinuousClock().measure { _ = Redaction.masked(text) }
        #expect(time < .seconds(60), "a debug build on a busy machine")
    }

    @Test("title, text and rejects are masked, the JD counts what was, and contacts do not reach what is matched")
    func records() throws {
        let text = """
            {"title": "Data Engineer", "description": "Ask jane@acme.io or (440) 555-6000."}
            {"title": "Plain", "description": "Nothing here."}
            {"broken": "call 440-555-6000"}
            """
        let all = try readings(text, name: "a.jsonl", options: RecordOptions(redact: true))
        #expect(all.jds.map(\.text) == ["Ask [email] or [phone].", "Nothing here."])
        #expect(all.jds.map(\.masked) == [2, 0])
        #expect(all.rejects.count == 1 && !all.rejects[0].raw.contains("555"))
        #expect(try readings(text, name: "a.jsonl").jds.map(\.masked) == [0, 0])
    }
}
