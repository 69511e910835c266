import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import Testing

@testable import StrataAdvice

@Suite("The path for somebody new")
struct CourseTests {
    private let course: Course
    private let figures: CourseFigures

    init() throws {
        course = try Course(.builtIn)
        let classifier = Classifier(try BuiltIn.catalogue())
        let text = "Requirements\nKubernetes, MLflow, Docker and model monitoring with Prometheus in production."
        let jds = (1...60).map { id in
            let title = id % 2 == 0 ? "Machine Learning Engineer" : "MLOps Engineer"
            return SampleJD(
                id: id, title: title, company: "Acme", verdict: classifier.verdict(title: title, text: text))
        }
        figures = CourseFigures(
            catalogue: try Seeds.catalogue(), references: try Seeds.references(), firstRoles: course.firstRoles,
            files: .builtIn,
            samples: { jds }, advise: { advice, file in [.paragraph("\(advice) of \(file)")] })
    }

    @Test("each stage says what one is able to do, and has lessons and exercises")
    func stages() {
        #expect(course.stages.map(\.stage) == CourseStage.allCases)
        for guide in course.stages {
            #expect(guide.able.count >= 3)
            #expect(course.lessons.filter { $0.stage == guide.stage }.count >= 4, "\(guide.stage)")
            #expect(course.exercises.filter { $0.stage == guide.stage }.count >= 3, "\(guide.stage)")
        }
        let stages = course.lessons.map(\.stage.index)
        #expect(stages == stages.sorted(), "lessons stand in the order in which they are read")
    }

    @Test("a name means one thing: a stage, a lesson, an exercise or a subcommand")
    func names() {
        let names = course.lessons.map(\.slug) + course.exercises.map(\.slug) + CourseStage.allCases.map(\.slug)
        #expect(Set(names + ["all", "quiz", "files", "read"]).count == names.count + 4)
        for name in names { #expect(course.part(name) != nil && Slug.of(name) == name, "\(name)") }
        #expect(course.part("Four Layers, Four Goals")?.lessons.map(\.slug) == ["layers"])
        #expect(course.part("gardening") == nil)
    }

    @Test("lessons have substance, and every figure in them shows something")
    func lessons() throws {
        for lesson in course.lessons {
            let blocks = try figures.blocks(lesson.text)
            let words = Document(title: "", blocks: blocks).words.split(separator: " ").count
            #expect(words > 150, "\(lesson.slug) has \(words) words")
            for case .table(let table) in blocks { #expect(!table.rows.isEmpty, "\(lesson.slug)") }
        }
        let shown = course.lessons.flatMap(\.text) + course.exercises.flatMap(\.answer)
        for figure in CourseFigure.allCases {
            let isShown = shown.contains { if case .figure(figure, _) = $0 { true } else { false } }
            #expect(isShown, "@\(figure.rawValue) is in no lesson and no answer")
        }
    }

    @Test("an exercise says what to type, what to look for, what to answer, and keeps the answers back")
    func exercises() throws {
        for exercise in course.exercises {
            #expect(exercise.steps.count >= 2 && exercise.questions.count >= 2, "\(exercise.slug)")
            #expect(!exercise.lessons.isEmpty, "\(exercise.slug)")
            let part = try #require(course.part(exercise.slug))
            let asked = try course.document(of: part, figures, answers: false).words
            let told = try course.document(of: part, figures, answers: true).words
            for question in exercise.questions {
                #expect(asked.contains(question.question) && !asked.contains(question.answer))
                #expect(told.contains(question.question) && told.contains(question.answer))
            }
        }
    }

    @Test("the roles that come first are at home in their layers, at least one in each")
    func firstRoles() throws {
        let roles = try Seeds.catalogue().roles
        for first in course.firstRoles {
            #expect(roles.first { $0.slug == first.role }?.layer == first.layer, "\(first.role)")
        }
        #expect(Set(course.firstRoles.map(\.layer)).count == Layer.allCases.count)
    }

    @Test("what cannot be read names file, line and what there is instead")
    func malformed() throws {
        func reason(_ name: String, _ contents: String) -> String {
            do {
                _ = try Course(RuleFiles(replacing: [name: ("ours/\(name).tsv", Array(contents.utf8))]))
                return ""
            } catch { return "\(error)" }
        }
        let head = "slug\tstage\ttitle\taim\ttext\n"
        #expect(
            reason("lessons", head + "a\tbeginner\tA\tB\t@weather").hasPrefix(
                "ours/lessons.tsv, line 2: no figure '@weather'"))
        #expect(reason("lessons", head + "a\tbeginner\tA\tB\tThere are {cats}.").contains("no number '{cats}'"))
        #expect(reason("lessons", head + "a\texpert\tA\tB\tText.").contains("beginner, intermediate, advanced"))
        #expect(reason("lessons", head + "a\tbeginner\tA\tB\tText.").contains("no lesson"), "the exercises name others")
        #expect(reason("first-roles", "layer\trole\twhy\nweb\tx\ty").contains("no layer 'web'"))
    }
}

extension Document {
    /// The words of its blocks, without tables.
    fileprivate var words: String {
        var words: [String] = []
        for block in blocks {
            switch block {
            case .heading(let text), .paragraph(let text), .note(let text), .preformatted(let text): words.append(text)
            case .list(let items): words += items
            case .facts(let facts): words += facts.map(\.value)
            default: continue
            }
        }
        return words.joined(separator: "\n")
    }
}
