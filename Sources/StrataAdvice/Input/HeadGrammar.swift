internal import StrataModel

/// Reads a number or article and the title behind it: "ten data scientists", "our data engineer", "a lead data engineer who
/// builds the pipelines".
struct HeadGrammar: Sendable {
    let vocabulary: Vocabulary

    struct Head {
        var member: Request.Member
        var places: Range<Int>
        /// Whether a number says how many, rather than an article.
        var isCounted: Bool
    }

    /// The most words of a title before its last: "senior machine learning operations".
    private static let longest = 5

    /// Whether the word before denies it, or another one before what stands between: "no data engineer", "neither data
    /// engineers nor two analysts", and not "no data engineer, two data scientists".
    private func isDenied(_ words: [PhraseText.Word], at place: Int) -> Bool {
        guard words[place].isNegated else { return false }
        for before in words[..<place].indices.reversed() {
            if words[before + 1].pause != nil { return false }
            if vocabulary.denials.contains(words[before].stem) { return true }
            if vocabulary.length(of: "occupation", in: words, at: before) != nil { return false }
        }
        return false
    }

    /// Where a title ends: "data scientist intern", "lead data engineer".
    private func fullTitle(_ words: [PhraseText.Word], from start: Int) -> Int {
        var end = start
        var next = start
        while next < words.count, next - end < 2, words[next].pause == nil, vocabulary.isQualifier(words[next].stem),
            !["who", "work", "build", "do", "look", "sit"].contains(words[next].stem)
        {
            if let more = vocabulary.length(of: "occupation", in: words, at: next) {
                end = next + more
                next = end
            } else {
                next += 1
            }
        }
        return end
    }

    private static let partitives: Set<String> = ["of", "them", "whom", "us", "are", "is", "em", "our"]

    /// A number or article, and the title behind it.
    func head(_ words: [PhraseText.Word], at place: Int, _ text: PhraseText) -> Head? {
        let known = number(words, at: place, text)
        guard let (count, number) = known, !isDenied(words, at: place) else { return nil }
        // "Eleven of them are data engineers".
        var first = place + number
        while first < words.count, Self.partitives.contains(words[first].stem) { first += 1 }
        var end = first
        while end < words.count, end - first <= Self.longest {
            if let last = vocabulary.length(of: "occupation", in: words, at: end) {
                end += last
                end = fullTitle(words, from: end)
                let title = text.slice(words[first].span.start..<words[end - 1].span.end)
                let does = clause(words, from: end, text)
                let member = Request.Member(title: Self.singular(title), count: count, text: does.text)
                let isCounted = !["a", "an", "the", "our", "my"].contains(words[place].stem)
                return Head(member: member, places: place..<does.end, isCounted: isCounted)
            }
            guard words[end].pause == nil || end == first, vocabulary.isQualifier(words[end].stem) else {
                return nil
            }
            end += 1
        }
        return nil
    }

    /// A number's value and its words; what is vague stands for two, the least that it can mean, and "our data engineer" for
    /// one.
    func number(_ words: [PhraseText.Word], at place: Int, _ text: PhraseText) -> (count: Int, length: Int)? {
        if let length = vocabulary.length(of: "vague_number", in: words, at: place) { return (2, length) }
        func own(_ place: Int) -> String {
            place < words.count ? text.slice(words[place].span.start..<words[place].span.end).lowercased() : ""
        }
        if ["only", "single", "sole", "another", "the", "our", "my"].contains(own(place)) {
            return isOne(words, after: place) ? (1, 1) : nil
        }
        for length in [2, 1] {
            let written = (place..<place + length).map(own).joined(separator: " ")
            if let count = HeadCount.number(written), count > 0, count <= HeadCount.most { return (count, length) }
        }
        return nil
    }

    /// Whether the title that follows is of one person: "our data engineer", and not "our data engineers".
    private func isOne(_ words: [PhraseText.Word], after place: Int) -> Bool {
        for next in words.indices.dropFirst(place + 1).prefix(Self.longest) {
            guard let length = vocabulary.length(of: "occupation", in: words, at: next) else { continue }
            let last = words[next + length - 1]
            return last.span.end - last.span.start == last.stem.utf8.count
        }
        return false
    }

    /// What is told of those just named: "who build the pipelines", up to the next of the team.
    private func clause(_ words: [PhraseText.Word], from start: Int, _ text: PhraseText) -> (text: String, end: Int) {
        guard start < words.count, ["who", "that", "do", "does", "doe", "work", "for"].contains(words[start].stem)
        else {
            return ("", start)
        }
        var end = start + 1
        while end < words.count {
            let isNext = number(words, at: end, text) != nil || vocabulary.turns.contains(words[end].stem)
            if isNext { break }
            end += 1
        }
        if end > start + 1, vocabulary.links.contains(words[end - 1].stem), end < words.count { end -= 1 }
        return (text.slice(words[start].span.start..<words[end - 1].span.end), end)
    }

    /// A title of one of them.
    static func singular(_ title: String) -> String {
        let isPlural = title.hasSuffix("s") && !title.hasSuffix("ss") && !title.lowercased().hasSuffix("devops")
        return isPlural ? String(title.dropLast()) : title
    }
}
