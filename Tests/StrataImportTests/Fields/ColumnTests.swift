import StrataModel
import Testing

@testable import StrataImport

@Suite("Columns by name")
struct ColumnTests {
    @Test(
        "names in five languages, any spelling, nested or misspelt",
        arguments: [
            ("Job Title", "title"), ("jobTitle", "title"), ("job_title", "title"), ("Titel", "title"),
            ("Stellenbezeichnung", "title"), ("Intitulé du poste", "title"), ("Vacaturetitel", "title"),
            ("Puesto", "title"), ("data.job.title", "title"), ("Conpany", "company"), ("companyName", "company"),
            ("hiringOrganization.name", "company"), ("company.display_name", "company"), ("Unternehmen", "company"),
            ("Entreprise", "company"), ("Bedrijfsnaam", "company"), ("Empresa", "company"), ("Location", "location"),
            ("Arbeitsort", "location"), ("Lieu de travail", "location"), ("Standplaats", "location"),
            ("Ubicación", "location"), ("location.name", "location"), ("publishedAt", "date"), ("postedAt", "date"),
            ("date_posted", "date"), ("time", "date"), ("job_posted_date", "date"), ("Veröffentlicht am", "date"),
            ("Fecha de publicación", "date"), ("Salary Estimate", "salary"), ("Gehalt", "salary"),
            ("base_salary.min_amount", "salaryMin"), ("baseSalary.value.maxValue", "salaryMax"),
            ("baseSalary.currency", "currency"), ("base_salary.payment_period", "salaryPeriod"),
            ("job_seniority_level", "seniority"), ("formatted_experience_level", "seniority"),
            ("contractType", "employmentType"), ("Anstellungsart", "employmentType"),
            ("descriptionHtml", "description"),
            ("job_description_formatted", "description"), ("Stellenbeschreibung", "description"),
            ("Descripción", "description"), ("hosted_url", "url"), ("job_posting_id", "id"), ("identifier.value", "id"),
            ("scrapedAt", "scrapedAt"), ("timestamp", "scrapedAt"), ("source", "source"),
        ])
    func recognised(_ name: String, _ field: String) throws {
        #expect(ColumnNames.recognise(name)?.role == .field(try #require(Field(rawValue: field))))
    }

    @Test(
        "parts of a place",
        arguments: [
            ("What country is the job based in?", ColumnRole.country), ("City", .city),
            ("jobLocation.address.addressRegion", .region), ("jobLocationType", .workplace),
            ("workplaceType", .workplace),
        ])
    func parts(_ name: String, _ role: ColumnRole) { #expect(ColumnNames.recognise(name)?.role == role) }

    @Test(
        "names that mean something else",
        arguments: [
            "", "searchTitle", "searchLocation", "company_url", "company_id", "title_id", "company_logo", "Rating",
            "hiringOrganization.address.addressLocality", "company.description", "input.discovery_input.location",
            "recruiter_name", "applicationsCount", "near_dup_group", "layer_by_title", "error", "Headquarters",
        ])
    func others(_ name: String) { #expect(ColumnNames.recognise(name) == nil) }

    @Test("of several columns for a field the best comes first; searchTitle is none")
    func ranking() throws {
        let text = "searchTitle,name,title,summary,description_html,id\nx,y,Data Engineer,s,<p>Long.</p>,7\n"
        let all = try readings(text, name: "a.csv")
        #expect(all.titles == ["Data Engineer"])
        #expect(all.jds[0].text == "Long.")
        #expect(all.jds[0].externalID == "7")
        #expect(all.mapping[.title] == ["title", "name"])
        #expect(all.mapping.unused == ["searchTitle"])
    }

    @Test("the names that --map takes, with synonyms")
    func mapNames() {
        #expect(Field(named: "description") == .text)
        #expect(Field(named: "Text") == .text)
        #expect(Field(named: "date") == .postedOn)
        #expect(Field(named: "salary_min") == .salaryMin)
        #expect(Field(named: "nonsense") == nil)
    }
}
