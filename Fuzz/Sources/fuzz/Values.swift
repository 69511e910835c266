import StrataModel

@testable import StrataImport

/// Cleaners of single values: they give a sane value or none.
enum Values {
    static func check(_ target: FuzzTarget, _ bytes: [UInt8]) {
        let text = TextDecoding.string(bytes)
        switch target {
        case .salary:
            if let salary = SalaryText.read(text) { check(salary) }
        case .date:
            _ = DateText.read(text)
            _ = RelativeDate.daysAgo(text)
            _ = DateText.provenOrder(text)
        case .place:
            _ = PlaceName.read(text)
            _ = KnownPlace.isLine(text)
        case .redact: checkRedaction(text)
        default:
            var cleaner = TextCleaner()
            let once = bytes.withUnsafeBufferPointer { cleaner.text($0) }
            precondition(String(validating: Array(once.utf8), as: UTF8.self) != nil, "text is UTF-8")
            _ = CompanyName.clean(text)
            _ = EmploymentType.read(text)
            _ = SeniorityLevel.read(text)
            _ = HiringLine(text)
            _ = DocumentHead.read([text], title: "Data Engineer", known: [])
        }
    }

    /// What is masked stays so, and what is not masked stays as it was.
    private static func checkRedaction(_ text: String) {
        let (masked, count) = Redaction.masked(text, employer: "Acme Robotics")
        precondition(
            count > 0 || masked.unicodeScalars.elementsEqual(text.unicodeScalars), "nothing found, nothing changed")
        precondition(masked.utf8.count { $0 == UInt8(ascii: "]") } >= count, "each finding has its mark")
        precondition(masked.utf8.count <= text.utf8.count + count * 7, "marks are all that is added")
    }

    private static func check(_ salary: Salary) {
        precondition(salary.min?.isFinite ?? true, "a salary is a number")
        precondition(salary.max?.isFinite ?? true, "a salary is a number")
    }
}
