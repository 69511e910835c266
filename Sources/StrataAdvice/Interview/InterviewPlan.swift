public import StrataModel

/// An interview for a JD or a role: which questions, in which order, and why each.
public struct InterviewPlan: Sendable, Hashable {
    /// A question with its place in the plan.
    public struct Item: Sendable, Hashable {
        public var question: InterviewQuestion
        /// The wanted skills that it probes and no other question of the plan was taken for, the heaviest first.
        public var covers: [WantedSkill]
        public var why: String
        public var minutes: Int
    }

    /// A required skill that the plan does not probe.
    public struct Uncovered: Sendable, Hashable {
        public enum Reason: Sendable, Hashable {
            case noQuestion
            /// A question of the plan's layers probes it, and there was no room.
            case noRoom(question: String)
            /// A question of a layer that the plan leaves out probes it.
            case otherLayer(question: String, layer: Layer)
            /// Only a question for other levels probes it.
            case otherLevel(question: String)
        }

        public var skill: WantedSkill
        public var reason: Reason
    }

    /// A layer's part.
    public struct Part: Sendable, Hashable {
        public var layer: Layer
        /// Of the four layers together, 0 to 1.
        public var share: Double
        public var questions: Int
    }

    public var subject: InterviewSubject
    /// The largest first; layers without questions are left out.
    public var parts: [Part]
    /// In the order in which they are asked.
    public var items: [Item]
    public var uncovered: [Uncovered]
    /// Questions that were asked for and that the bank does not have.
    public var missing: Int

    /// Minutes of the questions, without ``frame``.
    public var minutes: Int { items.reduce(0) { $0 + $1.minutes } }

    /// Minutes for the welcome and for what the candidate wants to know.
    public static let frame = 10

    /// How many questions there are where neither their number nor the time is given.
    public static let usualCount = 8

    /// How long it may take and how many questions it has.
    public struct Size: Sendable, Hashable {
        public var questions: Int?
        /// Of the whole interview.
        public var minutes: Int?

        public init(questions: Int? = nil, minutes: Int? = nil) {
            self.questions = questions
            self.minutes = minutes
        }

        /// A question is not to be answered in less.
        static let leastMinutes = 4

        /// What cannot be planned, and why; nil where it can.
        public var problem: String? {
            guard let minutes else { return nil }
            let room = minutes - InterviewPlan.frame
            let most = room / Self.leastMinutes
            guard most > 0 else {
                return
                    "\(minutes) minutes leave no room for a question: \(InterviewPlan.frame) are for the welcome and the candidate's own"
            }
            guard let questions, questions > most else { return nil }
            return
                "\(questions) questions do not fit into \(minutes) minutes, of which \(InterviewPlan.frame) are for the welcome and the candidate's own: \(most) do at most"
        }
    }
}

extension InterviewPlan {
    /// Plans an interview; without any question where the subject has no layer.
    ///
    /// - parameter size: one that has no ``Size/problem``.
    public init(_ subject: InterviewSubject, _ bank: QuestionBank, _ size: Size = Size()) {
        guard let minutes = size.minutes else {
            self.init(subject, bank, count: size.questions ?? Self.usualCount)
            return
        }
        let room = max(0, minutes - Self.frame)
        if let questions = size.questions {
            self.init(subject, bank, count: questions)
            fit(into: room)
            return
        }
        // The most questions that fit: a plan is made in no time, and how long it takes depends on which they are.
        var plan = InterviewPlan(subject, bank, count: max(1, room / Size.leastMinutes))
        while plan.minutes > room, plan.items.count > 1 {
            plan = InterviewPlan(subject, bank, count: plan.items.count - 1)
        }
        plan.missing = 0
        plan.fit(into: room)
        self = plan
    }

    private init(_ subject: InterviewSubject, _ bank: QuestionBank, count: Int) {
        let shares = Dictionary(uniqueKeysWithValues: Layer.allCases.map { ($0, max(0, subject.shares[$0])) })
        let seats = subject.isInStack ? LayerSeats.seats(count, shares, needed: subject.needs) : [:]
        var choice = QuestionChoice(subject, bank.questions, seats: seats)
        choice.choose()
        let whole = shares.values.sorted().reduce(0, +)
        self.subject = subject
        parts = Layer.allCases.compactMap { layer in
            let questions = choice.chosen.filter { $0.question.layer == layer }.count
            guard questions > 0 else { return nil }
            return Part(layer: layer, share: shares[layer, default: 0] / whole, questions: questions)
        }.sorted { ($1.share, $0.layer.index) < ($0.share, $1.layer.index) }
        let order = parts.map(\.layer)
        // What was taken first matters most: it goes first among its kind.
        items = choice.chosen.enumerated().map { ($1.place(in: order) + [$0], Item($1)) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
        let open = subject.wanted.filter { $0.isRequired && !choice.covered.contains($0.slug) }
        uncovered =
            items.isEmpty
            ? []
            : open.map { skill in
                Uncovered(skill: skill, reason: Self.reason(skill, bank, choice, order))
            }
        missing = subject.isInStack ? count - items.count : 0
    }

    /// Why a skill is not probed.
    private static func reason(
        _ skill: WantedSkill, _ bank: QuestionBank, _ choice: QuestionChoice, _ layers: [Layer]
    ) -> Uncovered.Reason {
        let able = bank.questions.filter { $0.probes(skill, inRole: choice.subject.role) }
        let ofLevel = able.filter { choice.isOfLevel($0) != nil }
        if let question = ofLevel.first(where: { layers.contains($0.layer) }) {
            return .noRoom(question: question.slug)
        }
        if let question = ofLevel.first { return .otherLayer(question: question.slug, layer: question.layer) }
        return able.first.map { .otherLevel(question: $0.slug) } ?? .noQuestion
    }

    /// Shortens the answers in proportion where they take longer than there is time, and uses what there is.
    private mutating func fit(into room: Int) {
        guard minutes > room, !items.isEmpty else { return }
        let (usual, whole) = (items.map(\.minutes), minutes)
        for index in items.indices { items[index].minutes = max(Size.leastMinutes, usual[index] * room / whole) }
        // Those that lose most get back what is left, those that lose least give what is too much.
        while minutes < room, let index = items.indices.max(by: { loss($0, usual) < loss($1, usual) }) {
            items[index].minutes += 1
        }
        while minutes > room,
            let index = items.indices.filter({ items[$0].minutes > Size.leastMinutes })
                .min(by: { loss($0, usual) < loss($1, usual) })
        { items[index].minutes -= 1 }
    }

    private func loss(_ index: Int, _ usual: [Int]) -> Int { usual[index] - items[index].minutes }
}

extension InterviewPlan.Item {
    fileprivate init(_ chosen: QuestionChoice.Chosen) {
        question = chosen.question
        covers = chosen.covers
        minutes = chosen.question.minutes
        let reason = WantedSentence.text(chosen.covers, repeats: chosen.repeats)
        why = reason.isEmpty ? "A general question of \(chosen.question.layer.name)." : reason
        if !chosen.isOfLevel { why += " Written for level \(chosen.question.levelText): expect accordingly." }
    }
}

extension QuestionChoice.Chosen {
    /// The largest layer first; within it from what one has done to how one works with others.
    fileprivate func place(in layers: [Layer]) -> [Int] {
        [layers.firstIndex(of: question.layer) ?? 0, question.kind.place]
    }
}
