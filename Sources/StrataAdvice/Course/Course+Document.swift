public import StrataModel

extension Course {
    /// The path at a glance: what `learn` alone prints.
    public var document: Document {
        var blocks: [Block] = [
            .paragraph(
                """
                Three stages lead from the words of the field to the diagnosis of an organisation. Each has lessons to read, \
                some ten minutes apiece, and exercises on the sample JDs, to be done with this very tool.
                """)
        ]
        for guide in stages {
            blocks += [
                .heading("\(guide.stage.index + 1). \(guide.stage.name)"),
                .paragraph("\(guide.reader) At its end one is able to:"), .list(guide.able),
                .table(contents(of: guide.stage)),
            ]
        }
        blocks += [
            .heading("How to begin"),
            .preformatted(
                """
                $ strata learn files practice          # a folder with what the exercises need
                $ cd practice
                $ export STRATA_DB=$PWD/learn.db       # a knowledge base to learn on
                $ strata import --sample
                $ strata learn beginner                # lessons and exercises of a stage; or one by its name
                $ strata learn --answers               # all exercises, with what Strata says
                $ strata learn quiz                    # what has stayed
                """),
        ]
        return Document(
            title: "From the taxonomy to the diagnosis of an organisation", blocks: blocks,
            footer: ["'strata learn all --format html -o course.html' writes everything as one page."])
    }

    private func contents(of stage: CourseStage) -> Table {
        let lessons = self.lessons.filter { $0.stage == stage }.map { ("Lesson", $0.slug, $0.title) }
        let exercises = self.exercises.filter { $0.stage == stage }.map { ("Exercise", $0.slug, $0.title) }
        return Table(
            columns: [.init("kind", "Kind"), .init("name", "Name"), .init("title", "About", wraps: true)],
            rows: (lessons + exercises).map { [.text($0.0), .text($0.1), .text($0.2)] })
    }

    /// All of the path as rows: what CSV holds.
    public var table: Table { table(of: Part(stages: [], lessons: lessons, exercises: exercises)) }

    /// A part of the path as rows, without its texts.
    public func table(of part: Part) -> Table {
        var rows = part.lessons.map { [$0.stage.slug, "lesson", $0.slug, $0.title, $0.aim] }
        rows += part.exercises.map {
            [$0.stage.slug, "exercise", $0.slug, $0.title, $0.lessons.joined(separator: "|")]
        }
        return Table(
            columns: [
                .init("stage", "Stage"), .init("kind", "Kind"), .init("name", "Name"), .init("title", "Title"),
                .init("about", "About"),
            ],
            rows: rows.map { $0.map { .text($0) } })
    }

    /// A part of the path in full.
    ///
    /// - parameter answers: whether what Strata says stands under each exercise.
    /// - throws: what reading the samples throws.
    public func document(of part: Part, _ figures: CourseFigures, answers: Bool) throws -> Document {
        if part.stages.isEmpty, part.exercises.isEmpty, part.lessons.count == 1 {
            let lesson = part.lessons[0]
            return Document(
                title: lesson.title, subtitle: lesson.subtitle, blocks: try figures.blocks(lesson.text),
                footer: footer(of: lesson))
        }
        if part.stages.isEmpty, part.lessons.isEmpty, part.exercises.count == 1 {
            let exercise = part.exercises[0]
            return Document(
                title: exercise.title, subtitle: subtitle(of: exercise),
                blocks: try blocks(of: exercise, figures, answers: answers),
                footer: answers ? [] : ["'strata learn \(exercise.slug) --answers' shows what Strata says."])
        }
        return Document(
            title: part.stages.count == 1
                ? "\(part.stages.first?.name ?? "")" : part.lessons.isEmpty ? "Exercises" : "The path",
            subtitle: part.stages.count == 1 ? stages.first { part.stages.contains($0.stage) }?.reader : nil,
            blocks: try blocks(of: part, figures, answers: answers),
            footer: answers ? [] : ["With --answers each exercise shows what Strata says."])
    }

    private func blocks(of part: Part, _ figures: CourseFigures, answers: Bool) throws -> [Block] {
        var blocks: [Block] = []
        for guide in stages {
            if part.stages.contains(guide.stage) {
                if part.stages.count > 1 { blocks += [.heading("Stage \(guide.stage.index + 1): \(guide.stage.name)")] }
                blocks += [.paragraph("At the end of this stage one is able to:"), .list(guide.able)]
            }
            for lesson in part.lessons where lesson.stage == guide.stage {
                blocks += [.heading(lesson.title), .note(lesson.aim)] + (try figures.blocks(lesson.text)).underHeading
            }
            for exercise in part.exercises where exercise.stage == guide.stage {
                blocks += [.heading("Exercise: \(exercise.title)"), .note(subtitle(of: exercise))]
                blocks += try self.blocks(of: exercise, figures, answers: answers).underHeading
            }
        }
        return blocks
    }

    private func blocks(of exercise: Exercise, _ figures: CourseFigures, answers: Bool) throws -> [Block] {
        var blocks = try figures.blocks(exercise.task)
        blocks.append(.heading("To do"))
        for step in exercise.steps { blocks += [.preformatted("$ \(step.command)"), .note(step.look)] }
        blocks.append(.heading(answers ? "Questions and answers" : "Questions"))
        if answers {
            blocks += exercise.questions.flatMap {
                [.paragraph($0.question), .note("Answer: \($0.answer)")] as [Block]
            }
            let own = try figures.blocks(exercise.answer)
            if !own.isEmpty { blocks += [.heading("What Strata says")] + own }
        } else {
            blocks.append(.list(exercise.questions.map(\.question)))
        }
        return blocks
    }

    private func subtitle(of exercise: Exercise) -> String {
        let titles = exercise.lessons.compactMap { slug in lessons.first { $0.slug == slug }?.title }
        return "\(exercise.stage.name) exercise, \(exercise.slug)"
            + (titles.isEmpty ? "" : "; after \(titles.map { "“\($0)”" }.joined(separator: ", "))")
    }

    private func footer(of lesson: Lesson) -> [String] {
        let exercises = self.exercises.filter { $0.lessons.contains(lesson.slug) }.map { "strata learn \($0.slug)" }
        let next = lessons.drop { $0.slug != lesson.slug }.dropFirst().first
        return [
            exercises.isEmpty ? nil : "To do next: \(exercises.joined(separator: ", ")).",
            next.map { "Next lesson: \($0.title) (strata learn \($0.slug))." },
        ].compactMap { $0 }
    }
}

extension Course.Lesson {
    var subtitle: String { "\(stage.name) lesson. \(aim)" }
}

extension [Block] {
    /// With headings that are none: they stand under one.
    fileprivate var underHeading: [Block] {
        map { if case .heading(let text) = $0 { .paragraph("\(text):") } else { $0 } }
    }
}
