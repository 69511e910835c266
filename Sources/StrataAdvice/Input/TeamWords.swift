internal import StrataModel

/// Reads who is there out of plain words: "we are four data scientists and one data engineer who also cleans the data".
///
/// Counted are titles with a number or article before them in a sentence that tells of the team ("we have", "my team is",
/// "our two"), or in a line of nothing else. Whom somebody wants, lost or lacks is nobody who is there.
public struct TeamWords: Sendable {
    private let vocabulary: Vocabulary
    private let grammar: HeadGrammar

    public init(_ knowledge: Knowledge) {
        vocabulary = knowledge.vocabulary
        grammar = HeadGrammar(vocabulary: vocabulary)
    }

    /// The request with the people that its plain words tell of; what else those words say stays where it was.
    public func reading(_ request: Request) -> Request {
        var request = request
        var told: [Request.Member] = []
        request.symptoms = taken(request.symptoms, &told)
        // What somebody wants to be built is no person, though it may be called one.
        request.goals = taken(request.goals, &told, areCounted: true)
        if let brief = request.brief { _ = taken([brief], &told, areCounted: true) }
        // Where the team is given the words beside it speak of its people once more.
        if request.team.isEmpty { request.team = told }
        request.team = request.team.flatMap { member in
            guard member.count == 1, member.skills.isEmpty, member.text.isEmpty, member.resume == nil else {
                return [member]
            }
            let people = sentences(member.title).flatMap(\.people)
            return people.isEmpty
                ? [member]
                : people.map { person in
                    var person = person
                    person.line = member.line
                    return person
                }
        }
        return request
    }

    /// - parameter areCounted: whether only such are taken of whom a number says how many there are.
    /// - returns: the texts without sentences that tell of nothing but people.
    private func taken(
        _ texts: [String], _ team: inout [Request.Member], areCounted: Bool = false
    ) -> [String] {
        texts.compactMap { text in
            let sentences = sentences(text, areCounted: areCounted)
            // "Our data engineer" is one, however often they are spoken of.
            team += sentences.flatMap(\.people).filter { person in
                person.count > 1 || !team.contains { $0.title.lowercased() == person.title.lowercased() }
            }
            let rest = sentences.filter { !$0.isOnlyOfPeople }.map(\.text).joined().trimmed
            return rest.isEmpty ? nil : rest
        }
    }

    // MARK: A sentence

    private struct Sentence {
        /// With what ends it.
        var text: String
        var people: [Request.Member]
        /// Whether nothing but people is told.
        var isOnlyOfPeople: Bool
    }

    private func sentences(_ text: String, areCounted: Bool = false) -> [Sentence] {
        let read = PhraseText(text, vocabulary)
        guard !read.sentences.isEmpty else { return [] }
        let starts = read.sentences.map { $0[0].span.start }
        if let people = listed(text) { return [Sentence(text: text, people: people, isOnlyOfPeople: true)] }
        return read.sentences.enumerated().map { number, words in
            let start = number == 0 ? 0 : starts[number]
            let end = number + 1 < starts.count ? starts[number + 1] : text.utf8.count
            let heads = heads(words, read).filter { $0.isCounted || !areCounted }
            return Sentence(
                text: read.slice(start..<end), people: heads.map(\.member),
                isOnlyOfPeople: !heads.isEmpty && isOnly(heads, words, read))
        }
    }

    /// "data engineer x2, data scientist x3", "Ann (data engineer), Bo (data scientist)": a list in which everything has a
    /// count or a title behind it.
    private func listed(_ text: String) -> [Request.Member]? {
        let parts = text.replacing(" and ", with: ",").split { ",;\n".contains($0) }.map { String($0).trimmed }
        let people = parts.filter { !$0.isEmpty }.map { counted($0) ?? named($0) }
        guard people.count > 1, !people.contains(nil), !tellsOfAbsence(text) else { return nil }
        return people.compactMap { $0 }.filter { $0.count > 0 }
    }

    /// Whether a text tells of people who are wanted, gone or lacking.
    private func tellsOfAbsence(_ text: String) -> Bool {
        PhraseText(text, vocabulary).sentences.joined().contains { vocabulary.denials.contains($0.stem) }
            || ["wish", "departure"].contains { vocabulary.isAny($0, in: PhraseText(text, vocabulary)) }
    }

    private func counted(_ part: String) -> Request.Member? {
        guard let mark = part.split(separator: " ").last?.lowercased().filter({ !"()".contains($0) }),
            mark.hasPrefix("x") || mark.hasSuffix("x"), isOccupation(part)
        else { return nil }
        let (title, count) = HeadCount.parted(part)
        return count.map { Request.Member(title: HeadGrammar.singular(title), count: min($0, HeadCount.most)) }
    }

    private func named(_ part: String) -> Request.Member? {
        guard let open = part.firstIndex(of: "("), let close = part.lastIndex(of: ")"), open < close else { return nil }
        let title = String(part[part.index(after: open)..<close]).trimmed
        return isOccupation(title) ? Request.Member(title: title) : nil
    }

    private func isOccupation(_ text: String) -> Bool {
        let words = PhraseText(text, vocabulary).sentences.first ?? []
        return words.indices.contains { vocabulary.length(of: "occupation", in: words, at: $0) != nil }
    }

    private func heads(_ words: [PhraseText.Word], _ text: PhraseText) -> [HeadGrammar.Head] {
        // "A data scientist we need" and "three engineers left" tell of nobody who is there.
        let departure = words.indices.first { vocabulary.length(of: "departure", in: words, at: $0) != nil }
        var found: [HeadGrammar.Head] = []
        var place = 0
        while place < words.count, vocabulary.length(of: "wish", in: words, at: place) == nil {
            let head = grammar.head(words, at: place, text)
            // "Ten data scientists, of whom two are leads" are ten.
            let isPart = place > 1 && words[place - 1].stem == "whom" && found.last?.places.upperBound == place - 2
            if let head, !isPart { found.append(head) }
            place = head?.places.upperBound ?? place + 1
        }
        guard let first = found.first else { return [] }
        let start = first.places.lowerBound
        let opening = words[..<start].indices
        let isOpened = opening.contains { vocabulary.length(of: "head_count", in: words, at: $0) != nil }
        let isBare = opening.allSatisfy {
            Self.fillers.contains(words[$0].stem) || grammar.number(words, at: $0, text) != nil
        }
        if let departure, departure < start || !isOpened { return [] }
        if isOpened || isOnly(found, words, text) { return found }
        guard place == words.count else { return [] }
        // "Two data engineers, a manager and ...", "Sue is the data scientist", "it is run by two prompt engineers".
        let isNamed = start > 0 && start <= 2 && isCopula(words[start - 1], text)
        return isBare || isNamed || found.contains(where: \.isCounted) ? found : []
    }

    private func isCopula(_ word: PhraseText.Word, _ text: PhraseText) -> Bool {
        let own = text.slice(word.span.start..<word.span.end).lowercased()
        return own == "is" || own == "am" || own.hasSuffix("'s") || own.hasSuffix("\u{2019}s")
    }

    /// Words of a sentence about people that tell nothing else.
    private static let fillers = Set(
        [
            "plus", "with", "am", "senior", "junior", "both", "be", "being", "also", "and", "or", "are", "is", "have",
            "has", "got", "the", "a", "an", "of", "in", "at", "all", "just", "only", "people", "person", "folk",
            "total",
            "currently", "current", "now", "so", "far", "as", "well", "today", "here", "present", "moment", "me", "big",
            "small", "strong", "altogether", "include",
        ].map(Stem.of))

    private func isOnly(_ heads: [HeadGrammar.Head], _ words: [PhraseText.Word], _ text: PhraseText) -> Bool {
        var rest = heads[...]
        return words.indices.allSatisfy { place in
            while let first = rest.first, first.places.upperBound <= place { rest = rest.dropFirst() }
            return rest.first?.places.contains(place) ?? false || Self.fillers.contains(words[place].stem)
                || vocabulary.length(of: "head_count", in: words, at: place) != nil
                || grammar.number(words, at: place, text) != nil
        }
    }
}
