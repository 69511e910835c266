/// Names and words in sentences.
public enum Prose {
    /// `A`, `A and B`, `A, B and C`; empty for none.
    ///
    /// - parameter word: what stands before the last.
    public static func list(_ names: [String], _ word: String = "and") -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// Each in quotation marks, with commas between.
    public static func quoted(_ words: some Sequence<String>) -> String {
        words.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
    }

    /// `a Data Engineer`, `an MLOps Engineer`.
    public static func withArticle(_ name: String) -> String {
        let letters = name.prefix(2)
        let isSpelled = letters.count == 2 && letters.allSatisfy(\.isUppercase)
        let vowels = isSpelled ? "AEFHILMNORSX" : "AEIOaeio"
        return (letters.first.map(vowels.contains) ?? false ? "an " : "a ") + name
    }
}
