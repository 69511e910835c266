import StrataBuiltIn
import StrataCatalogue
import StrataClassify
import StrataModel
import StrataTestSupport
import Testing

@testable import StrataAdvice

@Suite("An interview plan covers what is asked for, in proportion")
struct InterviewPlanTests {
    private let asked: Asked
    private var bank: QuestionBank { asked.bank }
    private var catalogue: Catalogue { asked.catalogue }

    init() throws { asked = try Asked.shared.get() }

    /// A subject that wants what somebody might.
    private func draw(_ generator: inout RepeatableGenerator) -> InterviewSubject {
        var shares = OutcomeValues()
        for layer in Layer.allCases where generator.upTo(3) > 0 {
            shares[layer] = Double(generator.upTo(100) + 1) / 100
        }
        if Layer.allCases.allSatisfy({ shares[$0] == 0 }) { shares[.mlops] = 1 }
        var wanted: [WantedSkill] = []
        for index in 0..<generator.upTo(24) {
            // Half of what is wanted is known to the bank.
            let slug = generator.pick(index % 2 == 0 ? asked.known : asked.wanted)
            guard let skill = asked.skills[slug], !wanted.contains(where: { $0.slug == slug })
            else { continue }
            wanted.append(
                WantedSkill(
                    slug: slug, name: skill.name, layer: skill.primaryLayer, isRequired: generator.upTo(2) > 0,
                    weight: Double(generator.upTo(200) + 1) / 100, reason: .jd))
        }
        let seniority = generator.pick(Seniority.allCases + [nil, nil])
        return InterviewSubject(
            target: .jd(1), title: "Engineer", details: [], shares: shares,
            needs: Layer.allCases.filter { shares[$0] > 0.2 && generator.upTo(1) > 0 }, isInStack: true,
            role: generator.pick([nil, "data-engineer", "computer-vision-engineer", "prompt-engineer"]),
            levels: InterviewLevel.levels(of: seniority), levelNote: "", wanted: wanted, remarks: [])
    }

    private func forEachPlan(seed: UInt64, _ body: (InterviewSubject, InterviewPlan, Int) -> Void) {
        var generator = RepeatableGenerator(seed: seed)
        for _ in 0..<100 {
            let subject = draw(&generator)
            let count = generator.upTo(19) + 1
            body(subject, InterviewPlan(subject, bank, InterviewPlan.Size(questions: count)), count)
        }
    }

    @Test("as many questions as asked for, none twice, in proportion; fewer only where the bank has no more")
    func size() {
        forEachPlan(seed: 1) { subject, plan, count in
            #expect(plan.items.count + plan.missing == count)
            #expect(Set(plan.items.map(\.question.slug)).count == plan.items.count)
            let shares = Dictionary(uniqueKeysWithValues: Layer.allCases.map { ($0, subject.shares[$0]) })
            let seats = LayerSeats.seats(count, shares, needed: subject.needs)
            for layer in Layer.allCases {
                let own = plan.items.filter { $0.question.layer == layer }.count
                #expect(own <= seats[layer, default: 0])
                guard own < seats[layer, default: 0] else { continue }
                let left = bank.questions.filter { question in
                    question.layer == layer && question.levels.contains(where: subject.levels.contains)
                        && question.suits(role: subject.role)
                        && !plan.items.contains { $0.question.slug == question.slug }
                }
                #expect(left.isEmpty, "\(left.map(\.slug)) could be asked")
            }
        }
    }

    @Test("no question is asked for less while something required of the stack could be probed in its place")
    func requiredFirst() {
        forEachPlan(seed: 2) { subject, plan, _ in
            let open = plan.uncovered.filter { $0.skill.layer != nil }
            for uncovered in open {
                let able = bank.questions.filter { question in
                    question.probes(uncovered.skill, inRole: subject.role)
                        && question.levels.contains(where: subject.levels.contains)
                }
                for layer in Set(able.map(\.layer)) {
                    for item in plan.items where item.question.layer == layer {
                        #expect(
                            item.covers.contains { $0.isRequired && $0.layer != nil },
                            "\(item.question.slug) stands where '\(uncovered.skill.slug)' could be asked for")
                    }
                }
            }
        }
    }

    @Test("with room for all, everything that questions of its layers and level probe is covered")
    func coverage() {
        var generator = RepeatableGenerator(seed: 3)
        for _ in 0..<15 {
            var subject = draw(&generator)
            for layer in Layer.allCases { subject.shares[layer] = 0.25 }
            subject.needs = Layer.allCases
            let plan = InterviewPlan(subject, bank, InterviewPlan.Size(questions: 120))
            for uncovered in plan.uncovered {
                let able = bank.questions.filter { question in
                    question.probes(uncovered.skill, inRole: subject.role)
                        && question.levels.contains(where: subject.levels.contains)
                }
                #expect(able.isEmpty, "\(uncovered.skill.slug) is probed by \(able.map(\.slug))")
            }
        }
    }

    @Test("what is required is covered or said not to be, once; why each question is asked names what it covers")
    func accounts() {
        forEachPlan(seed: 4) { subject, plan, _ in
            let required = Set(subject.wanted.filter(\.isRequired).map(\.slug))
            let covered = plan.items.flatMap(\.covers).filter(\.isRequired).map(\.slug)
            #expect(Set(covered).count == covered.count)
            #expect(Set(covered).union(plan.uncovered.map(\.skill.slug)) == required)
            #expect(Set(covered).isDisjoint(with: plan.uncovered.map(\.skill.slug)))
            for item in plan.items {
                for skill in item.covers { #expect(item.question.skills.contains(skill.slug)) }
                if let first = item.covers.first { #expect(item.why.contains(first.name)) }
                #expect(!item.why.isEmpty && item.why.hasSuffix("."))
            }
            for uncovered in plan.uncovered {
                let isKnown = bank.questions.contains {
                    $0.probes(uncovered.skill, inRole: subject.role)
                }
                #expect(isKnown == (uncovered.reason != .noQuestion))
            }
        }
    }

    @Test("the order in which things are wanted, and that of the bank, change nothing")
    func order() throws {
        var generator = RepeatableGenerator(seed: 5)
        for _ in 0..<40 {
            var subject = draw(&generator)
            subject.wanted.sort(by: WantedSkill.goesBefore)
            let plan = InterviewPlan(subject, bank, InterviewPlan.Size(questions: 9))
            var other = subject
            other.wanted.shuffle(using: &generator)
            other.needs.reverse()
            other.levels.reverse()
            let again = InterviewPlan(other, bank, InterviewPlan.Size(questions: 9))
            #expect(again.items == plan.items)
            #expect(Set(again.uncovered) == Set(plan.uncovered))
        }
    }

    @Test("a time is kept: as many questions as fit, or as many as are asked for, each shorter")
    func minutes() {
        var generator = RepeatableGenerator(seed: 6)
        for _ in 0..<40 {
            let subject = draw(&generator)
            let time = 20 + generator.upTo(100)
            let plan = InterviewPlan(subject, bank, InterviewPlan.Size(minutes: time))
            #expect(plan.minutes + InterviewPlan.frame <= time && !plan.items.isEmpty)
            // One more would not fit, unless the bank has no more.
            let more = InterviewPlan(subject, bank, InterviewPlan.Size(questions: plan.items.count + 1))
            #expect(more.minutes + InterviewPlan.frame > time || more.items.count == plan.items.count)
            let size = InterviewPlan.Size(questions: generator.upTo(11) + 1, minutes: time)
            guard size.problem == nil else { continue }
            let both = InterviewPlan(subject, bank, size)
            #expect(both.items.count + both.missing == size.questions)
            #expect(both.minutes + InterviewPlan.frame <= time)
            // No minute is lost that an answer could use.
            let usual = both.items.reduce(0) { $0 + $1.question.minutes }
            #expect(both.minutes == min(usual, time - InterviewPlan.frame))
            #expect(both.items.allSatisfy { $0.minutes >= InterviewPlan.Size.leastMinutes })
        }
    }

    @Test("nobody is asked questions for quite another level")
    func levels() {
        forEachPlan(seed: 9) { subject, plan, _ in
            for item in plan.items {
                let isOfLevel = item.question.levels.contains(where: subject.levels.contains)
                let isNext = item.question.levels.contains { level in subject.levels.contains { $0.isNext(to: level) } }
                #expect(isOfLevel || isNext)
                #expect(isOfLevel != item.why.contains("Written for level"))
                if subject.levels == [.lead] { #expect(isOfLevel) }
            }
        }
    }

    @Test("every role of the stack gets a full plan without a database; a role outside gets none")
    func roles() throws {
        let classifier = Classifier(try BuiltIn.catalogue())
        for role in catalogue.roles {
            let text = (role.responsibilities + role.capabilities).joined(separator: ".\n")
            let subject = InterviewSubject(
                role, reading: classifier.verdict(title: nil, text: text), report: nil, catalogue)
            let plan = InterviewPlan(subject, bank)
            let isInStack = role.layer != nil || Layer.allCases.contains { role.lean[$0] > 0 }
            #expect(plan.items.count == (isInStack ? InterviewPlan.usualCount : 0), "\(role.slug)")
            if let home = role.layer { #expect(plan.items.contains { $0.question.layer == home }, "\(role.slug)") }
            #expect(plan.uncovered.isEmpty || isInStack)
        }
    }

    @Test("what the user asks for goes before everything, and one interviewer's part has that layer alone")
    func named() throws {
        var generator = RepeatableGenerator(seed: 10)
        let kafka = try #require(catalogue.skills.first { $0.slug == "apache-kafka" })
        for _ in 0..<20 {
            var subject = draw(&generator)
            subject.levels = [.senior]
            subject.want([kafka])
            subject.keep([.dataEngineering])
            let plan = InterviewPlan(subject, bank, InterviewPlan.Size(questions: 1))
            #expect(plan.items.first?.why.hasPrefix("You ask for Apache Kafka.") == true)
            #expect(plan.items.allSatisfy { $0.question.layer == .dataEngineering })
        }
    }
}
