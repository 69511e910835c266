public import StrataCatalogue
public import StrataModel

/// The questions that interviews are made of, as `questions.tsv` holds them.
public struct QuestionBank: Sendable {
    /// By layer in the stack's order, within it as the file has them.
    public let questions: [InterviewQuestion]
    /// Where a question stands, for messages.
    private let lines: [String: String]

    /// - throws: `SeedTable.Malformed`, which names file, line and what to write instead.
    public init(_ files: RuleFiles) throws {
        var lines: [String: String] = [:]
        let read = try files.read("questions") { table in
            let columns = try Columns(table)
            return try table.map { row in
                let question = try columns.question(row)
                if let earlier = lines[question.slug] {
                    throw row.malformed(
                        "'\(question.slug)' stands at \(earlier) already; give each question a slug of its own")
                }
                lines[question.slug] = "\(row.path), line \(row.line)"
                return question
            }
        }
        self.lines = lines
        questions = Layer.allCases.flatMap { layer in read.filter { $0.layer == layer } }
    }

    /// What questions name and a catalogue does not know, each with where it stands and what is unknown: such a skill or role
    /// is never matched.
    public func unknownNames(in catalogue: Catalogue) -> [String] {
        let skills = Set(catalogue.skills.map(\.slug))
        let roles = Set(catalogue.roles.map(\.slug))
        return questions.flatMap { question in
            let at = lines[question.slug] ?? question.slug
            return question.skills.filter { !skills.contains($0) }.map { "\(at): no skill has the slug '\($0)'" }
                + question.roles.filter { !roles.contains($0) }.map { "\(at): no role has the slug '\($0)'" }
        }
    }
}

extension QuestionBank {
    /// Which questions are wanted.
    public struct Filter: Sendable, Hashable {
        /// None: all.
        public var layers: [Layer] = []
        public var levels: [InterviewLevel] = []
        /// Slugs; a question that probes one of them is wanted.
        public var skills: [String] = []
        /// Words that all stand somewhere in the question or its answers, in any case.
        public var words: [String] = []

        public init() {}

        public var isEmpty: Bool { self == Filter() }
    }

    /// The questions wanted.
    public func questions(_ filter: Filter) -> [InterviewQuestion] {
        let words = filter.words.map { $0.lowercased() }
        return questions.filter { question in
            (filter.layers.isEmpty || filter.layers.contains(question.layer))
                && (filter.levels.isEmpty || filter.levels.contains(where: question.levels.contains))
                && (filter.skills.isEmpty || filter.skills.contains(where: question.skills.contains))
                && question.holds(words)
        }
    }
}

extension InterviewQuestion {
    fileprivate func holds(_ words: [String]) -> Bool {
        if words.isEmpty { return true }
        let text = ([slug, name, question, followUp] + good + bad + skills).joined(separator: "\n").lowercased()
        return words.allSatisfy(text.contains)
    }
}

/// Where the fields of a question stand in the file.
private struct Columns {
    let slug, name, layer, roles, skills, level, kind, minutes, question, good, bad, followUp: Int

    init(_ table: SeedTable) throws {
        (slug, name, layer) = try (table.column("slug"), table.column("name"), table.column("layer"))
        (roles, skills, level) = try (table.column("roles"), table.column("skills"), table.column("level"))
        (kind, minutes, question) = try (table.column("kind"), table.column("minutes"), table.column("question"))
        (good, bad, followUp) = try (table.column("good"), table.column("bad"), table.column("follow_up"))
    }

    func question(_ row: SeedTable.Row) throws -> InterviewQuestion {
        let slug = try text(row, slug, "slug")
        guard let layer = Layer(rawValue: row[layer].string) else {
            throw row.malformed(
                "no layer '\(row[layer].string)'; write \(Layer.allCases.map(\.slug).joined(separator: ", "))")
        }
        guard let kind = InterviewQuestion.Kind(rawValue: row[kind].string) else {
            let kinds = InterviewQuestion.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw row.malformed("no kind '\(row[kind].string)'; write \(kinds)")
        }
        guard let minutes = Int(row[minutes].string), (1...60).contains(minutes) else {
            throw row.malformed("minutes '\(row[minutes].string)' are no whole number from 1 to 60")
        }
        return InterviewQuestion(
            slug: slug, name: try text(row, name, "name"), layer: layer, roles: row[roles].list,
            skills: row[skills].list, levels: try levels(row), kind: kind, minutes: minutes,
            question: try text(row, question, "question"), good: try list(row, good, "good"),
            bad: try list(row, bad, "bad"), followUp: row[followUp].string)
    }

    private func text(_ row: SeedTable.Row, _ column: Int, _ name: String) throws -> String {
        let text = row[column].string.trimmingSpaces
        if text.isEmpty { throw row.malformed("the column '\(name)' is empty") }
        return text
    }

    private func list(_ row: SeedTable.Row, _ column: Int, _ name: String) throws -> [String] {
        let items = row[column].list
        if items.isEmpty { throw row.malformed("the column '\(name)' is empty; write points with | between") }
        return items
    }

    private func levels(_ row: SeedTable.Row) throws -> [InterviewLevel] {
        let words = row[level].list
        if words == ["any"] { return InterviewLevel.allCases }
        let levels = words.compactMap(InterviewLevel.init(rawValue:))
        guard !levels.isEmpty, levels.count == words.count else {
            throw row.malformed(
                "no level '\(row[level].string)'; write any, or junior, mid, senior, lead with | between")
        }
        return levels.sorted()
    }
}
