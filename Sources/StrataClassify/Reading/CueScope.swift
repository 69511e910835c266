import StrataModel

/// What the cues of a sentence make of the mentions in it.
struct CueScope {
    let bytes: UnsafeBufferPointer<UInt8>

    /// A cue with the place where it stands.
    struct PlacedCue {
        var effect: Cue.Effect
        var span: Range<Int>
    }

    /// A cue acts no further than this many bytes: texts without full stops have endless sentences.
    private static let reach = 240
    private static let negationReach = 56

    /// Applies the cues to the mentions of one segment, both in the order of the text.
    ///
    /// Negation and `context` win over the rest; of `required` and `preferred` the nearer cue wins.
    func apply(_ cues: [PlacedCue], to mentions: inout ArraySlice<FoundMention>, segment: Range<Int>) {
        for cue in cues {
            switch cue.effect {
            case .required, .preferred: grade(by: cue, &mentions, segment)
            case .context: recedeBehind(cue, &mentions)
            case .notAsked: negate(by: cue, &mentions, segment)
            case .employer, .hire: break
            }
        }
    }

    /// A sentence about the employer asks for nothing, up to where it turns to the hire.
    ///
    /// - parameter isOpen: whether nothing tells otherwise what stands at an offset.
    func applyEmployer(
        _ cues: [PlacedCue], to mentions: inout ArraySlice<FoundMention>, where isOpen: (Int) -> Bool
    ) {
        guard let about = cues.first(where: { $0.effect == .employer }) else { return }
        let turn = cues.first { $0.effect == .hire }?.span.lowerBound ?? .max
        // "As an engineer you will help our customers" speaks of the hire from its beginning.
        guard about.span.lowerBound < turn else { return }
        for index in mentions.indices where mentions[index].start < turn && isOpen(mentions[index].start) {
            mentions[index].isContext = true
        }
    }

    /// "is a plus" grades what stands before it, "nice to have:" what follows.
    private func grade(by cue: PlacedCue, _ mentions: inout ArraySlice<FoundMention>, _ segment: Range<Int>) {
        let requirement: Requirement = cue.effect == .required ? .required : .preferred
        guard isTrailing(cue, segment) else {
            for index in mentions.indices where mentions[index].start >= cue.span.upperBound {
                let distance = mentions[index].start - cue.span.upperBound
                guard distance <= Self.reach else { break }
                mentions[index].grade(requirement, distance: distance)
            }
            return
        }
        let isInBrackets = cue.span.lowerBound > segment.lowerBound && bytes[cue.span.lowerBound - 1] == 0x28
        var next = cue.span.lowerBound
        for index in mentions.indices.reversed() where mentions[index].end <= cue.span.lowerBound {
            let distance = cue.span.lowerBound - mentions[index].end
            guard distance <= Self.reach, !breaksClause(mentions[index].end..<next) else { break }
            mentions[index].grade(requirement, distance: distance)
            if isInBrackets { break }
            next = mentions[index].start
        }
    }

    /// "Collaborate with" puts what follows aside, up to the clause that says what for.
    private func recedeBehind(_ cue: PlacedCue, _ mentions: inout ArraySlice<FoundMention>) {
        for index in mentions.indices where mentions[index].start >= cue.span.upperBound {
            let between = cue.span.upperBound..<mentions[index].start
            guard between.count <= Self.reach, !turnsToWork(between) else { break }
            mentions[index].isContext = true
        }
    }

    /// The nearest mention, and what is listed with it, is not asked for.
    private func negate(by cue: PlacedCue, _ mentions: inout ArraySlice<FoundMention>, _ segment: Range<Int>) {
        let trails = isTrailing(cue, segment)
        let indices = trails ? Array(mentions.indices.reversed()) : Array(mentions.indices)
        var edge = trails ? cue.span.lowerBound : cue.span.upperBound
        var isFirst = true
        for index in indices {
            let mention = mentions[index]
            guard trails ? mention.end <= edge : mention.start >= edge else { continue }
            let gap = trails ? mention.end..<edge : edge..<mention.start
            guard isFirst ? gap.count <= Self.negationReach && !breaksClause(gap) : lists(gap) else { break }
            mentions[index].isNotAsked = true
            isFirst = false
            edge = trails ? mention.start : mention.end
        }
    }

    /// "No Kubernetes experience needed": a "no" shortly before, and what one need not have shortly behind.
    func negate(
        from negation: Range<Int>, needs: [Range<Int>], _ mentions: inout ArraySlice<FoundMention>
    ) {
        for index in mentions.indices where mentions[index].start >= negation.upperBound {
            let gap = negation.upperBound..<mentions[index].start
            guard gap.count <= 24, !breaksClause(gap), !gap.contains(where: { bytes[$0] == 0x2C }) else { return }
            let end = mentions[index].end
            let isNeed = needs.contains {
                $0.lowerBound >= end && $0.lowerBound - end <= 40 && !breaksClause(end..<$0.lowerBound)
            }
            if isNeed { mentions[index].isNotAsked = true }
        }
    }

    // MARK: Reading between

    /// Whether the cue closes its clause: a mark or the end follows, or nothing but it is left.
    private func isTrailing(_ cue: PlacedCue, _ segment: Range<Int>) -> Bool {
        var index = cue.span.upperBound
        while index < segment.upperBound, [0x20, 0x2A, 0x5F].contains(bytes[index]) { index += 1 }
        return index >= segment.upperBound || [0x2E, 0x2C, 0x3B, 0x29, 0x21, 0x0A, 0x0D].contains(bytes[index])
    }

    /// Whether a new thought begins in between: a comma with words of its own, or a "but".
    private func breaksClause(_ range: Range<Int>) -> Bool {
        var letters = 0
        var hasComma = false
        for index in range {
            let byte = bytes[index]
            if byte == 0x2C { hasComma = true }
            if byte == 0x3B { return true }
            if hasComma, ASCII.isLetter(byte) { letters += 1 }
        }
        // A list may hold names that nobody knows, but not what else one should bring.
        return letters >= 28
            || letters >= 8
                && holds([" and ", " experience", " knowledge", " understanding", " ability", " you "], range)
            || holds([" but ", " however ", " while "], range)
    }

    /// Whether the words in between turn from who to what for: "with data scientists to build".
    private func turnsToWork(_ range: Range<Int>) -> Bool {
        holds([" to ", " by ", " using ", " through ", " in order ", " while ", ". "], range) || holdsParticiple(range)
    }

    /// "Work closely with our researchers, productionizing ...": behind a comma, a word in -ing is the hire's again.
    private func holdsParticiple(_ range: Range<Int>) -> Bool {
        for comma in range where bytes[comma] == 0x2C && comma + 2 < range.upperBound && bytes[comma + 1] == 0x20 {
            let end = bytes.endOfWord(from: comma + 2, limit: range.upperBound)
            if end - comma >= 8, bytes[end - 3..<end].elementsEqual("ing".utf8) { return true }
        }
        return false
    }

    /// Whether nothing but the marks and words of a list stands in between: "Python, Spark and (maybe) Go" without the maybe.
    func lists(_ range: Range<Int>) -> Bool {
        guard range.count <= 12 else { return false }
        var letters: [UInt8] = []
        for index in range {
            let byte = bytes[index]
            if ASCII.isLetter(byte) {
                letters.append(byte | 0x20)
            } else if [0x2E, 0x3A, 0x21, 0x3F].contains(byte) || ASCII.isDigit(byte) {
                return false
            }
        }
        return letters.isEmpty || Self.listWords.contains { $0.utf8.elementsEqual(letters) }
    }

    private static let listWords = [
        "and", "or", "andor", "und", "oder", "et", "ou", "y", "o", "en", "of", "e", "with", "amp",
    ]

    private func holds(_ phrases: [StaticString], _ range: Range<Int>) -> Bool {
        for phrase in phrases where phrase.utf8CodeUnitCount <= range.count {
            let length = phrase.utf8CodeUnitCount
            let pattern = UnsafeBufferPointer(start: phrase.utf8Start, count: length)
            for start in range.lowerBound...(range.upperBound - length) where bytes[start] == pattern[0] {
                if pattern.indices.allSatisfy({ ASCII.lower(bytes[start + $0]) == pattern[$0] }) { return true }
            }
        }
        return false
    }
}
