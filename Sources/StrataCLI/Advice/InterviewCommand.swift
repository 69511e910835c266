internal import ArgumentParser
internal import StrataAdvice
internal import StrataBuiltIn
internal import StrataCatalogue
internal import StrataClassify
internal import StrataModel
internal import StrataQuery
internal import StrataStorage

struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview",
        abstract: "Interview questions by layer, and a plan of them for a JD or a role.",
        discussion: """
            Without --jd and --role the bank of questions; with one of them a plan: questions in proportion to its layers, what is
            required first, each with why it is asked, what good answers contain and what bad ones reveal. HTML and Markdown have
            room for notes. The same JD gives the same plan, to be asked of every candidate alike. No candidate gets a score.

            Examples:
              strata interview --layer mlops
              strata interview --search drift
              strata interview --jd 42 --minutes 60 --format html -o plan.html
              strata interview --role "ML Engineer" --questions 6 --level senior
            """)

    @Option(
        help: ArgumentHelp(
            "Questions of the layer; repeated, of several. With --jd or --role the part of the plan that one interviewer takes.",
            valueName: "layer"))
    var layer: [Layer] = []

    @Option(help: ArgumentHelp("A plan for the JD of this id.", valueName: "id"))
    var jd: Int64?

    @Option(help: ArgumentHelp("A plan for the role, by name, slug or a title that it goes by.", valueName: "name"))
    var role: String?

    @Option(
        help: ArgumentHelp(
            "Questions that probe the skill; with --jd or --role the plan asks for it first. Repeatable.",
            valueName: "name"))
    var skill: [String] = []

    @Option(
        help: ArgumentHelp("How many questions the plan has: \(InterviewPlan.usualCount) else.", valueName: "n"))
    var questions: Int?

    @Option(
        help: ArgumentHelp(
            "How long the whole interview may take, \(InterviewPlan.frame) minutes for welcome and farewell among them.",
            valueName: "minutes"))
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            "Questions for junior, mid, senior, lead or another step of seniority; else the JD's own.",
            valueName: "step"))
    var level: Seniority?

    @Option(
        help: ArgumentHelp("Questions that hold all of these words, in themselves or their answers.", valueName: "text")
    )
    var search: String?

    @Flag(
        inversion: .prefixedNo,
        help: "What answers tell with each question of the bank; else where a filter is given, or the format has room.")
    var answers: Bool?

    @OptionGroup var rules: RuleOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    /// More than anybody can ask.
    private static let most = 40
    private static let longest = 480

    func validate() throws {
        if jd != nil, role != nil { throw ValidationError("A plan is for --jd or for --role, not for both.") }
        let isPlan = jd != nil || role != nil
        if isPlan, search != nil {
            throw ValidationError("--search looks through the bank; it has no meaning with --jd or --role.")
        }
        if isPlan, answers != nil {
            throw ValidationError("--answers and --no-answers are for the bank; a plan always has them.")
        }
        if !isPlan, questions != nil || minutes != nil {
            throw ValidationError("--questions and --minutes make a plan: name a --jd or a --role, too.")
        }
        if let questions, !(1...Self.most).contains(questions) {
            throw ValidationError("--questions is from 1 to \(Self.most).")
        }
        if let minutes, !(1...Self.longest).contains(minutes) {
            throw ValidationError("--minutes is from 1 to \(Self.longest).")
        }
        if let problem = size.problem { throw ValidationError("\(problem).") }
        if let search, search.split(separator: " ").isEmpty {
            throw ValidationError("--search has no word to look for.")
        }
    }

    private var size: InterviewPlan.Size { InterviewPlan.Size(questions: questions, minutes: minutes) }

    func run() throws {
        let store = jd == nil ? try database.openIfPresent() : try database.openForReading()
        defer { try? store?.close() }
        let catalogue = try store?.catalogue() ?? Seeds.catalogue()
        let bank = try QuestionBank(rules.files())
        if rules.isOwn { bank.unknownNames(in: catalogue).forEach(output.hint) }
        let names = CatalogueNames(catalogue)
        let slugs = try skill.map { try names.slug(of: $0, .skill, isLoose: true) }
        let skills = slugs.compactMap { slug in catalogue.skills.first { $0.slug == slug } }
        if let jd, let store {
            try write(plan(try subject(ofJD: jd, store, catalogue), bank, asking: skills))
        } else if let role {
            let slug = try names.slug(of: role, .role)
            try write(plan(try subject(ofRole: slug, store, catalogue), bank, asking: skills))
        } else {
            try writeBank(bank, skills)
        }
    }

    // MARK: The plan

    private func plan(_ subject: InterviewSubject, _ bank: QuestionBank, asking skills: [Skill]) -> InterviewPlan {
        var subject = subject
        if let level { subject.meet(level) }
        subject.want(skills)
        if !layer.isEmpty { subject.keep(layer) }
        return InterviewPlan(subject, bank, size)
    }

    private func subject(ofJD id: Int64, _ store: Store, _ catalogue: Catalogue) throws -> InterviewSubject {
        guard let detail = try ShowQuestion(id: id).answer(store) else {
            throw CommandFailure(.nothingFound, "no JD has the id \(id); see ids with 'strata jds'")
        }
        let classifier = Classifier(try database.compiledCatalogue(of: store))
        let verdict = classifier.verdict(
            title: detail.summary.title, company: detail.summary.company, text: detail.text)
        let title = classifier.verdict(title: nil, text: detail.summary.title)
        return InterviewSubject(detail, verdict, title: title, catalogue)
    }

    private func subject(ofRole slug: String, _ store: Store?, _ catalogue: Catalogue) throws -> InterviewSubject {
        guard let role = catalogue.roles.first(where: { $0.slug == slug }) else {
            throw CommandFailure(.nothingFound, "no role goes by the name '\(slug)'; 'strata roles' lists them")
        }
        let classifier = Classifier(try store.map(database.compiledCatalogue) ?? BuiltIn.catalogue())
        if let store { output.hintIfStale(store) }
        let text = (role.responsibilities + role.capabilities).joined(separator: ".\n")
        return InterviewSubject(
            role, reading: classifier.verdict(title: nil, text: text),
            report: try store.map { try RoleReportQuestion(role: slug).answer($0) }, catalogue)
    }

    private func write(_ plan: InterviewPlan) throws {
        try output.write(document: plan.document, json: plan.json, items: plan.lines, table: plan.table)
        if plan.items.isEmpty { throw CommandFailure.nothingFound }
    }

    // MARK: The bank

    private func writeBank(_ bank: QuestionBank, _ skills: [Skill]) throws {
        var filter = QuestionBank.Filter()
        filter.layers = Layer.allCases.filter(layer.contains)
        // A word of the bank's own means just that.
        filter.levels =
            level.map { level in
                InterviewLevel(rawValue: level.rawValue).map { [$0] } ?? InterviewLevel.levels(of: level)
            } ?? []
        filter.skills = skills.map(\.slug)
        filter.words = search?.split(separator: " ").map(String.init) ?? []
        let list = QuestionList(bank.questions(filter), words: words(skills))
        let isShort = output.format == .table && filter.isEmpty
        try output.write(
            document: list.document(withAnswers: answers ?? !isShort), json: list.json, items: list.items,
            table: list.table)
        if list.questions.isEmpty { throw CommandFailure.nothingFound }
        if isShort, answers == nil {
            output.hint("What good and bad answers tell: --answers, or --layer, --skill, --search for a part.")
        }
    }

    /// What was asked for, in words; nil for all.
    private func words(_ skills: [Skill]) -> String? {
        let words =
            Layer.allCases.filter(layer.contains).map(\.name) + skills.map(\.name)
            + [level.map { "for \($0.rawValue)" }, search.map { "with the words \($0)" }].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
