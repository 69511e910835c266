internal import GRDB
internal import StrataModel
internal import StrataStorage

/// One side of a comparison, as it is spelled: dates, a source, a company or a place.
public struct ComparedSide: Sendable, Hashable {
    /// As the user wrote it.
    public var text: String
    /// As it is called in the report: `2026, US`.
    public private(set) var name = ""
    /// What it asks for.
    public var filter: JDFilter

    /// Reads `2025`, `2025-Q2`, `2025-03`, `2025-01-15..2025-03-01` (the second day no more in it), `source=greenhouse`,
    /// `company=Acme`, `location=Berlin`, `country=DE`, or several with commas between.
    ///
    /// - throws: ``ComparedSideError``.
    public init(spelled text: String) throws {
        self.text = text
        filter = JDFilter()
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed }
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { throw ComparedSideError(text: text) }
        var asked: Set<String> = []
        for part in parts {
            let what = try add(part)
            guard asked.insert(what).inserted else {
                throw ComparedSideError(text: text, problem: "names its \(what) twice")
            }
        }
        name = parts.map { part in
            part.firstIndex(of: "=").map { part[part.index(after: $0)...].trimmed } ?? part
        }.joined(separator: ", ")
    }

    /// - returns: what the part is about: dates, a source, ...
    private mutating func add(_ part: String) throws -> String {
        if let window = Self.window(part) {
            (filter.since, filter.until) = (window.since, window.until)
            return "dates"
        }
        let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
        guard sides.count == 2, !sides[1].isEmpty else { throw ComparedSideError(text: part) }
        let what = sides[0].lowercased()
        switch what {
        case "source": filter.source = sides[1]
        case "company": filter.company = sides[1]
        case "location": filter.location = sides[1]
        case "country": filter.country = sides[1].uppercased()
        default: throw ComparedSideError(text: part)
        }
        return what
    }

    private static func window(_ text: String) -> DateWindow? {
        if let dots = text.firstRange(of: "..") {
            guard let since = CalendarDate(iso: text[..<dots.lowerBound]),
                let until = CalendarDate(iso: text[dots.upperBound...]), since < until
            else { return nil }
            return DateWindow(since: since, until: until)
        }
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
        let (month, length): (Int, Int)
        switch parts.count {
        case 1: (month, length) = (0, 12)
        case 2 where parts[1].first == "Q":
            guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
            (month, length) = ((quarter - 1) * 3, 3)
        case 2:
            guard let number = Int(parts[1]), parts[1].utf8.count == 2, (1...12).contains(number) else { return nil }
            (month, length) = (number - 1, 1)
        default: return nil
        }
        let end = year * 12 + month + length
        guard let since = CalendarDate(year: year, month: month + 1, day: 1),
            let until = CalendarDate(year: end / 12, month: end % 12 + 1, day: 1)
        else { return nil }
        return DateWindow(since: since, until: until)
    }

    /// The filter that both sides share, with what this side asks for.
    func over(_ shared: JDFilter) -> JDFilter {
        var filter = shared
        filter.since = self.filter.since ?? shared.since
        filter.until = self.filter.until ?? shared.until
        filter.source = self.filter.source ?? shared.source
        filter.company = self.filter.company ?? shared.company
        filter.location = self.filter.location ?? shared.location
        filter.country = self.filter.country ?? shared.country
        return filter
    }
}

/// A side of a comparison that says nothing that can be compared, contradicts itself, or is the other side.
public struct ComparedSideError: Error, Sendable, Hashable, CustomStringConvertible {
    public var text: String
    /// What is wrong with it.
    public var problem = "is no side to compare"

    public var description: String {
        "'\(text)' \(problem); give 2025, 2025-Q2, 2025-03 or 2025-01-15..2025-03-01, or source=NAME, "
            + "company=TEXT, location=TEXT, country=CODE, or several with commas between"
    }
}

extension StringProtocol {
    /// Without spaces around it.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
