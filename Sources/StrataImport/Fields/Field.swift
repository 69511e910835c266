/// What a column can feed: the names that `--map` takes.
public enum Field: String, CaseIterable, Sendable {
    case id, title, company, location
    case postedOn = "date"
    case salary, salaryMin, salaryMax, currency, salaryPeriod
    case seniority, employmentType, url
    case text = "description"
    case source, scrapedAt

    /// The field that a user names, by its name or a usual other one, in any case; nil when there is none.
    public init?(named name: String) {
        let key = name.lowercased().filter { $0.isLetter }
        if let field = Self.allCases.first(where: { $0.rawValue.lowercased() == key }) {
            self = field
            return
        }
        guard let field = Self.synonyms[key] else { return nil }
        self = field
    }

    private static let synonyms: [String: Field] = [
        "externalid": .id, "jobid": .id, "jobtitle": .title, "position": .title, "employer": .company,
        "organisation": .company, "organization": .company, "companyname": .company, "place": .location,
        "city": .location, "posted": .postedOn, "postedon": .postedOn, "dateposted": .postedOn,
        "postedat": .postedOn, "pay": .salary, "salaryfrom": .salaryMin, "minsalary": .salaryMin,
        "salaryto": .salaryMax, "maxsalary": .salaryMax, "salarycurrency": .currency, "period": .salaryPeriod,
        "payperiod": .salaryPeriod, "level": .seniority, "experiencelevel": .seniority, "type": .employmentType,
        "jobtype": .employmentType, "contracttype": .employmentType, "link": .url, "text": .text, "body": .text,
        "jobdescription": .text, "content": .text, "scraped": .scrapedAt, "timestamp": .scrapedAt,
    ]
}
