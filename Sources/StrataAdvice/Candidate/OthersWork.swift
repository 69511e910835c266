/// Tells which parts of a sentence speak of what others did: "my colleague Anna built", "my manager, who led", "built by our
/// vendor".
struct OthersWork {
    struct Stretch {
        var words: Range<Int>
        /// Whether what was done to it stands before it: "the cluster that our vendor built", "pipelines built by Anna".
        var hasObjectBefore = false
        /// What it says of this person: "managed three engineers who built"; nil where it is theirs alone.
        var depth: Depth?
    }

    let vocabulary: ResumeVocabulary
    /// The person's own name, by word.
    let ownName: Set<String>
    let words: [ResumeText.Word]
    /// What is done in the sentence, in order.
    let verbs: [Range<Int>]
    /// Of them, what tells of leading.
    let leading: [Range<Int>]
    /// Names of skills and roles, which are no people's.
    let mentions: [Range<Int>]

    var stretches: [Stretch] {
        words.indices.flatMap { place in
            [clause(at: place), relative(at: place)].compactMap { $0 }
        } + verbs.compactMap(passive)
    }

    /// Whether the sentence says that it was done under somebody.
    var isUnder: Bool {
        words.indices.dropLast().contains { words[$0].text == "under" && party(at: $0 + 1) != nil }
    }

    // MARK: Sentences of their own

    /// A clause that begins at a place and whose subject is somebody else.
    private func clause(at place: Int) -> Stretch? {
        let before = place > 0 ? words[place - 1].text : ""
        guard place == 0 || words[place].pause != nil || vocabulary.isWord(before, of: "clause"),
            let party = party(at: place), let verb = verb(behind: party)
        else { return nil }
        return Stretch(
            words: place..<end(behind: verb, isRelative: false),
            hasObjectBefore: vocabulary.isWord(before, of: "relative"))
    }

    /// What "who" and the like say of the somebody before it.
    private func relative(at place: Int) -> Stretch? {
        guard place > 0, vocabulary.isWord(words[place].text, of: "relative"),
            let verb = finite(at: skippingAuxiliaries(place + 1)),
            let start = (max(0, place - Self.longestParty)..<place).first(where: { party(at: $0) == place })
                ?? name(before: place)
        else { return nil }
        let before = start > 0 ? words[start - 1].text : ""
        if vocabulary.isWord(before, of: "member") || leading.contains(where: { $0.upperBound <= start }) { return nil }
        return Stretch(
            words: place..<end(behind: verb, isRelative: true), depth: Self.depth(behind: before, vocabulary))
    }

    /// What it says of this person that others did something: who managed them led them, who taught them knows it.
    private static func depth(behind word: String, _ vocabulary: ResumeVocabulary) -> Depth? {
        if vocabulary.isWord(word, of: "manage") { return .led }
        return vocabulary.isWord(word, of: "mentor") ? .used : nil
    }

    /// "Built by our vendor".
    private func passive(_ verb: Range<Int>) -> Stretch? {
        let by = verb.upperBound
        guard by + 1 < words.count, vocabulary.isWord(words[by].text, of: "agent"), words[by].pause == nil,
            let party = party(at: by + 1), !isMine(party)
        else { return nil }
        var end = party
        while end < words.count, words[end].pause == nil, !isMine(end), !isVerb(at: end) { end += 1 }
        return Stretch(words: verb.lowerBound..<end, hasObjectBefore: true)
    }

    /// Where what they did ends: where this person or a colon comes in, or a verb that goes on with the sentence around it.
    private func end(behind verb: Int, isRelative: Bool) -> Int {
        var hasVerb = isRelative || isVerb(at: verb)
        for place in words.indices.dropFirst(verb + 1).prefix(Self.longestClause) {
            if isMine(place) || [.colon, .dash].contains(words[place].pause) { return place }
            guard isVerb(at: place) else { continue }
            if words[place].pause == .comma, isRelative || !hasVerb { return place }
            hasVerb = true
        }
        return min(words.count, verb + 1 + Self.longestClause)
    }

    /// No clause is longer, or none that tells.
    private static let longestClause = 60

    // MARK: Who

    /// So many words at most tell who it is.
    private static let longestParty = 7

    /// Where the words end that name somebody else, and begin at a place; nil where they name nobody or this person.
    private func party(at start: Int) -> Int? {
        if let end = person(at: start) { return end }
        var place = start
        var isCounted = false
        while place < words.count, place < start + 3, place == start || words[place].pause == nil,
            isDeterminer(words[place].text)
        {
            isCounted = isCounted || !["a", "an"].contains(words[place].text)
            place += 1
        }
        let hasDeterminer = place > start
        for noun in place..<min(place + (hasDeterminer ? 4 : 1), words.count) {
            guard noun == start || words[noun].pause == nil, !isMine(noun), !isVerb(at: noun) else { return nil }
            let word = words[noun].text
            if vocabulary.isWord(word, of: "colleague") {
                // "Consultants set up"; a lone word is what this person is.
                return hasDeterminer || word.hasSuffix("s") ? behind(noun) : nil
            }
            if vocabulary.isWord(word, of: "trade") {
                let isOurs =
                    vocabulary.isWord(word, of: "crew") && (start..<place).contains { isOwn(words[$0].text) }
                    && noun == place
                return hasDeterminer && isCounted && !isOurs ? behind(noun) : nil
            }
            if vocabulary.isWord(word, of: "clause") || vocabulary.isWord(word, of: "member") { return nil }
        }
        return nil
    }

    /// Behind a noun with what belongs to it: "colleagues Anna and Ben", "team of Peter Smith", "engineers of the bank".
    private func behind(_ noun: Int) -> Int {
        var end = noun + 1
        func goesOn(_ isPart: (String) -> Bool) -> Bool {
            end < words.count && words[end].pause == nil && isPart(words[end].text)
        }
        while goesOn({ vocabulary.isWord($0, of: "trade") || vocabulary.isWord($0, of: "colleague") }) { end += 1 }
        if goesOn({ ["of", "at", "from", "in", "von"].contains($0) }), end + 1 < words.count {
            var place = end + 1
            while place < words.count, place < end + 5, words[place].pause == nil,
                words[place].isCapital || isDeterminer(words[place].text)
                    || vocabulary.isWord(words[place].text, of: "trade")
            {
                place += 1
            }
            if place > end + 1 { end = place }
        }
        while end < words.count, words[end].pause == nil, words[end].isCapital, !isMine(end), !isNamed(end) { end += 1 }
        return end
    }

    /// Where a name begins of which only capitals tell: "by Xun Ke, who built".
    private func name(before place: Int) -> Int? {
        guard words[place].pause == .comma, words[place].text == "who" else { return nil }
        var start = place
        while start > 1, start > place - 3, words[start - 1].isCapital, !isNamed(start - 1),
            !ownName.contains(words[start - 1].text), start == place || words[start].pause == nil
        {
            start -= 1
        }
        return start < place ? start : nil
    }

    /// A name of a person other than this one, from its first name or title on.
    private func person(at start: Int) -> Int? {
        if words.indices.contains(start + 1), vocabulary.isWord(words[start].text, of: "title"),
            words[start + 1].isCapital, words[start + 1].pause == nil, !ownName.contains(words[start + 1].text)
        {
            return start + 2
        }
        guard words.indices.contains(start), words[start].isCapital, vocabulary.firstNames.contains(words[start].text),
            !ownName.contains(words[start].text), !isNamed(start), vocabulary.month(words[start].text) == nil,
            !["will", "may"].contains(words[start].text)
        else { return nil }
        var end = start + 1
        while end < words.count, end < start + 3, words[end].pause == nil, words[end].isCapital, !isNamed(end) {
            if ownName.contains(words[end].text) { return nil }
            end += 1
        }
        return end
    }

    private func isDeterminer(_ word: String) -> Bool {
        vocabulary.isWord(word, of: "determiner") || isOwn(word) || vocabulary.number(word) != nil || Int(word) != nil
    }

    private func isOwn(_ word: String) -> Bool { vocabulary.isWord(word, of: "own-determiner") }

    /// Whether a word speaks of this person: "I", "we", "my team".
    private func isMine(_ place: Int) -> Bool { vocabulary.length(of: "mine", words, at: place) > 0 }

    private func isNamed(_ place: Int) -> Bool { mentions.contains { $0.contains(place) } }

    // MARK: What they do

    private func isVerb(at place: Int) -> Bool { verbs.contains { $0.lowerBound == place } }

    private func skippingAuxiliaries(_ place: Int) -> Int {
        var place = place
        while place < words.count, words[place].pause == nil, vocabulary.isWord(words[place].text, of: "auxiliary") {
            place += 1
        }
        return place
    }

    /// A verb at a place that somebody before it does.
    private func finite(at place: Int) -> Int? {
        guard place < words.count else { return nil }
        let isDone = isVerb(at: place) && !words[place].text.hasSuffix("ing")
        return isDone || vocabulary.isWord(words[place].text, of: "act") ? place : nil
    }

    /// What they do, right behind their name or behind what is put in between: ", a data engineer,".
    private func verb(behind party: Int) -> Int? {
        guard party < words.count else { return nil }
        switch words[party].pause {
        case nil:
            let place = skippingAuxiliaries(party)
            // "The team is for ..." does something too.
            return finite(at: place) ?? (place > party ? place - 1 : nil)
        case .comma, .opening:
            return words.indices.dropFirst(party + 1).prefix(Self.longestParty)
                .first { [.comma, .closing].contains(words[$0].pause) }
                .flatMap { finite(at: skippingAuxiliaries($0)) }
        default: return nil
        }
    }
}
