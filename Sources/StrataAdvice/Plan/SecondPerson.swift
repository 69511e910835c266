/// Turns what a role is said to do ("Schedules and watches jobs, and mends them when they fail.") into what an applicant is
/// told: "Schedule and watch jobs, and mend them when they fail."
struct SecondPerson {
    /// Verbs that sentences begin with, in the third person, lower case.
    private let verbs: Set<String>

    /// - parameter sentences: those of all roles, which begin with the verbs that the others go on with.
    init(_ sentences: some Sequence<String>) {
        verbs = Self.others.union(
            sentences.compactMap { $0.split(separator: " ").first.map { Self.bare($0) } }.filter(Self.isThird))
    }

    /// A sentence as an order or behind "you will", its first letter as it was.
    func address(_ sentence: String) -> String {
        var words = sentence.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let first = words.first, Self.isThird(Self.bare(first)) else { return sentence }
        words[0] = Self.plain(first)
        // "Writes, versions and tests", "Builds and runs": all of them are done.
        var isChain = first.hasSuffix(",") || words.count > 1 && Self.links.contains(words[1])
        var place = 1
        while place < words.count {
            let before = words[place - 1]
            let word = Self.bare(words[place])
            let isLinked = Self.links.contains(before) || before.hasSuffix(",") && isChain
            if isLinked, Self.isThird(word), isChain || isDone(words, place) {
                words[place] = Self.plain(words[place])
            } else if ["that", "which", "who", "when", "if", "while"].contains(word), !hasComma(words, behind: place) {
                // What follows is what the thing does: "the code that trains and serves them".
                break
            }
            if Self.links.contains(before) { isChain = false }
            place += 1
        }
        return words.joined(separator: " ").replacing(" of its own", with: " of your own")
    }

    /// Whether a comma before a link ends a clause: "models that act, and builds".
    private func hasComma(_ words: [String], behind place: Int) -> Bool {
        words.indices.dropFirst(place + 1).contains { words[$0] == "and" && words[$0 - 1].hasSuffix(",") }
    }

    /// Whether a word behind "and" is done, rather than one of several things.
    private func isDone(_ words: [String], _ place: Int) -> Bool {
        let word = Self.bare(words[place])
        guard place + 1 < words.count, !words[place].hasSuffix(",") else {
            return verbs.contains(word) && !Self.nouns.contains(word)
        }
        let next = Self.bare(words[place + 1])
        if Self.objects.contains(next) { return true }
        guard verbs.contains(word) else { return false }
        return !Self.nouns.contains(word) || !Self.behindNouns.contains(next)
    }

    // MARK: Words

    private static let links: Set<String> = ["and", "or", "but", "then"]

    /// Words that what is done to begins with.
    private static let objects: Set<String> = [
        "the", "a", "an", "it", "them", "its", "their", "what", "where", "why", "how", "who", "those", "these", "when",
        "whether", "up", "out", "down", "new", "none",
    ]

    /// Words that follow a thing rather than what is done.
    private static let behindNouns: Set<String> = [
        "for", "of", "in", "with", "by", "to", "on", "at", "from", "and", "or", "against", "as", "into", "that", "find",
        "before", "after",
    ]

    /// Verbs whose third person is a plural as well.
    private static let nouns: Set<String> = [
        "answers", "audits", "documents", "joins", "labels", "limits", "marks", "measures", "models", "names", "plans",
        "processes", "profiles", "programs", "queries", "records", "reports", "rates", "runs", "schedules", "scripts",
        "streams", "tests", "traces", "versions", "tracks", "links", "logs", "routes", "scales", "states", "scores",
        "signals", "costs", "patterns", "alerts", "patches", "parts", "checks", "loads", "reviews", "uses", "designs",
        "drafts", "works", "needs", "hands", "calls", "sets", "ends", "mixes", "replays", "upgrades",
    ]

    /// Verbs that no sentence begins with.
    private static let others: Set<String> = [
        "acts", "admits", "closes", "compiles", "ends", "generates", "grows", "hardens", "justifies", "links",
        "maintains", "mends", "mixes", "owns", "pays", "persuades", "prunes", "rates", "replays", "respects",
        "restores",
        "retests", "reverts", "routes", "scales", "seeks", "sells", "sorts", "speeds", "states", "tracks", "upgrades",
    ]

    private static func bare(_ word: some StringProtocol) -> String {
        String(word.lowercased().filter { $0.isLetter || $0 == "-" })
    }

    /// Whether a word may be a verb's third person.
    private static func isThird(_ word: String) -> Bool {
        word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && word.count > 2 && word != "its"
    }

    /// The verb without its ending, its case and its marks kept.
    private static func plain(_ word: String) -> String {
        let marks = word.reversed().prefix { !$0.isLetter }.reversed()
        let letters = word.dropLast(marks.count)
        return ending(String(letters)) + String(marks)
    }

    private static func ending(_ word: String) -> String {
        let irregular = ["has": "have", "is": "be", "does": "do", "goes": "go", "caches": "cache"]
        if let found = irregular[word.lowercased()] {
            return word.first?.isUppercase == true ? found.prefix(1).uppercased() + found.dropFirst() : found
        }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if ["sses", "shes", "ches", "xes", "oes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        return String(word.dropLast())
    }
}
