/// Labels in a document's head, "Company: Acme", and whether what stands beside one can be its value.
enum HeadLabel {
    /// A fact by the column name under which it goes on.
    typealias Fact = (name: String, value: String)

    /// The facts that a head can have, and the names under which they go on.
    static let names: [(field: Field, name: String)] = [
        (.company, "company"), (.location, "location"), (.postedOn, "date posted"), (.salary, "salary"),
        (.seniority, "seniority level"), (.employmentType, "employment type"),
    ]

    /// The labels and values of a line, one or several that bars divide; none when it has no label at all.
    ///
    /// - parameter line: without its marks of bold type.
    static func pairs(_ line: String) -> [(label: String, value: String)] {
        guard line.utf8.count <= 200 else { return [] }
        let parts = HeadLine.parts(line, at: "|·•\t")
        if parts.count == 2, !parts[0].contains(":"), field(parts[0]) != nil { return [(parts[0], parts[1])] }
        let pairs = parts.map(pair)
        // A bar may belong to the value, as long as no label follows it.
        if parts.count > 1, pairs.dropFirst().contains(where: { $0.map { field($0.label) != nil } ?? false }) {
            return pairs.compactMap { $0 }
        }
        return pair(line).map { [$0] } ?? []
    }

    private static func pair(_ line: String) -> (label: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") ?? line.firstIndex(of: "：") else { return nil }
        let start = line.firstIndex { $0 != "-" && $0 != "*" && $0 != " " && $0 != "•" } ?? line.startIndex
        guard start < colon else { return nil }
        let label = String(line[start..<colon])
        guard label.split(separator: " ").count <= 4 else { return nil }
        // "Location : : Bonn" where a template had a colon of its own.
        let value = line[line.index(after: colon)...].drop { $0 == ":" || $0 == " " }
        return (label, String(value).trimmingWhitespace())
    }

    /// What a label is for, when it is known word for word.
    static func field(_ label: String) -> Field? {
        guard label.utf8.count <= 40, case .field(let field)? = ColumnNames.exact(label),
            names.contains(where: { $0.field == field }), !vague.contains(label.trimmingWhitespace().lowercased())
        else { return nil }
        return field
    }

    /// "Posted 2026-03-11", "Publié le 3 mars 2026": the day behind words for posting, without a colon.
    static func postedOn(_ line: String) -> String? {
        guard line.utf8.count <= 80 else { return nil }
        let words = line.split(separator: " ")
        for count in (1...3).reversed() where words.count > count {
            guard postings.contains(ColumnNames.normalisedWords(words[..<count].joined(separator: " ").lowercased()))
            else { continue }
            let value = words[count...].joined(separator: " ")
            return DateText.read(value) == nil ? nil : value
        }
        return nil
    }

    /// Whether a value is one for the field: no sentence, no lack of a date where one is promised.
    ///
    /// - parameter isAlone: whether it stands on a line of its own below the label, where it must look like a value.
    static func accepts(_ value: String, for field: Field, isAlone: Bool = false) -> Bool {
        guard !value.isEmpty, value.count <= 120, !Placeholder.isOne(value) else { return false }
        if isAlone, CompanyLine.isSentence(value) || value.hasPrefix("-") || value.hasSuffix(":") { return false }
        let words = value.split(separator: " ").count
        switch field {
        case .postedOn: return DateText.read(value) != nil
        case .seniority: return words <= 4 && SeniorityLevel.read(value) != nil
        case .employmentType: return words <= 10 && EmploymentType.read(value) != nil
        case .salary:
            return value.contains(where: \.isNumber) && (SalaryText.read(value) != nil || !CompanyLine.speaks(value))
        case .company:
            guard value.contains(where: \.isLetter), !CompanyLine.isSentence(value), !CompanyLine.speaks(value) else {
                return false
            }
            return isAlone ? CompanyLine.isName(value) : words <= 10
        case .location:
            // A colon in it: further labels have run into the line.
            guard value.contains(where: \.isLetter), !value.contains(":"), !CompanyLine.isSentence(value),
                !CompanyLine.speaks(value)
            else {
                return false
            }
            return !isAlone || KnownPlace.mayBeLine(value) || words <= 3 && value.first?.isUppercase == true
        default: return false
        }
    }

    /// Names of columns that a text uses for other things.
    private static let vague: Set<String> = [
        "time", "age", "package", "key", "title", "office hours", "type", "types", "level", "commitment", "created",
        "updated at", "date updated", "epoch", "interval", "metro",
    ]

    private static let postings: Set<[String]> = Set(
        """
        posted,posted on,date posted,published,published on,listed,listed on,advertised on,veroffentlicht,veroffentlicht am,\
        eingestellt am,online seit,publie,publie le,en ligne depuis,geplaatst,geplaatst op,online sinds,publicado,\
        publicado el,publicada el
        """.split(separator: ",").map { $0.split(separator: " ").map(String.init) })
}
