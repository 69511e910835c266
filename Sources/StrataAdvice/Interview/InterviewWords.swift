/// Names as a sentence lists them.
enum InterviewWords {
    /// `A`, `A and B`, `A, B and C`; of more than so many the rest as a number.
    static func listed(_ names: [String], most: Int = 6) -> String {
        let shown = names.count > most + 1 ? Array(names.prefix(most)) + ["\(names.count - most) more"] : names
        guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `1 question`, `2 questions`.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
