internal import StrataModel

/// Chooses the questions of a plan, one after another: what is required first, then what is preferred, then what is general.
struct QuestionChoice {
    /// A question chosen.
    struct Chosen {
        var question: InterviewQuestion
        /// What it probes and no question before it did, the heaviest first.
        var covers: [WantedSkill]
        /// What is required, and this question is about though an earlier one was taken for it.
        var repeats: [WantedSkill]
        /// Whether it is written for the level of the hire, and not for the next one.
        var isOfLevel: Bool
    }

    private(set) var chosen: [Chosen] = []
    /// The wanted skills that are probed.
    private(set) var covered: Set<String> = []
    /// All that the questions chosen are about or touch, wanted or not.
    private var met: Set<String> = []
    private var seats: [Layer: Int]
    let subject: InterviewSubject
    private let bank: [InterviewQuestion]
    private let required: [String: WantedSkill]
    private let preferred: [String: WantedSkill]

    /// How much less a further question of the same kind is worth than the first: an interview lives by variety.
    private static let repeatedKind = 0.85
    /// How much less it is worth to touch a skill than to be about it.
    private static let touched = 0.5
    /// How much more a general question is worth that suits every level.
    private static let broad = 1.6
    /// How much less a question is worth that was written for other roles.
    private static let foreignRole = 0.7

    init(_ subject: InterviewSubject, _ bank: [InterviewQuestion], seats: [Layer: Int]) {
        self.subject = subject
        self.bank = bank
        self.seats = seats
        func indexed(_ isRequired: Bool) -> [String: WantedSkill] {
            Dictionary(subject.wanted.filter { $0.isRequired == isRequired }.map { ($0.slug, $0) }) { first, _ in first
            }
        }
        (required, preferred) = (indexed(true), indexed(false))
    }

    /// Fills the seats, as far as there are questions.
    mutating func choose() {
        let ofStack = required.filter { $0.value.layer != nil }
        for isOfLevel in [true, false] {
            while let next = best(
                isOfLevel: isOfLevel, worth: { gain($0, ofStack) > 0 ? gain($0, required) : 0 })
            { take(next, isOfLevel: isOfLevel) }
        }
        while let next = best(isOfLevel: true, worth: { gain($0, required) }) { take(next, isOfLevel: true) }
        while let next = best(isOfLevel: true, worth: { gain($0, preferred) }) { take(next, isOfLevel: true) }
        while let next = best(isOfLevel: true, worth: generalWorth) { take(next, isOfLevel: true) }
        while let next = best(isOfLevel: false, worth: generalWorth) { take(next, isOfLevel: false) }
    }

    /// Whether a question is written for the level of the hire, or for the next one; nil where it is for neither.
    func isOfLevel(_ question: InterviewQuestion) -> Bool? {
        if question.levels.contains(where: subject.levels.contains) { return true }
        // Who leads people is not asked what those do whom they lead.
        if subject.levels == [.lead] { return nil }
        let isNext = question.levels.contains { level in subject.levels.contains { $0.isNext(to: level) } }
        return isNext ? false : nil
    }

    private func best(isOfLevel: Bool, worth: (InterviewQuestion) -> Double) -> InterviewQuestion? {
        var best: (question: InterviewQuestion, worth: Double)?
        for question in bank {
            guard seats[question.layer, default: 0] > 0, self.isOfLevel(question) == isOfLevel,
                !chosen.contains(where: { $0.question.slug == question.slug })
            else { continue }
            let worth = worth(question)
            guard worth > 0 else { continue }
            if let known = best, (known.worth, question.slug) >= (worth, known.question.slug) { continue }
            best = (question, worth)
        }
        return best?.question
    }

    private mutating func take(_ question: InterviewQuestion, isOfLevel: Bool) {
        let covers = open(in: question, required) + open(in: question, preferred)
        chosen.append(
            Chosen(
                question: question, covers: covers.sorted(by: WantedSkill.goesBefore),
                repeats: question.central.filter(covered.contains).compactMap { required[$0] }
                    .sorted(by: WantedSkill.goesBefore),
                isOfLevel: isOfLevel))
        covered.formUnion(covers.map(\.slug))
        met.formUnion(question.skills)
        seats[question.layer, default: 0] -= 1
    }

    /// What a question adds of what is wanted; 0 where it adds nothing.
    private func gain(_ question: InterviewQuestion, _ wanted: [String: WantedSkill]) -> Double {
        let central = question.central
        let sum = open(in: question, wanted).reduce(0.0) { sum, skill in
            sum + skill.weight * (central.contains(skill.slug) ? 1 : Self.touched)
        }
        return sum * variety(question) * (question.suits(role: subject.role) ? 1 : Self.foreignRole)
    }

    /// What is wanted, probed by a question, and by none before it.
    private func open(in question: InterviewQuestion, _ wanted: [String: WantedSkill]) -> [WantedSkill] {
        question.skills.compactMap { wanted[$0] }.filter {
            !covered.contains($0.slug) && question.probes($0, inRole: subject.role)
        }
    }

    private func variety(_ question: InterviewQuestion) -> Double {
        chosen.filter { $0.question.kind == question.kind }.reduce(1) { worth, _ in worth * Self.repeatedKind }
    }

    /// What a question is worth that nothing wanted speaks for: new ground, of a kind not asked yet; 0 where it was written for
    /// other roles.
    private func generalWorth(_ question: InterviewQuestion) -> Double {
        guard question.suits(role: subject.role) else { return 0 }
        // What is fit for everybody says most about anybody.
        let breadth = question.levels.count == InterviewLevel.allCases.count ? Self.broad : 1
        let new = Double(min(question.central.filter { !met.contains($0) }.count, 3))
        // A question for leads alone says most of somebody who leads.
        let isForLead = subject.levels.contains(.lead) && !question.levels.contains(.mid)
        return variety(question) * variety(question) * breadth * (1 + new) * (isForLead ? Self.broad : 1)
    }
}
