internal import StrataCatalogue
public import StrataModel

/// A question with the answers to choose from.
public struct QuizQuestion: Sendable, Hashable {
    public var slug: String
    public var stage: CourseStage
    /// What it is about; nil for the stack as a whole.
    public var layer: Layer?
    /// Slug of the lesson that answers it.
    public var lesson: String
    public var question: String
    /// Two at least, all different.
    public var options: [String]
    /// Which of them is right, from 0.
    public var answer: Int
    /// Why it is, in a sentence or two.
    public var why: String

    /// Reads `quiz`.
    ///
    /// - parameter lessons: slugs of the lessons that there are.
    /// - throws: `SeedTable.Malformed`, which names file and line.
    static func read(_ files: RuleFiles, lessons: Set<String>) throws -> [QuizQuestion] {
        try files.read("quiz") { table in
            let (slug, stage, layer) = try (table.column("slug"), table.column("stage"), table.column("layer"))
            let (lesson, question, options) = try (
                table.column("lesson"), table.column("question"), table.column("options")
            )
            let (answer, why) = try (table.column("answer"), table.column("why"))
            return try table.map { row in
                guard lessons.contains(row[lesson].string) else {
                    throw row.malformed("no lesson '\(row[lesson].string)' in lessons.tsv")
                }
                let about = row[layer].string
                guard about == "all" || Layer(rawValue: about) != nil else {
                    throw row.malformed("no layer '\(about)'; write a layer's slug, or all")
                }
                let choices = row[options].list
                guard Set(choices).count == choices.count, choices.count > 1 else {
                    throw row.malformed("the options must be two or more, all different")
                }
                guard let right = choices.firstIndex(of: row[answer].string) else {
                    throw row.malformed("the answer '\(row[answer].string)' is none of the options")
                }
                return QuizQuestion(
                    slug: row[slug].string, stage: try row.stage(stage), layer: Layer(rawValue: about),
                    lesson: row[lesson].string, question: row[question].string, options: choices, answer: right,
                    why: row[why].string)
            }
        }
    }
}

extension QuizQuestion {
    /// Which option a person means: by its letter, its number or its words, in any case; nil when by none of them.
    public func choice(_ typed: String) -> Int? {
        let key = Self.bare(typed)
        if let sign = key.unicodeScalars.first, key.unicodeScalars.count == 1 {
            for base in ["a", "1"] as [Unicode.Scalar] {
                let place = Int(sign.value) - Int(base.value)
                if options.indices.contains(place) { return place }
            }
        }
        return options.firstIndex { Self.bare($0) == key }
    }

    /// Folded, without full stops and the bracket of "b)".
    private static func bare(_ text: String) -> String { TermKey.fold(text.filter { !".)".contains($0) }) }

    /// The letter of an option.
    public static func letter(_ option: Int) -> String {
        String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: min(option, 25)))))
    }
}
