internal import StrataModel

/// Finds columns by what their values look like, where names tell nothing.
///
/// A field that a name has fed already needs no values; ids are never found so, as an unnamed column of numbers is most
/// often the row's number.
struct ValueColumns {
    /// Columns by role, best first.
    private(set) var found: [ColumnRole: [Int]] = [:]
    /// Columns that hold addresses or numbers of people, whatever they are called.
    private(set) var contacts: Set<Int> = []

    private let columns: [String]
    /// The words of the names of columns that names leave free.
    private let words: [Int: [String]]
    private var values: [Int: [String]] = [:]
    private var taken: Set<Int> = []

    /// - parameters:
    ///   - records: the first of the file.
    ///   - plan: what is known by names, the profile and the user.
    init(_ records: [RawRecord], columns: [String], plan: ColumnPlan) {
        self.columns = columns
        let wanted = plan.wanted
        var words: [Int: [String]] = [:]
        for column in columns.indices where column >= wanted.count || !wanted[column] {
            let name = ColumnNames.normalisedWords(columns[column])
            let isContact = columns[column].utf8.count <= 200 && ContactColumn.isOne(words: name)
            if !isContact, ColumnNames.denied.isDisjoint(with: name) { words[column] = name }
        }
        self.words = words
        let free = words.keys.sorted()
        // A file with thousands of paths has its names; looking into them all would take longer than reading it.
        guard !free.isEmpty, free.count <= 400 else { return }
        var cleaner = TextCleaner()
        for record in records {
            for column in free where record.holds(column) {
                let value = record.withValue(column) { bytes in
                    cleaner.text(UnsafeBufferPointer(rebasing: bytes.prefix(4000)))
                }
                if let value, !Placeholder.isOne(value) { values[column, default: []].append(value) }
            }
        }
        findContacts()
        findText(plan)
        find(.url, plan, notNamed: Self.employers) { Self.isAddress($0) && !Self.isPicture($0) }
        find(.postedOn, plan, notNamed: Self.otherDates) { Self.isDate($0) }
        find(.salary, plan, atLeast: 0.5, notNamed: Self.otherMoney) { Self.isPay($0) }
        find(.employmentType, plan) { EmploymentType.isOnly($0) }
        find(.location, plan, atLeast: 0.6, notNamed: Self.employers) { $0.utf8.count <= 120 && Self.isPlace($0) }
        find(.title, plan, atLeast: 0.5, distinct: 0.3, notNamed: Self.employers) { Self.isTitle($0) }
        find(.seniority, plan) { $0.utf8.count <= 40 && SeniorityLevel.read($0) != nil }
        // Names of firms look like any other names: only where the column has no name to go by.
        let nameless = Set(free.filter { Self.isNameless(words[$0] ?? []) })
        find(.company, plan, atLeast: 0.6, distinct: 0.2, among: nameless) {
            CompanyLine.isName($0.collapsingWhitespace())
        }
    }

    // MARK: Choosing

    private mutating func find(
        _ field: Field, _ plan: ColumnPlan, atLeast share: Double = 0.8, distinct: Double = 0,
        notNamed words: Set<String> = [], among: Set<Int>? = nil, _ fits: (String) -> Bool
    ) {
        guard plan.columns(field).isEmpty else { return }
        if field == .location {
            let parts = plan.columns(.city) + plan.columns(.region) + plan.columns(.country)
            guard parts.isEmpty else { return }
        }
        if field == .salary { guard (plan.columns(.salaryMin) + plan.columns(.salaryMax)).isEmpty else { return } }
        var best: (column: Int, score: Double)?
        for (column, values) in values.sorted(by: { $0.key < $1.key }) {
            guard !taken.contains(column), among?.contains(column) ?? true, values.count >= 2 || isLone(values),
                words.isDisjoint(with: self.words[column] ?? [])
            else { continue }
            let different = Double(Set(values).count) / Double(values.count)
            let score = Double(values.count(where: fits)) / Double(values.count)
            guard score >= share, different >= distinct, score > (best?.score ?? 0) else { continue }
            best = (column, score)
        }
        guard let best else { return }
        found[.field(field)] = [best.column]
        taken.insert(best.column)
    }

    private mutating func findContacts() {
        for (column, values) in values where values.count(where: Self.isContact) * 5 >= values.count * 3 {
            contacts.insert(column)
            taken.insert(column)
        }
        for column in contacts { values[column] = nil }
    }

    /// The longest texts; also beside a column that is called a description and holds only teasers.
    private mutating func findText(_ plan: ColumnPlan) {
        let candidates = values.filter { column, values in
            guard Self.employers.isDisjoint(with: words[column] ?? []) else { return false }
            let texts = values.count(where: { $0.split(separator: " ", maxSplits: 25).count > 25 })
            return texts * 2 > values.count && Set(values).count * 2 > values.count
        }
        let longest = candidates.max { (Self.mean($0.value), -$0.key) < (Self.mean($1.value), -$1.key) }
        guard let longest, Self.mean(longest.value) >= 200 else { return }
        found[.field(.text)] = [longest.key]
        taken.insert(longest.key)
    }

    private static func mean(_ values: [String]) -> Int {
        values.isEmpty ? 0 : values.reduce(0) { $0 + $1.utf8.count } / values.count
    }

    /// One value is little to go by, and all there is in a file of one record.
    private func isLone(_ values: [String]) -> Bool {
        values.count == 1 && self.values.values.allSatisfy { $0.count <= 1 }
    }

    // MARK: What values look like

    /// Whether a value is nothing but an e-mail address or a telephone number.
    private static func isContact(_ value: String) -> Bool {
        guard value.utf8.count <= 80 else { return false }
        let masked = Redaction.masked(value)
        return masked.count == 1 && ["[email]", "[phone]"].contains(masked.text.trimmingWhitespace())
    }

    private static func isAddress(_ value: String) -> Bool {
        (value.hasPrefix("http://") || value.hasPrefix("https://") || value.hasPrefix("www."))
            && !value.contains(where: \.isWhitespace)
    }

    private static func isPicture(_ value: String) -> Bool {
        let path = value.lowercased().prefix { $0 != "?" }
        return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico"].contains { path.hasSuffix($0) }
    }

    private static func isDate(_ value: String) -> Bool {
        guard value.utf8.count <= 40, value.utf8.count >= 6, !value.hasPrefix("http") else { return false }
        // A number alone is a time only where it can be nothing else.
        if value.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) {
            return [10, 13].contains(value.prefix { $0 != "." }.utf8.count) && DateText.read(value) != nil
        }
        return DateText.read(value) != nil
    }

    private static func isPay(_ value: String) -> Bool {
        guard value.utf8.count <= 80, SalaryText.read(value) != nil else { return false }
        return CurrencyName.find(in: MoneyTokens(value).tokens, text: value) != nil
            || SalaryPeriodName.read(value) != nil
    }

    private static func isPlace(_ value: String) -> Bool {
        let place = PlaceReader.read(value)
        return place.country != nil || place.workplace == .remote || KnownPlace.isLine(value)
    }

    private static func isTitle(_ value: String) -> Bool {
        value.utf8.count <= 120 && value.split(separator: " ").count <= 14 && HiringLine.isRole(value)
            && !value.hasPrefix("http")
    }

    /// Whether a column has no name that says anything: `(column 3)`, `field2`, `Unnamed: 0`.
    private static func isNameless(_ words: [String]) -> Bool {
        words.allSatisfy { word in nameless.contains(word.filter { !$0.isNumber }) }
    }

    private static let nameless: Set<String> = [
        "", "column", "col", "field", "unnamed", "var", "f", "c", "x", "v", "a", "b", "d", "e", "spalte", "feld",
        "colonne",
        "champ", "kolom", "veld", "columna", "campo", "colonna", "coluna",
    ]
    private static let employers: Set<String> = [
        "company", "employer", "organisation", "organization", "firm", "unternehmen", "firma", "arbeitgeber",
        "entreprise",
        "societe", "bedrijf", "werkgever", "empresa", "azienda", "headquarters", "logo", "image", "photo", "avatar",
        "benefits", "perks", "competitors", "industry", "sector", "applicant", "parent",
    ]
    private static let otherDates: Set<String> = [
        "deadline", "expires", "expiry", "expiration", "expired", "closing", "closed", "close", "end", "ends", "valid",
        "until", "through", "start", "starts", "birth", "founded", "modified", "scraped", "crawled", "frist", "ablauf",
        "bewerbungsfrist", "eintritt", "beginn", "begin", "limite", "cierre", "scadenza", "sluiting", "sluitingsdatum",
        "fim", "prazo", "debut", "inicio", "interview", "apply",
    ]
    private static let otherMoney: Set<String> = [
        "revenue", "umsatz", "funding", "valuation", "turnover", "bonus", "equity", "budget", "cost", "fee", "price",
    ]
}
