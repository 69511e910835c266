import StrataModel

/// Reads how senior a hire is wanted: from the title, else from what the text says of years and level.
struct SeniorityReader: Sendable {
    private let titles = Matcher(Self.titleWords.map { Term($0.word, isCaseSensitive: $0.isExact) })

    /// The highest step that the title names: a "Senior Manager" manages, a "Staff Engineer, Senior" is staff.
    ///
    /// - returns: nil when it names none.
    func seniority(ofTitle title: String) -> Seniority? {
        let steps = titles.matches(in: title).compactMap { Self.titleWords[$0.term].step }
        return steps.max { Self.rank($0) < Self.rank($1) }
    }

    /// The level that the text names first, else the one that its years of experience mean.
    func seniority(ofText bytes: UnsafeBufferPointer<UInt8>, signals: [Phrases.Signal]) -> Seniority? {
        var most: Int?
        for signal in signals {
            switch signal.meaning {
            case .seniority(let step): return step
            case .years:
                if let years = Self.number(before: signal.span.lowerBound, in: bytes) { most = max(most ?? 0, years) }
            default: break
            }
        }
        return most.map { $0 >= 5 ? .senior : $0 >= 2 ? .mid : .junior }
    }

    /// The number in "5+ years" or "3-5 years", of a range the lower; nil for what is no span of work (10 years of growth).
    private static func number(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = end
        while index > 0, [0x20, 0x2B, 0x2D].contains(bytes[index - 1]) { index -= 1 }
        var number = digits(before: &index, in: bytes)
        guard number != nil else { return nil }
        while index > 0, [0x20, 0x2D].contains(bytes[index - 1]) { index -= 1 }
        if index < end, let lower = digits(before: &index, in: bytes) { number = lower }
        return number.flatMap { $0 <= 15 ? $0 : nil }
    }

    private static func digits(before index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = index
        while start > 0, index - start < 2, ASCII.isDigit(bytes[start - 1]) { start -= 1 }
        guard start < index, !bytes.isWord(before: start) else { return nil }
        let number = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        index = start
        return number
    }

    /// From the bottom of the ladder; executives lead, and a lead stands above a principal only in name.
    private static func rank(_ step: Seniority) -> Int { Seniority.allCases.firstIndex(of: step) ?? 0 }

    /// Words of titles; those without a step keep a longer phrase from being taken for its last word.
    private static let titleWords: [(word: String, step: Seniority?, isExact: Bool)] = [
        ("intern", .intern, false), ("internship", .intern, false), ("working student", .intern, false),
        ("werkstudent", .intern, false), ("trainee", .intern, false), ("apprentice", .intern, false),
        ("co-op", .intern, false), ("praktikant", .intern, false), ("stagiaire", .intern, false),
        ("stage", .intern, false),
        ("junior", .junior, false), ("jr", .junior, false), ("entry level", .junior, false),
        ("graduate", .junior, false),
        ("associate", .junior, false), ("I", .junior, true), ("early career", .junior, false),
        ("mid", .mid, false), ("mid level", .mid, false), ("intermediate", .mid, false), ("medior", .mid, false),
        ("II", .mid, true),
        ("senior", .senior, false), ("sr", .senior, false), ("III", .senior, true), ("IV", .senior, true),
        ("experienced", .senior, false), ("expert", .senior, false),
        ("staff", .staff, false), ("technical staff", nil, false), ("staffing", nil, false),
        ("principal", .principal, false), ("distinguished", .principal, false), ("fellow", .principal, false),
        ("lead", .lead, false), ("team lead", .lead, false), ("tech lead", .lead, false), ("leader", .lead, false),
        ("lead generation", nil, false),
        ("manager", .manager, false), ("mgr", .manager, false), ("supervisor", .manager, false),
        ("product manager", nil, false), ("project manager", nil, false), ("program manager", nil, false),
        ("programme manager", nil, false), ("account manager", nil, false), ("case manager", nil, false),
        ("community manager", nil, false), ("office manager", nil, false),
        ("director", .director, false), ("head of", .director, false), ("head", .director, false),
        ("art director", nil, false),
        ("vp", .executive, false), ("vice president", .executive, false), ("chief", .executive, false),
        ("chief of staff", nil, false), ("CTO", .executive, true), ("CDO", .executive, true), ("CIO", .executive, true),
        ("CEO", .executive, true),
    ]

    static let textPhrases: [(phrase: String, step: Seniority)] = [
        ("this internship", .intern), ("as an intern", .intern), ("internship program", .intern),
        ("entry level", .junior), ("entry-level position", .junior), ("recent graduate", .junior),
        ("recent graduates", .junior), ("new graduates", .junior), ("junior position", .junior),
        ("mid-level", .mid), ("seniority: mid", .mid), ("senior-level", .senior), ("senior level", .senior),
    ]

    static let years = ["years", "year", "yrs", "jahre", "jahren", "années", "ans", "jaar", "años", "anos"]
}
