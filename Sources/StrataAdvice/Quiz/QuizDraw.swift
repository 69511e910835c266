internal import StrataModel

/// Which questions are asked, and in which order their options stand: the same for the same number.
public struct QuizDraw: Sendable {
    private var generator: Generator

    /// - parameter seed: another number is another draw.
    public init(seed: UInt64 = 0) { generator = Generator(state: seed) }

    /// All questions in their order, or so many of them, the stages in equal parts and the easy ones first; with their
    /// options in an order of the draw's.
    ///
    /// - parameter stage: only this one's.
    /// - parameter count: nil for all.
    public func questions(of bank: QuizBank, stage: CourseStage? = nil, count: Int? = nil) -> [QuizQuestion] {
        var draw = self
        let own = bank.questions.filter { stage == nil || $0.stage == stage }
        return draw.chosen(own, count).map { shuffled($0) }
    }

    private mutating func chosen(_ questions: [QuizQuestion], _ count: Int?) -> [QuizQuestion] {
        guard let count, count < questions.count else { return questions }
        var piles = CourseStage.allCases.map { stage in
            draw(questions.filter { $0.stage == stage })[...]
        }
        var chosen = piles.map { _ in [QuizQuestion]() }
        while chosen.joined().count < count {
            for pile in piles.indices where chosen.joined().count < count {
                if let next = piles[pile].popFirst() { chosen[pile].append(next) }
            }
        }
        return Array(chosen.joined())
    }

    /// In a drawn order, but so that layers come by turns.
    private mutating func draw(_ questions: [QuizQuestion]) -> [QuizQuestion] {
        var piles = (Layer.allCases.map(Optional.some) + [nil]).map { layer in
            questions.filter { $0.layer == layer }.shuffled(using: &generator)[...]
        }
        piles.shuffle(using: &generator)
        var drawn: [QuizQuestion] = []
        while drawn.count < questions.count {
            for pile in piles.indices { if let next = piles[pile].popFirst() { drawn.append(next) } }
        }
        return drawn
    }

    /// With its options in another order, but layers, which stay in the stack's.
    private func shuffled(_ question: QuizQuestion) -> QuizQuestion {
        guard question.options != Layer.allCases.map(\.name) else { return question }
        // Of the question's own name, so that its options stand alike whatever else is asked.
        var own = Generator(state: question.slug.utf8.reduce(generator.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
        var shuffled = question
        shuffled.options.shuffle(using: &own)
        shuffled.answer = shuffled.options.firstIndex(of: question.options[question.answer]) ?? question.answer
        return shuffled
    }

    /// SplitMix64: the same numbers everywhere.
    private struct Generator: RandomNumberGenerator {
        let seed: UInt64
        private var state: UInt64

        init(state: UInt64) { (seed, self.state) = (state, state) }

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }
}
