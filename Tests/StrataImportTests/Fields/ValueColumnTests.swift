import StrataModel
import Testing

@testable import StrataImport

@Suite("Columns by their values")
struct ValueColumnTests {
    private static let long =
        "We are looking for somebody who builds and runs pipelines with us, keeps them well and tells others how. "
        + "You know SQL and Python, you like to measure things before you change them, and you write it down for those "
        + "who come after you. "

    private static func table(_ header: String) -> String {
        var text = header + "\n"
        for row in 1...6 {
            let place = ["Austin, TX", "Berlin", "Lyon, France", "Remote", "Leeds, UK", "Bergen"][row - 1]
            text +=
                "\(row),Senior Data Engineer \(row),2026-03-0\(row),\"\(place)\",https://jobs.example/\(row),"
                + "$\(row + 90)k - $\(row + 100)k,\"\(long)Number \(row).\",jane\(row)@example.com\n"
        }
        return text
    }

    @Test("columns whose names say nothing are found by what they hold", arguments: ["A,B,C,D,E,F,G,H", ",,,,,,,"])
    func nameless(header: String) throws {
        let all = try readings(Self.table(header), name: "a.csv")
        let jd = try #require(all.jds.first)
        #expect(jd.title == "Senior Data Engineer 1" && jd.text.hasSuffix("Number 1."))
        #expect(jd.postedOn?.description == "2026-03-01" && jd.place.city == "Austin")
        #expect(jd.url == "https://jobs.example/1" && jd.salary?.min == 91_000)
        // A column of row numbers is no id.
        #expect(all.jds.allSatisfy { $0.externalID == nil })
        #expect(all.mapping.feeds.allSatisfy { $0.reasons == [.values] })
        // Nor are addresses of people anything that is imported.
        #expect(all.mapping.contacts.count == 1)
    }

    @Test("a name goes before values, and each feed says why it is taken")
    func names() throws {
        let all = try readings(Self.table("No,Stellentitel,C,Arbeitsort,E,F,Beschreibung,Kontakt"), name: "a.csv")
        let reasons = Dictionary(uniqueKeysWithValues: all.mapping.feeds.map { ($0.field, $0.reasons) })
        #expect(reasons[.title] == [.name] && reasons[.location] == [.name] && reasons[.text] == [.name])
        #expect(reasons[.postedOn] == [.values] && reasons[.url] == [.values] && reasons[.salary] == [.values])
        #expect(all.mapping.contacts == ["Kontakt"])
    }

    @Test("the full text is found beside a column of teasers that is called description")
    func teaser() throws {
        let rows = (1...4).map { "Engineer \($0),Short teaser.,\"\(Self.long)Row \($0).\"" }.joined(separator: "\n")
        let all = try readings("title,description,c3\n\(rows)\n", name: "a.csv")
        #expect(all.jds.map { String($0.text.suffix(6)) } == (1...4).map { "Row \($0)." })
        #expect(all.mapping[.text] == ["description", "c3"])
    }

    @Test(
        "deadlines, revenues, logos and texts about the employer are none of it",
        arguments: ["deadline", "application_deadline", "company_founded", "valid_through", "start_date"])
    func others(name: String) throws {
        let rows = (1...5).map { "Engineer,2026-01-0\($0),https://x.example/l\($0).png,$\($0)m,\"\(Self.long)\($0)\"" }
        let text = "title,\(name),img,revenue,company_about\n" + rows.joined(separator: "\n")
        let all = try readings(text, name: "a.csv")
        #expect(all.jds.allSatisfy { $0.postedOn == nil && $0.url == nil && $0.salary == nil && $0.text.isEmpty })
    }

    @Test(
        "columns with contacts, in seven languages",
        arguments: [
            "Recruiter", "recruiter_name", "recruiterEmail", "Contact", "contact.email", "E-Mail", "phone", "Telefon",
            "Ansprechpartner", "Ansprechpartnerin", "Kontaktperson", "hiringManager", "Hiring Manager Name",
            "Posted By",
            "job_poster", "Personne à contacter", "Téléphone", "Contactpersoon", "Telefoonnummer", "Correo electrónico",
            "Persona de contacto", "Referente", "Telefono", "Contato", "Telefone", "hiring_team.name", "courriel",
        ])
    func contacts(_ name: String) {
        #expect(ContactColumn.isOne(name))
        #expect(ColumnNames.recognise(name) == nil)
    }

    @Test(
        "columns that only sound like it",
        arguments: ["contract", "Contract Type", "title", "company", "posted", "postedAt", "location", "description"])
    func noContacts(_ name: String) { #expect(!ContactColumn.isOne(name)) }

    @Test("a contact column is taken when the user names it, and only then")
    func named() throws {
        let text = "title,Recruiter\nData Engineer,Somebody\n"
        #expect(try readings(text, name: "a.csv").jds.first?.text.isEmpty == true)
        let jd = try readings(text, name: "a.csv", options: RecordOptions(map: [.text: "Recruiter"])).jds.first
        #expect(jd?.text == "Somebody")
    }
}
