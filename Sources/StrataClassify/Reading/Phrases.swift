import StrataModel

/// The phrases by which a text says what its mentions mean: headings and cues.
struct Phrases: @unchecked Sendable {
    // Unchecked: the pointers lead into `memory`, which never changes.
    enum Meaning: Sendable {
        case heading(Section)
        case cue(Cue.Effect)
        /// "No", to be read with what follows.
        case no
        /// What one can have none of: experience, knowledge; or need not: needed, required.
        case need
        /// The level of the position in words.
        case seniority(Seniority)
        /// "Years", to be read with the number before.
        case years
    }

    /// A phrase found.
    struct Signal {
        var meaning: Meaning
        var span: Range<Int>
    }

    /// A meaning as an image holds it: which one, and the section, effect or step.
    struct Code: BitwiseCopyable {
        var kind: UInt8
        var detail: UInt8
    }

    private let memory: ImageMemory
    /// In the order in which the phrases were added.
    private let codes: UnsafeBufferPointer<Code>

    init(_ reader: inout ImageReader) {
        memory = reader.memory
        codes = reader.array()
    }

    /// Adds the phrases to the terms that are looked for, and writes what they mean.
    static func write(
        headings: [Heading], cues: [Cue], adding builder: inout TermTrieBuilder, into writer: inout ImageWriter
    ) {
        var codes: [Code] = []
        func add(_ phrase: String, _ meaning: Meaning, traits: TermTable.Traits = []) {
            builder.add(Term(phrase), traits: traits)
            codes.append(Code(meaning))
        }
        codes.reserveCapacity(headings.count + cues.count + 100)
        // Where texts lose their line breaks, headings run into what they head ("ResponsibilitiesBuild").
        for heading in headings { add(heading.phrase, .heading(heading.section), traits: .mayBeGlued) }
        for cue in cues { add(cue.phrase, .cue(cue.effect)) }
        add("no", .no)
        for phrase in Self.needs { add(phrase, .need) }
        for phrase in SeniorityReader.textPhrases { add(phrase.phrase, .seniority(phrase.step)) }
        for phrase in SeniorityReader.years { add(phrase, .years) }
        writer.append(codes)
    }

    var count: Int { codes.count }

    var isSound: Bool { codes.allSatisfy(\.isSound) }

    func meaning(of term: Int) -> Meaning { codes[term].meaning }

    private static let needs = ["experience", "knowledge", "background", "expertise", "skills", "needed", "necessary"]
}

extension Phrases.Code {
    init(_ meaning: Phrases.Meaning) {
        switch meaning {
        case .heading(let section): self.init(kind: 0, detail: Self.place(of: section))
        case .cue(let effect): self.init(kind: 1, detail: Self.place(of: effect))
        case .no: self.init(kind: 2, detail: 0)
        case .need: self.init(kind: 3, detail: 0)
        case .seniority(let step): self.init(kind: 4, detail: Self.place(of: step))
        case .years: self.init(kind: 5, detail: 0)
        }
    }

    var meaning: Phrases.Meaning {
        switch kind {
        case 0: .heading(Self.sections[Int(detail)])
        case 1: .cue(Self.effects[Int(detail)])
        case 2: .no
        case 3: .need
        case 4: .seniority(Self.steps[Int(detail)])
        default: .years
        }
    }

    var isSound: Bool {
        switch kind {
        case 0: Int(detail) < Self.sections.count
        case 1: Int(detail) < Self.effects.count
        case 4: Int(detail) < Self.steps.count
        default: kind <= 5
        }
    }

    private static let sections = Section.allCases
    private static let effects = Cue.Effect.allCases
    private static let steps = Seniority.allCases

    private static func place<Case: CaseIterable & Equatable>(of value: Case) -> UInt8 {
        UInt8(Array(Case.allCases).firstIndex(of: value) ?? 0)
    }
}
