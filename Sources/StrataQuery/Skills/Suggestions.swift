internal import StrataModel

/// Finds the names that someone perhaps meant.
struct Suggestions {
    private let letters: [Unicode.Scalar]
    private let bytes: [UInt8]

    /// - parameter key: what was asked for, folded.
    init(for key: String) {
        letters = Array(key.unicodeScalars)
        bytes = Array(key.utf8)
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
        guard let overlap = overlap(Array(other.utf8), length: scalars.count) else { return edits }
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
    private func overlap(_ other: [UInt8], length: Int) -> Double? {
        let difference = Double(abs(length - letters.count)) / 100
        if letters.count >= 2, other.starts(with: bytes) { return 1 + difference }
        if length >= 2, Self.holds(bytes, other, asWords: true) { return 1.25 + difference }
        guard letters.count >= 3 else { return nil }
        if Self.holds(other, bytes, asWords: true) { return 1.5 + difference }
        return Self.holds(other, bytes, asWords: false) ? 2 + difference : nil
    }

    /// Whether one text stands in another, between spaces or ends if asked for.
    private static func holds(_ text: [UInt8], _ part: [UInt8], asWords: Bool) -> Bool {
        guard let first = part.first, part.count <= text.count else { return false }
        let space = UInt8(ascii: " ")
        return (0...(text.count - part.count)).contains { start in
            let end = start + part.count
            guard text[start] == first, text[start..<end].elementsEqual(part) else { return false }
            return !asWords || (start == 0 || text[start - 1] == space) && (end == text.count || text[end] == space)
        }
    }
}
