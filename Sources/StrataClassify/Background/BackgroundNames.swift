import StrataModel

/// Corroborates ambiguous names in what a person says of themselves, where a JD's rules find too little near them.
///
/// "12 years of R" and "exposure to Spark" speak of tools; so does a name amid a sentence of somebody who names other tools.
struct BackgroundNames {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the text certainly names several tools or languages.
    let isTechnical: Bool

    /// What an ambiguous term stands for, where it is written as a name.
    func meaning(of candidate: Ambiguity.Candidate, _ terms: SkillTerms) -> Int? {
        let span = candidate.span
        guard !ASCII.isLower(bytes[span.lowerBound]), isLed(span.lowerBound) || isTechnical && isName(span) else {
            return nil
        }
        return terms.meanings(of: candidate.term).first.map { Int($0.skill) }
    }

    /// Whether it stands amid a sentence, or alone between marks, and beside no other name, as those of people do.
    private func isName(_ span: Range<Int>) -> Bool {
        let (before, behind) = (word(before: span.lowerBound), word(behind: span.upperBound))
        let opens = before.isEmpty
        if !before.isEmpty, ASCII.isUpper(bytes[before.lowerBound]), before.upperBound + 1 == span.lowerBound {
            return false
        }
        if behind.isEmpty { return true }
        return !ASCII.isUpper(bytes[behind.lowerBound]) && !opens
    }

    /// The word right behind a place, with a space between.
    private func word(behind place: Int) -> Range<Int> {
        guard place + 1 < bytes.count, bytes[place] == 0x20 else { return place..<place }
        var end = place + 1
        while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
        return place + 1..<end
    }

    /// Whether two words stand before: what one has, and what leads from it to the thing.
    private func isLed(_ start: Int) -> Bool {
        let link = word(before: start)
        guard Self.links.contains(where: { matches($0, link) }) else { return false }
        let noun = word(before: link.lowerBound)
        return Self.nouns.contains { matches($0, noun) }
    }

    private func word(before place: Int) -> Range<Int> {
        var end = place
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > 0, ASCII.isLetter(bytes[start - 1]) { start -= 1 }
        return start..<end
    }

    private func matches(_ word: StaticString, _ range: Range<Int>) -> Bool {
        guard word.utf8CodeUnitCount == range.count else { return false }
        return word.withUTF8Buffer { pattern in zip(pattern, bytes[range]).allSatisfy { $0 == ASCII.lower($1) } }
    }

    private static let links: [StaticString] = ["of", "with", "in", "to"]
    private static let nouns: [StaticString] = [
        "years", "year", "experience", "knowledge", "exposure", "familiar", "familiarity", "skills", "proficient",
        "proficiency", "expertise", "expert", "experienced", "skilled", "background", "understanding", "command",
    ]
}
