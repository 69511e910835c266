import StrataModel
import Testing

@testable import StrataImport

@Suite("The head of a document: what stands between the title and the text")
struct DocumentHeadTests {
    private static let prose = """
        We run the booking system of forty small ferries, and it has begun to creak. You will find out where, and mend it.
        """

    private func jd(_ text: String, _ name: String = "a.txt") throws -> JobDescription {
        try #require(try readings(text, name: name).jds.first)
    }

    /// Title, these lines, then prose.
    private func plain(_ head: String, title: String = "Data Engineer") throws -> JobDescription {
        try jd("\(title)\n\n\(head)\n\n\(Self.prose)\n")
    }

    // MARK: Lines without labels

    @Test(
        "a company, a place and a day on lines of their own are read, and stay in the text", arguments: ["md", "txt"])
    func threeLines(_ ending: String) throws {
        let mark = ending == "md" ? "# " : ""
        let jd = try jd(
            "\(mark)Research Engineer\n\nQuarzwerk Imaging AG\nZurich, Switzerland\nPosted 2026-03-11\n\n\(Self.prose)\n",
            "a.\(ending)")
        #expect(jd.title == "Research Engineer")
        #expect(jd.company == "Quarzwerk Imaging AG")
        #expect(jd.location == "Zurich, Switzerland")
        #expect(jd.postedOn?.description == "2026-03-11")
        #expect(jd.text.hasPrefix("Quarzwerk Imaging AG\nZurich, Switzerland\nPosted 2026-03-11"))
    }

    @Test("bold marks around a company are none of its name; a remark in brackets belongs to the place")
    func boldName() throws {
        let jd = try jd(
            "# SRE\n\n**Reed & Lantern Books**  \nWarsaw, Poland (or remote, CET +/- 2h)\nPosted: 2025-08-14\n\n---\n\nText.\n",
            "a.md")
        #expect(jd.company == "Reed & Lantern Books")
        #expect(jd.location == "Warsaw, Poland (or remote, CET +/- 2h)")
        #expect(jd.postedOn?.description == "2025-08-14")
    }

    @Test(
        "facts side by side: company, place and more",
        arguments: [
            (
                "The Saltmarsh Trust · Bristol, England (hybrid, two days a week)", "The Saltmarsh Trust",
                "Bristol, England (hybrid, two days a week)", nil
            ),
            ("Acme | Berlin | Full-time", "Acme", "Berlin", "Full-time"),
            ("Möwe Fähren GmbH • Kiel • Teilzeit", "Möwe Fähren GmbH", "Kiel", "Part-time"),
            ("Pelican Pay | Remote | Contract | $90k - $110k", "Pelican Pay", "Remote", "Contract"),
            ("Brightwater Labs – Dublin, Ireland", "Brightwater Labs", "Dublin, Ireland", nil),
        ] as [(String, String, String, String?)])
    func sideBySide(_ line: String, _ company: String, _ place: String, _ employment: String?) throws {
        let jd = try plain(line)
        #expect(jd.company == company)
        #expect(jd.location == place)
        #expect(jd.employmentType == employment)
        #expect(jd.text.hasPrefix(line))
    }

    @Test("a place alone is a place, not a company", arguments: ["Berlin, Germany", "Remote", "Austin, TX", "London"])
    func placeAlone(_ line: String) throws {
        let jd = try plain(line)
        #expect(jd.company == nil)
        #expect(jd.location == line)
    }

    @Test("a place first, then the kind of work")
    func placeFirst() throws {
        let jd = try plain("Berlin, Germany · Full-time · Posted 2026-02-01")
        #expect(jd.company == nil)
        #expect(jd.location == "Berlin, Germany")
        #expect(jd.employmentType == "Full-time")
        #expect(jd.postedOn?.description == "2026-02-01")
    }

    @Test("a name with a firm's legal form needs nothing else beside it", arguments: ["Otter Tools Ltd.", "Vis B.V."])
    func legalForm(_ name: String) throws { #expect(try plain(name).company == name) }

    // MARK: Labels

    @Test(
        "labels in five languages, side by side with prose",
        arguments: [
            "Employer: Acme\nPlace: Bonn, Germany\nPosted: 2026-01-02\nPay: €50,000 - €60,000\nEmployment type: Full-time",
            "Firma: Acme\nArbeitsort: Bonn, Germany\nVeröffentlicht am: 02.01.2026\nGehalt: 50.000 - 60.000 €\n"
                + "Beschäftigungsart: Vollzeit",
            "Entreprise : Acme\nLieu : Bonn, Germany\nPublié le : 2 janvier 2026\nSalaire : 50 000 - 60 000 €\n"
                + "Type de contrat : temps plein",
            "Bedrijf: Acme\nStandplaats: Bonn, Germany\nGeplaatst op: 2 januari 2026\nSalaris: € 50.000 - € 60.000\n"
                + "Dienstverband: voltijd",
            "Empresa: Acme\nUbicación: Bonn, Germany\nPublicado: 2 enero 2026\nSalario: 50.000 € - 60.000 €\n"
                + "Jornada: completa",
        ])
    func languages(_ head: String) throws {
        // Behind a line that is no fact, where the text has begun.
        for text in [head, "Platform team\n\(head)"] {
            let jd = try plain(text)
            #expect(jd.company == "Acme")
            #expect(jd.location == "Bonn, Germany")
            #expect(jd.postedOn?.description == "2026-01-02")
            #expect(jd.salary?.min == 50_000 && jd.salary?.max == 60_000)
            #expect(jd.employmentType == "Full-time")
        }
    }

    @Test("bold labels and bulleted ones, and a level")
    func boldLabels() throws {
        let jd = try jd(
            "# Analyst\n\nAt a glance\n\n- **Company**: Heron Foods\n- **Location:** Ghent, Belgium\n- __Seniority:__ Senior\n",
            "a.md")
        #expect(jd.company == "Heron Foods")
        #expect(jd.location == "Ghent, Belgium")
        #expect(jd.seniority == .senior)
    }

    @Test("a label on one line, its value on the next")
    func labelAbove() throws {
        let jd = try plain("Company\nHeron Foods\n\nLocation:\nGhent, Belgium\nPublished\n2025-05-19")
        #expect(jd.company == "Heron Foods")
        #expect(jd.location == "Ghent, Belgium")
        #expect(jd.postedOn?.description == "2025-05-19")
        #expect(jd.text.hasPrefix("Company\nHeron Foods\n\nLocation:\nGhent, Belgium"))
    }

    @Test(
        "a day behind a word for posting, without a colon",
        arguments: [
            "Posted 2026-03-11", "Posted on March 11, 2026", "Veröffentlicht am 11. März 2026",
            "Publié le 11 mars 2026",
            "Geplaatst op 11 maart 2026", "Publicado el 11 marzo 2026",
        ])
    func posted(_ line: String) throws { #expect(try plain(line).postedOn?.description == "2026-03-11") }

    @Test("several labelled facts on one line, and a table of them")
    func oneLine() throws {
        let line = try jd("# Analyst\n\n**Company:** Heron Foods | **Location:** Ghent, Belgium\n\nText.\n", "a.md")
        #expect(line.company == "Heron Foods")
        #expect(line.location == "Ghent, Belgium")
        let table = try jd(
            "# Analyst\n\n| | |\n|---|---|\n| Company | Heron Foods |\n| Location | Ghent, Belgium |\n\nText.\n", "a.md"
        )
        #expect(table.company == "Heron Foods")
        #expect(table.location == "Ghent, Belgium")
    }

    @Test("what front matter says is not overruled by the text")
    func frontMatter() throws {
        let jd = try jd("---\ntitle: Analyst\ncompany: Heron Foods\n---\n\nOtter Tools Ltd.\nGhent, Belgium\n", "a.md")
        #expect(jd.company == "Heron Foods")
    }

    // MARK: Not greedy

    @Test(
        "prose, bullets, questions, headings and teams are no company",
        arguments: [
            "We look for somebody who likes order.\nBerlin, Germany", "Who are we?\nBerlin, Germany",
            "- Heron Foods\n- Berlin, Germany", "About Us\nBerlin, Germany", "ABOUT THE ROLE\nBerlin, Germany",
            "Engineering\nBerlin, Germany", "Platform Team\nBerlin, Germany", "Join our growing team!\nBerlin, Germany",
            "Über uns\nBerlin, Germany", "Responsibilities:\nBerlin, Germany", "Wat ga je doen\nBerlin, Germany",
            "Senior Backend Engineer\nBerlin, Germany", "Apply now\nBerlin, Germany", "Full-time\nBerlin, Germany",
            "## Heron Foods\nBerlin, Germany", "Data Engineer\nBerlin, Germany", "Hello there\nBerlin, Germany",
            "https://heron.example\nBerlin, Germany", "Requirements\nBerlin, Germany", "Home | Jobs | Contact | Berlin",
            "Python, SQL\nDocker, Kubernetes", "Great Pay\nGood People", "Heron Foods\nWe make soup.",
            "Summary\nRemote",
            "Job Description\nRemote", "Department of Data\nBerlin, Germany", "Ihre Aufgaben\nBerlin, Germany",
        ])
    func noCompany(_ head: String) throws {
        let jd = try plain(head)
        #expect(jd.company == nil, "\(jd.company ?? "")")
        #expect(jd.title == "Data Engineer")
        #expect(jd.text.hasPrefix(head) && jd.text.hasSuffix("mend it."))
    }

    @Test(
        "what looks like a place, a day or pay and is none is left alone",
        arguments: [
            "Distributed Systems\nHybrid Clouds", "Boston Dynamics fans are welcome here", "Remote Sensing Group",
            "Python, SQL", "Posted in the lobby", "Location\nWe are moving to a new house next year.",
            "Company\nWe make soup, and we have done so since 1911.", "Start date: 2026-05-01",
            "Platform team\nDate: to be agreed",
            "Salary\nWe pay well.", "NICE\nLovely, Really", "Data Engineer Northern, VA",
            "Platform team\nLocation: Bonn Experience: 7+ years Company: Acme",
            "Company:\nwe are a small family business of forty people in the north of the country",
        ])
    func nothing(_ head: String) throws {
        let jd = try plain(head)
        #expect(jd.company == nil && jd.location == nil && jd.postedOn == nil && jd.salary == nil)
        #expect(jd.text.hasPrefix(head))
    }

    @Test("facts behind a heading, behind a long line or far down are the text's, not the document's")
    func tooFarDown() throws {
        let long = String(repeating: "We carry post by bicycle. ", count: 8)
        for lines in ["## Our customer\n", long, (1...14).map { "Line \($0)" }.joined(separator: "\n")] {
            let jd = try jd("# Analyst\n\n\(lines)\nCompany: Heron Foods\nLocation: Ghent, Belgium\n", "a.md")
            #expect(jd.company == nil && jd.location == nil)
        }
    }

    @Test("a text that begins with a sentence has no head at all")
    func sentenceAsTitle() throws {
        let jd = try jd("We are looking for a baker, a good one.\nOtter Tools Ltd.\nGhent, Belgium\n\n\(Self.prose)\n")
        #expect(jd.company == nil && jd.location == nil)
    }

    @Test("a title of the who-is-hiring kind keeps its own company")
    func hiringLine() throws {
        let jd = try jd(
            "Acme | Data Engineer | Berlin | Full-time\nOtter Tools Ltd.\nGhent, Belgium\n\n\(Self.prose)\n")
        #expect(jd.company == "Acme")
        #expect(jd.location == "Berlin")
    }
}
