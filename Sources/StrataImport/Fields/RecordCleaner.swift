import StrataModel

/// Makes a JD of a record's raw values.
struct RecordCleaner {
    /// What came of a record.
    enum Outcome {
        case jd(JobDescription)
        /// Why it is none.
        case unusable(String)
    }

    /// The longest title that is kept, in characters.
    static let titleLimit = 300

    let options: RecordOptions
    let plan: ColumnPlan
    /// The order of day and month in each date column, where a row proved one.
    var dateOrders: [Int: DateOrder] = [:]
    /// The length at which each text column cuts its texts, in Unicode scalars, where it does.
    var cutLengths: [Int: Int] = [:]
    /// What stands over the text of a column that adds to the description.
    let headings: [Int: String]
    /// Date columns whose numbers are days since the posting: Glassdoor's `ageInDays`.
    let agesInDays: Set<Int>
    var cleaner = TextCleaner()
    var places = Memo<PlaceName.Reading>()
    var placeParts = Memo<Place>()
    var workplaces = Memo<Workplace?>()
    var pays = Memo<PayReading>()
    private var companies = Memo<String?>()
    private var levels = Memo<Seniority?>()
    private var employments = Memo<String?>()

    init(options: RecordOptions, plan: ColumnPlan, columns: [String]) {
        self.options = options
        self.plan = plan
        agesInDays = Set(
            plan.columns(.postedOn).filter { column in
                let words = ColumnNames.normalisedWords(columns[column])
                return words.last == "age" || words.suffix(2) == ["in", "days"] || words.suffix(2) == ["days", "ago"]
            })
        headings = Dictionary(
            uniqueKeysWithValues: plan.columns(.moreText).map { column in
                let words = ColumnNames.normalisedWords(String(columns[column].split(separator: ".").last ?? ""))
                let heading = words.joined(separator: " ")
                return (column, heading.prefix(1).uppercased() + heading.dropFirst())
            })
    }

    /// Cleans one record.
    mutating func clean(_ record: RawRecord) -> Outcome {
        let description = description(record)
        let text = description.text
        var title = line(.title, record)?.cut(to: Self.titleLimit)
        guard title != nil || !text.isEmpty else { return .unusable(Self.emptyReason(record)) }
        var place = place(record)
        var company = company(record)
        var pay = pay(record)
        var employment = pay.employmentType ?? employmentType(record)
        let firstLine = title == nil ? String(text.prefix { $0 != "\n" }) : nil
        if let line = firstLine ?? title.flatMap({ HiringLine.isTitle($0) ? $0 : nil }), let hiring = HiringLine(line) {
            title = hiring.role ?? title
            company = company ?? hiring.company
            if place.place == nil { place.place = hiring.place }
            if pay.raw == nil, let salary = hiring.salary { pay = PayReading(text: salary) }
            employment = employment ?? hiring.employmentType
        }
        if title == nil { title = firstLine?.collapsingWhitespace().cut(to: 120) }
        if pay.raw == nil, let salary = place.salary, !Self.saysNothing(salary) { pay = PayReading(text: salary) }
        let parts = parts(of: place.place, record, title: title ?? "", description: text)
        pay = Self.localised(pay, country: parts.country)
        let posted = posted(record)
        return .jd(
            JobDescription(
                externalID: line(.id, record).flatMap { $0.utf8.count <= 500 ? $0 : nil }, source: source(record),
                title: title ?? "", company: company, location: place.place,
                place: parts, postedOn: posted.date,
                postedRaw: posted.raw, seniority: seniority(record),
                salary: pay.salary, salaryRaw: pay.raw, employmentType: employment, url: url(record), text: text,
                language: TextLanguage.read(text), isTruncated: description.isTruncated))
    }

    private static func emptyReason(_ record: RawRecord) -> String {
        record.cells.isEmpty
            ? "empty: neither title nor text" : "error record: neither title nor text; --map names their columns"
    }

    // MARK: Single values

    /// The first value among a field's columns that says something, on one line.
    mutating func line(_ field: Field, _ record: RawRecord) -> String? {
        for column in plan.columns(field) { if let value = line(column, record) { return value } }
        return nil
    }

    /// A column's value on one line, nil for a placeholder.
    mutating func line(_ column: Int, _ record: RawRecord) -> String? {
        guard record.holds(column) else { return nil }
        let value = record.withValue(column) { cleaner.line($0) }
        return value.flatMap { Placeholder.isOne($0) ? nil : $0 }
    }

    private mutating func company(_ record: RawRecord) -> String? {
        for column in plan.columns(.company) where record.holds(column) {
            guard let raw = record.withValue(column, { cleaner.text($0) }) else { continue }
            if let name = companies.value(for: raw, make: CompanyName.clean), name.utf8.count <= 200 { return name }
        }
        return nil
    }

    private mutating func seniority(_ record: RawRecord) -> Seniority? {
        guard let value = line(.seniority, record) else { return nil }
        return levels.value(for: value, make: SeniorityLevel.read)
    }

    private mutating func employmentType(_ record: RawRecord) -> String? {
        for column in plan.columns(.employmentType) {
            if let value = line(column, record),
                let type = employments.value(for: value, make: EmploymentType.read)
            {
                return type
            }
        }
        return nil
    }

    private mutating func url(_ record: RawRecord) -> String? {
        for column in plan.columns(.url) {
            guard let value = line(column, record), value.utf8.count <= 2000 else { continue }
            if value.hasPrefix("http://") || value.hasPrefix("https://") || value.hasPrefix("www.") { return value }
        }
        return nil
    }

    private mutating func source(_ record: RawRecord) -> String {
        if let source = options.source { return source }
        guard let value = line(.source, record), value.utf8.count <= 80, !value.holds("://") else {
            return options.profile?.source ?? "default"
        }
        return value
    }
}
