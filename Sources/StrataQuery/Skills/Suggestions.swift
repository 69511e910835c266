/// Finds the names that someone perhaps meant.
struct Suggestions {
    private let key: String
    private let letters: [Unicode.Scalar]

    /// - parameter key: what was asked for, folded.
    init(for key: String) {
        self.key = key
        letters = Array(key.unicodeScalars)
    }

    /// The nearest names, each once.
    func best(of spellings: [Spelling], count: Int = 5) -> [String] {
        guard !letters.isEmpty else { return [] }
        var nearest: [String: (score: Double, isInStack: Bool)] = [:]
        for spelling in spellings {
            guard let score = distance(to: spelling.key) else { continue }
            if let known = nearest[spelling.name], known.score <= score { continue }
            nearest[spelling.name] = (score, spelling.isInStack)
        }
        return
            nearest
            .sorted { left, right in
                (left.value.score, left.value.isInStack ? 0 : 1, left.key)
                    < (right.value.score, right.value.isInStack ? 0 : 1, right.key)
            }
            .prefix(count).map(\.key)
    }

    /// How far a spelling is from what was asked for, in letters mistyped or what comes near it; nil when too far.
    func distance(to other: String) -> Double? {
        let scalars = Array(other.unicodeScalars)
        let limit = Self.limit(letters.count)
        let edits = EditDistance.between(letters, scalars, atMost: limit).map(Double.init)
        guard let overlap = overlap(other, length: scalars.count) else { return edits }
        return min(edits ?? overlap, overlap)
    }

    /// How many mistakes a word of so many letters may have.
    private static func limit(_ count: Int) -> Int {
        switch count {
        case ..<3: 0
        case ..<6: 1
        case ..<9: 2
        default: 3
        }
    }

    /// One holds the other: the beginning of it, whole words of it, or a part.
    private func overlap(_ other: String, length: Int) -> Double? {
        let difference = Double(abs(length - letters.count)) / 100
        if letters.count >= 2, other.hasPrefix(key) { return 1 + difference }
        if length >= 2, Self.holdsWords(key, other) { return 1.25 + difference }
        if letters.count >= 3, Self.holdsWords(other, key) { return 1.5 + difference }
        if letters.count >= 3, other.contains(key) { return 2 + difference }
        return nil
    }

    private static func holdsWords(_ text: String, _ words: String) -> Bool { " \(text) ".contains(" \(words) ") }
}

/// The number of letters to insert, remove, replace or swap to make one word of another.
enum EditDistance {
    /// - parameter limit: where to give up.
    /// - returns: nil when there are more.
    static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            current.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                current.append(cost)
            }
            (older, previous) = (previous, current)
        }
        return previous[b.count] <= limit ? previous[b.count] : nil
    }
}
