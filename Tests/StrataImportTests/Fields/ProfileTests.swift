import StrataCatalogue
import StrataModel
import Testing

@testable import StrataImport

@Suite("Profiles of known systems")
struct ProfileTests {
    static let shipped = (try? Seeds.profiles()) ?? []

    static func profile(_ name: String) throws -> ImportProfile { try #require(shipped.first { $0.name == name }) }

    @Test("every shipped profile names fields that are known, and feeds a title and a text")
    func wellFormed() {
        #expect(
            Self.shipped.map(\.name) == ["greenhouse", "lever", "workday", "linkedin", "indeed", "glassdoor"])
        for profile in Self.shipped {
            for feed in profile.feeds {
                #expect(ColumnRole(named: feed.field) != nil, "\(profile.name): \(feed.field)")
                #expect(!feed.columns.isEmpty && Set(feed.columns).count == feed.columns.count, "\(feed)")
                for column in feed.columns { #expect(!ContactColumn.isOne(column), "\(profile.name): \(column)") }
            }
            let fields = profile.feeds.map(\.field)
            #expect(Set(fields).count == fields.count)
            #expect(fields.contains("title") && fields.contains("description") && profile.source == profile.name)
        }
    }

    @Test("Greenhouse's job board: markup escaped twice, the office's place, the board's date")
    func greenhouse() throws {
        let text = """
            {"jobs": [{"id": 44, "internal_job_id": 9, "title": "Data Engineer", "updated_at": "2026-03-09T10:00:00-04:00",
              "first_published": "2026-02-01T09:30:00-05:00", "requisition_id": "R-7", "company_name": "Quillmark",
              "location": {"name": "Kyoto, Japan"}, "absolute_url": "https://boards.example/quillmark/jobs/44",
              "content": "&lt;p&gt;You build &amp;amp; run pipelines.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Airflow&lt;/li&gt;&lt;/ul&gt;",
              "departments": [{"id": 1, "name": "Data"}], "offices": [{"id": 2, "name": "Kyoto"}]}], "meta": {"total": 1}}
            """
        let all = try readings(text, name: "a.json", options: RecordOptions(profile: Self.profile("greenhouse")))
        let jd = try #require(all.jds.first)
        #expect(jd.externalID == "44" && jd.title == "Data Engineer" && jd.company == "Quillmark")
        #expect(jd.text.contains("You build & run pipelines.") && jd.text.contains("Airflow"))
        #expect(jd.place == Place(city: "Kyoto", country: "JP") && jd.postedOn?.description == "2026-02-01")
        #expect(jd.url == "https://boards.example/quillmark/jobs/44" && jd.source == "greenhouse")
        #expect(all.mapping.missed.map(\.field).contains("salaryMin"))
    }

    @Test("Lever: the title is called text, lists become sections, milliseconds a date", arguments: [true, false])
    func lever(isNamed: Bool) throws {
        let text = """
            [{"id": "a-1", "text": "ML Engineer", "createdAt": 1770053906000, "hostedUrl": "https://jobs.example/a-1",
              "description": "<div>We ship models.</div>", "descriptionPlain": "We ship models.",
              "categories": {"commitment": "Full-time", "location": "Porto", "team": "Core", "allLocations": ["Porto"]},
              "lists": [{"text": "What you do", "content": "<li>Train</li><li>Deploy</li>"},
                        {"text": "What you bring:", "content": "<li>PyTorch</li>"}],
              "additional": "<div>We offer shares.</div>", "additionalPlain": "We offer shares.", "country": "PT",
              "workplaceType": "hybrid",
              "salaryRange": {"min": 40000, "max": 60000, "currency": "EUR", "interval": "per-year-salary"}}]
            """
        let profile = isNamed ? try Self.profile("lever") : nil
        let jd = try #require(try readings(text, name: "a.json", options: RecordOptions(profile: profile)).jds.first)
        #expect(jd.title == "ML Engineer" && jd.externalID == "a-1" && jd.postedOn?.description == "2026-02-02")
        let order = ["We ship models.", "What you do:", "Train", "What you bring:", "PyTorch", "We offer shares."]
        var rest = Substring(jd.text)
        for part in order {
            let found = try #require(rest.firstRange(of: part), "\(part) in \(jd.text)")
            rest = rest[found.upperBound...]
        }
        #expect(!rest.contains("We offer shares."))
        #expect(jd.salary == Salary(min: 40_000, max: 60_000, currency: "EUR", period: .year))
        #expect(jd.place == Place(city: "Porto", country: "PT", workplace: .hybrid) && jd.employmentType == "Full-time")
        #expect(jd.source == (isNamed ? "lever" : "default"))
    }

    @Test("Workday: the posting of a career site, and a report as CSV")
    func workday() throws {
        let posting = """
            [{"jobPostingInfo": {"id": "0f", "title": "Analytics Engineer", "jobDescription": "<p>Model the data.</p>",
              "location": "Ghent, Belgium", "postedOn": "Posted 30+ Days Ago", "timeType": "Full time",
              "jobReqId": "JR-204", "externalUrl": "https://wd.example/job/204", "remoteType": "Fully Remote",
              "country": {"descriptor": "Belgium", "id": "x"}}, "hiringOrganization": {"name": "Oakhollow"}}]
            """
        let options = RecordOptions(
            asOf: CalendarDate(year: 2026, month: 4, day: 1), profile: try Self.profile("workday"))
        let jd = try #require(try readings(posting, name: "a.json", options: options).jds.first)
        #expect(jd.externalID == "JR-204" && jd.company == "Oakhollow" && jd.text == "Model the data.")
        #expect(jd.postedOn?.description == "2026-03-02" && jd.postedRaw == "Posted 30+ Days Ago")
        #expect(jd.place == Place(city: "Ghent", country: "BE", workplace: .remote))
        let report = """
            Job Requisition ID,Job Posting Title,Primary Location,Job Description,Recruiting Start Date,Time Type,Recruiter
            R1,Data Steward,Aarhus,Keep data tidy.,02/28/2026,Part time,Somebody
            """
        let row = try readings(report, name: "a.csv", options: options)
        #expect(row.jds.first?.externalID == "R1" && row.jds.first?.title == "Data Steward")
        #expect(row.jds.first?.postedOn?.description == "2026-02-28" && row.jds.first?.employmentType == "Part-time")
        #expect(row.mapping.contacts == ["Recruiter"])
    }

    @Test("LinkedIn, Indeed and Glassdoor as scrapers deliver them")
    func boards() throws {
        let linkedin = """
            [{"job_posting_id": "77", "job_title": "Prompt Engineer", "company_name": "Tallowby", "job_location": "Remote",
              "job_summary": "Write prompts.", "job_seniority_level": "Entry level", "job_employment_type": "Contract",
              "base_salary": {"min_amount": 50, "max_amount": 60, "currency": "$", "payment_period": "hr"},
              "job_posted_date": "2026-05-06T00:00:00Z", "country_code": "IE", "job_poster": {"name": "Somebody"}}]
            """
        let indeed = """
            [{"jobkey": "ab12", "displayTitle": "Data Scientist", "company": "Fernhill", "formattedLocation": "Leeds",
              "snippet": "<ul><li>Find patterns</li></ul>", "pubDate": 1770053906000, "remoteLocation": false,
              "extractedSalary": {"min": 200, "max": 250, "type": "DAILY"}, "viewJobLink": "https://in.example/ab12"}]
            """
        let glassdoor = """
            [{"jobview": {"header": {"jobTitleText": "MLOps Engineer", "employerNameFromSearch": "Brackwater",
              "locationName": "Malmö", "ageInDays": 12, "payCurrency": "SEK", "payPeriod": "MONTHLY",
              "payPeriodAdjustedPay": {"p10": 45000, "p50": 50000, "p90": 60000}},
              "job": {"listingId": 1234567890123, "description": "<p>Serve models.</p>"}}}]
            """
        func first(_ text: String, _ name: String) throws -> JobDescription {
            let options = RecordOptions(
                asOf: CalendarDate(year: 2026, month: 4, day: 13), profile: try Self.profile(name))
            return try #require(try readings(text, name: "a.json", options: options).jds.first)
        }
        let (l, i, g) = (
            try first(linkedin, "linkedin"), try first(indeed, "indeed"), try first(glassdoor, "glassdoor")
        )
        #expect(l.externalID == "77" && l.seniority == .junior && l.place == Place(country: "IE", workplace: .remote))
        #expect(l.salary == Salary(min: 50, max: 60, currency: "USD", period: .hour))
        #expect(i.externalID == "ab12" && i.salary == Salary(min: 200, max: 250, currency: "GBP", period: .day))
        #expect(i.postedOn?.description == "2026-02-02" && i.place.workplace == nil)
        #expect(g.externalID == "1234567890123" && g.company == "Brackwater" && g.text == "Serve models.")
        #expect(g.postedOn?.description == "2026-04-01" && g.place == Place(city: "Malmö", country: "SE"))
        #expect(g.salary == Salary(min: 45_000, max: 60_000, currency: "SEK", period: .month))
        #expect(g.salary?.yearlyMax == 720_000)
    }

    @Test("Glassdoor's CSV: rating behind the company, salary estimates")
    func glassdoorTable() throws {
        let text = """
            ,Job Title,Salary Estimate,Job Description,Rating,Company Name,Location
            0,Data Analyst,$21-$34 Per Hour(Glassdoor est.),"Count things,
            every day.",3.4,"Wrenfield
            3.4","Fargo, ND"
            1,Data Analyst,-1,Count.,-1,-1,-1

            """
        let jds = try readings(text, name: "a.csv", options: RecordOptions(profile: Self.profile("glassdoor"))).jds
        #expect(jds.map(\.company) == ["Wrenfield", nil] && jds.map(\.externalID) == [nil, nil])
        #expect(jds[0].place == Place(city: "Fargo", region: "ND", country: "US"))
        #expect(jds[0].salary == Salary(min: 21, max: 34, currency: "USD", period: .hour) && jds[1].salary == nil)
    }

    @Test("a profile of another system is refused, naming the file's columns; a map goes before a profile")
    func precedence() throws {
        let text = "Headline,Words\nData Engineer,Build.\n"
        let profile = try Self.profile("lever")
        let error = #expect(throws: InputError.self) {
            try readings(text, name: "a.csv", options: RecordOptions(profile: profile))
        }
        #expect(error?.kind == .unknownColumn)
        #expect(error?.description.contains("lever") == true && error?.description.contains("Words") == true)
        let own = ImportProfile(
            name: "own", summary: "", source: "desk",
            feeds: [
                ImportProfile.Feed(field: "title", columns: ["Words"]),
                ImportProfile.Feed(field: "description", columns: ["headline"]),
            ], origin: .own)
        let jd = try #require(try readings(text, name: "a.csv", options: RecordOptions(profile: own)).jds.first)
        #expect(jd.title == "Build." && jd.text == "Data Engineer" && jd.source == "desk")
        let mapped = RecordOptions(map: [.title: "Headline", .text: "Words"], source: "mine", profile: own)
        let other = try readings(text, name: "a.csv", options: mapped)
        #expect(other.jds.first?.title == "Data Engineer" && other.jds.first?.source == "mine")
        #expect(other.mapping.feeds.flatMap(\.reasons) == [.map, .map])
    }
}
