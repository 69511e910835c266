/// The number of letters to insert, remove, replace or swap to make one word of another.
public enum EditDistance {
    /// - parameter limit: where to give up.
    /// - returns: nil when there are more.
    public static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int? {
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

    /// The word that was meant, maybe: the nearest with at most two mistakes, of equals the first.
    public static func nearest(to word: String, of known: [String]) -> String? {
        let letters = Array(word.unicodeScalars)
        let near = known.compactMap { other in
            between(letters, Array(other.unicodeScalars), atMost: 2).map { (word: other, distance: $0) }
        }
        return near.min { $0.distance < $1.distance }?.word
    }
}
