public import StrataCatalogue
internal import StrataModel

/// The path for somebody new to the field: stages with lessons and exercises, as the rule files give them.
public struct Course: Sendable {
    /// A short text on one matter.
    public struct Lesson: Sendable, Hashable {
        public var slug: String
        public var stage: CourseStage
        public var title: String
        /// What one can do who has read it.
        public var aim: String
        var text: [CoursePiece]
    }

    /// Something to do with this very tool.
    public struct Exercise: Sendable, Hashable {
        public var slug: String
        public var stage: CourseStage
        public var title: String
        /// Slugs of the lessons that it puts to use.
        public var lessons: [String]
        var task: [CoursePiece]
        /// In the order in which they are done.
        public var steps: [Step]
        public var questions: [Question]
        /// What Strata says, shown on request.
        var answer: [CoursePiece]
    }

    /// A command to type.
    public struct Step: Sendable, Hashable {
        public var command: String
        /// What to look for in what it prints.
        public var look: String
        /// What it is sure to print.
        public var shows: [String]
    }

    /// A question to answer before looking.
    public struct Question: Sendable, Hashable {
        public var question: String
        public var answer: String
    }

    public let stages: [StageGuide]
    /// In the order in which they are read.
    public let lessons: [Lesson]
    /// In the order in which they are done.
    public let exercises: [Exercise]
    /// The roles that the stack's layers need first.
    public let firstRoles: [FirstRole]

    /// Reads `stages`, `lessons`, `exercises`, `exercise-steps`, `exercise-questions` and `first-roles`.
    ///
    /// - throws: `SeedTable.Malformed`, which names file and line.
    public init(_ files: RuleFiles) throws {
        stages = try files.read("stages") { table in
            let (slug, reader, able) = try (table.column("slug"), table.column("reader"), table.column("able"))
            return try table.map {
                StageGuide(stage: try $0.stage(slug), reader: $0[reader].string, able: $0[able].list)
            }
        }
        let lessons = try files.read("lessons", Self.lessons)
        self.lessons = lessons
        exercises = try files.read("exercises") { table in
            try Self.exercises(table, lessons: Set(lessons.map(\.slug)), files)
        }
        firstRoles = try FirstRole.read(files)
    }

    private static func lessons(_ table: SeedTable) throws -> [Lesson] {
        let (slug, stage, title) = try (table.column("slug"), table.column("stage"), table.column("title"))
        let (aim, text) = try (table.column("aim"), table.column("text"))
        return try table.map { row in
            Lesson(
                slug: row[slug].string, stage: try row.stage(stage), title: row[title].string, aim: row[aim].string,
                text: try CoursePiece.pieces(row[text], of: row))
        }
    }

    private static func exercises(
        _ table: SeedTable, lessons known: Set<String>, _ files: RuleFiles
    ) throws -> [Exercise] {
        let (slug, stage, title) = try (table.column("slug"), table.column("stage"), table.column("title"))
        let (lessons, task, answer) = try (table.column("lessons"), table.column("task"), table.column("answer"))
        var exercises = try table.map { row in
            let used = row[lessons].list
            if let lost = used.first(where: { !known.contains($0) }) {
                throw row.malformed("no lesson '\(lost)' in lessons.tsv")
            }
            return Exercise(
                slug: row[slug].string, stage: try row.stage(stage), title: row[title].string, lessons: used,
                task: try CoursePiece.pieces(row[task], of: row), steps: [], questions: [],
                answer: try CoursePiece.pieces(row[answer], of: row))
        }
        let places = Dictionary(exercises.enumerated().map { ($1.slug, $0) }) { first, _ in first }
        for (place, step) in try files.read("exercise-steps", { try steps($0, places) }) {
            exercises[place].steps.append(step)
        }
        for (place, question) in try files.read("exercise-questions", { try questions($0, places) }) {
            exercises[place].questions.append(question)
        }
        return exercises
    }

    private static func steps(_ table: SeedTable, _ places: [String: Int]) throws -> [(Int, Step)] {
        let (exercise, command) = try (table.column("exercise"), table.column("command"))
        let (look, shows) = try (table.column("look"), table.column("shows"))
        return try table.map { row in
            let step = Step(command: row[command].string, look: row[look].string, shows: row[shows].list)
            return (try row.exercise(exercise, places), step)
        }
    }

    private static func questions(_ table: SeedTable, _ places: [String: Int]) throws -> [(Int, Question)] {
        let (exercise, question) = try (table.column("exercise"), table.column("question"))
        let answer = try table.column("answer")
        return try table.map { row in
            let question = Question(question: row[question].string, answer: row[answer].string)
            return (try row.exercise(exercise, places), question)
        }
    }
}

extension SeedTable.Row {
    /// - throws: `SeedTable.Malformed` when the cell names no stage.
    func stage(_ column: Int) throws -> CourseStage {
        guard let stage = CourseStage(rawValue: self[column].string) else {
            let known = CourseStage.allCases.map(\.slug).joined(separator: ", ")
            throw malformed("no stage '\(self[column].string)'; there are \(known)")
        }
        return stage
    }

    /// - throws: `SeedTable.Malformed` when the cell names no exercise.
    fileprivate func exercise(_ column: Int, _ places: [String: Int]) throws -> Int {
        guard let place = places[self[column].string] else {
            throw malformed("no exercise '\(self[column].string)' in exercises.tsv")
        }
        return place
    }
}

extension Course {
    /// The part that a topic names: a stage, a lesson or an exercise by slug or title, or `all`; nil when nothing has that
    /// name.
    public func part(_ topic: String) -> Part? {
        let key = TermKey.fold(topic)
        if key == "all" { return Part(stages: Set(CourseStage.allCases), lessons: lessons, exercises: exercises) }
        if let stage = CourseStage.allCases.first(where: { $0.slug == key }) {
            return Part(
                stages: [stage], lessons: lessons.filter { $0.stage == stage },
                exercises: exercises.filter { $0.stage == stage })
        }
        if let lesson = lessons.first(where: { TermKey.fold($0.slug) == key || TermKey.fold($0.title) == key }) {
            return Part(stages: [], lessons: [lesson], exercises: [])
        }
        guard let exercise = exercises.first(where: { TermKey.fold($0.slug) == key || TermKey.fold($0.title) == key })
        else { return nil }
        return Part(stages: [], lessons: [], exercises: [exercise])
    }

    /// What is read at once.
    public struct Part: Sendable {
        /// Those that are read whole, with what they are for.
        var stages: Set<CourseStage>
        public var lessons: [Lesson]
        public var exercises: [Exercise]

        /// All exercises and nothing else.
        public static func exercises(_ course: Course) -> Part {
            Part(stages: [], lessons: [], exercises: course.exercises)
        }
    }
}
