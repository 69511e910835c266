import StrataModel

/// Decides which of a text's ambiguous words are meant as skills: those that something near corroborates.
///
/// Spark is a tool beside "PySpark", "cluster" or "Kafka", and no tool in "spark interest".
struct Ambiguity: @unchecked Sendable {
    // Unchecked: the pointers lead into memory that the matcher holds and nobody changes.
    /// A tool or language this near, in bytes, makes a list of tools likely.
    private static let listReach = 60

    private let matcher: Matcher
    /// The context words that corroborate the skills, as indices of the matcher's terms: skill by skill, sorted.
    private let words: UnsafeBufferPointer<Int32>
    /// By skill, where its words begin in `words`; one more at the end.
    private let firstWord: UnsafeBufferPointer<Int32>
    /// By skill, whether it is a tool or language, which stand in lists of their like.
    private let isListed: UnsafeBufferPointer<Bool>

    init(_ reader: inout ImageReader) {
        matcher = Matcher(&reader, mode: .all)
        words = reader.array()
        firstWord = reader.array()
        isListed = reader.array()
    }

    func isSound(skills: Int) -> Bool {
        firstWord.count == skills + 1 && isListed.count == skills && firstWord.first == 0
            && Int(firstWord[skills]) == words.count && zip(firstWord, firstWord.dropFirst()).allSatisfy { $0 <= $1 }
            && matcher.isSound(terms: Int.max)
    }

    static func write(_ skills: [Skill], into writer: inout ImageWriter) {
        var builder = TermTrieBuilder(capacity: 2048)
        var words: [Int32] = []
        var firstWord: [Int32] = [0]
        for skill in skills {
            let start = words.count
            for word in skill.context { words.append(Int32(builder.addOrFind(word).index)) }
            words[start...].sort()
            firstWord.append(Int32(words.count))
        }
        TermTable.write(builder, into: &writer)
        writer.append(words)
        writer.append(firstWord)
        writer.append(skills.map { $0.kind == .tool || $0.kind == .language })
    }

    /// Whether the context word corroborates the skill.
    private func corroborates(_ word: Int, _ skill: Int) -> Bool {
        var low = Int(firstWord[skill])
        var high = Int(firstWord[skill + 1])
        while low < high {
            let middle = (low + high) / 2
            if words[middle] == word { return true }
            if words[middle] < word { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// Whether three tools or languages are named at least.
    func nameTools(_ candidates: [Candidate]) -> Bool {
        var tools: Set<Int> = []
        for candidate in candidates {
            guard let skill = candidate.skill, isListed.indices.contains(skill), isListed[skill] else { continue }
            tools.insert(skill)
            if tools.count == 3 { return true }
        }
        return false
    }

    /// A term found, with all that it may mean.
    struct Candidate {
        /// Index among the terms of ``SkillTerms``.
        var term: Int
        var span: Range<Int>
        var segment: Int
        /// The skill that it stands for, once that is settled.
        var skill: Int?
    }

    /// Settles what the candidates stand for; those without corroboration keep no skill.
    func settle(
        _ candidates: inout [Candidate], of terms: SkillTerms, segments: [Segment], bytes: UnsafeBufferPointer<UInt8>
    ) {
        var open: [Int] = []
        for index in candidates.indices {
            candidates[index].skill = terms.certainMeaning(of: candidates[index].term)
            if candidates[index].skill == nil { open.append(index) }
        }
        guard !open.isEmpty else { return }
        let certain = candidates
        let named = NamedSkills(certain, count: isListed.count)
        var contexts = Contexts(self, bytes: bytes)
        for index in open {
            let candidate = candidates[index]
            let neighbours = Neighbours(of: index, among: certain, isListed: isListed, scope: CueScope(bytes: bytes))
            let mayBeWord = isPlainWord(candidate, segments, bytes)
            candidates[index].skill =
                terms.meanings(of: candidate.term).first { meaning in
                    if neighbours.isListed { return true }
                    let isLikely =
                        !(meaning.isProperName && mayBeWord)
                        && (neighbours.areNear || named.contain(Int(meaning.skill)))
                    // Looked up last: the words of a sentence cost more than all that is known already.
                    return isLikely
                        || contexts.corroborate(
                            Int(meaning.skill), beside: candidate.span, in: segments[candidate.segment].range)
                }.map { Int($0.skill) }
        }
    }

    /// Whether a capital is missing, or is there only because a sentence begins.
    private func isPlainWord(
        _ candidate: Candidate, _ segments: [Segment], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if ASCII.isLower(bytes[candidate.span.lowerBound]) { return true }
        let before = segments[candidate.segment].range.lowerBound..<candidate.span.lowerBound
        guard !before.contains(where: { bytes.isWord(at: $0) }) else { return false }
        // A bullet that holds the name alone, or a list of names, is no sentence.
        let end = candidate.span.upperBound
        return end + 1 < bytes.count && bytes[end] == 0x20 && ASCII.isLower(bytes[end + 1])
    }

    /// What stands around a candidate that is certain to be a skill.
    private struct Neighbours {
        /// Next to it, with nothing but a comma, a slash or an "and" between.
        var isListed = false
        /// A tool or language within reach, or two of them in the same sentence.
        var areNear = false

        init(of index: Int, among candidates: [Candidate], isListed listed: UnsafeBufferPointer<Bool>, scope: CueScope)
        {
            let own = candidates[index]
            var inSentence = 0
            for other in max(0, index - 12)..<min(candidates.count, index + 13) where other != index {
                guard let skill = candidates[other].skill, skill >= 0, skill < listed.count, listed[skill] else {
                    continue
                }
                let span = candidates[other].span
                let gap = other < index ? span.upperBound..<own.span.lowerBound : own.span.upperBound..<span.lowerBound
                if gap.count <= Ambiguity.listReach { areNear = true }
                if abs(other - index) == 1, scope.lists(gap) { isListed = true }
                if candidates[other].segment == own.segment { inSentence += 1 }
            }
            if inSentence >= 2 { areNear = true }
        }
    }

    /// The skills that the text certainly names.
    private struct NamedSkills {
        private var isNamed: [Bool]

        init(_ candidates: [Candidate], count: Int) {
            isNamed = [Bool](repeating: false, count: count)
            for candidate in candidates {
                if let skill = candidate.skill, isNamed.indices.contains(skill) { isNamed[skill] = true }
            }
        }

        func contain(_ skill: Int) -> Bool { isNamed.indices.contains(skill) && isNamed[skill] }
    }

    /// The context words of one sentence after the other, each looked up once for all candidates in it.
    private struct Contexts {
        private let ambiguity: Ambiguity
        private let bytes: UnsafeBufferPointer<UInt8>
        private var sentence = 0..<0
        private var found: [Matcher.Match] = []
        /// By skill, where the first of its words ends and where the last begins, once that was asked for.
        private var reaches: [Int: (firstEnd: Int, lastStart: Int)] = [:]

        init(_ ambiguity: Ambiguity, bytes: UnsafeBufferPointer<UInt8>) {
            self.ambiguity = ambiguity
            self.bytes = bytes
        }

        /// Whether a word of the sentence that is no part of the candidate corroborates the skill.
        mutating func corroborate(_ skill: Int, beside span: Range<Int>, in range: Range<Int>) -> Bool {
            if range != sentence {
                found.removeAll(keepingCapacity: true)
                reaches.removeAll(keepingCapacity: true)
                ambiguity.matcher.find(in: bytes, range: range, into: &found)
                sentence = range
            }
            guard !found.isEmpty else { return false }
            let reach = reaches[skill] ?? reach(of: skill)
            reaches[skill] = reach
            return reach.firstEnd <= span.lowerBound || reach.lastStart >= span.upperBound
        }

        private func reach(of skill: Int) -> (firstEnd: Int, lastStart: Int) {
            var reach = (firstEnd: Int.max, lastStart: Int.min)
            for word in found where ambiguity.corroborates(word.term, skill) {
                reach.firstEnd = min(reach.firstEnd, word.span.upperBound)
                reach.lastStart = max(reach.lastStart, word.span.lowerBound)
            }
            return reach
        }
    }
}
