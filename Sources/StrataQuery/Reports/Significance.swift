#if canImport(Glibc)
internal import Glibc
#endif

/// Which differences between parts of two samples are more than chance.
enum Significance {
    /// How many of those that are called differences may be none, of all.
    static let falseDiscoveryRate = 0.05
    /// Where a sample would have fewer of those with the property, or without, were there no difference, nothing is said.
    static let leastExpected = 5.0

    /// The probability of a difference at least so large between two samples of one whole: the two-sided z test of two
    /// proportions with the pooled variance.
    ///
    /// - returns: nil where the samples are too small for it: see ``leastExpected``.
    static func probability(_ a: Int, of n: Int, _ b: Int, of m: Int) -> Double? {
        guard n > 0, m > 0 else { return nil }
        let pooled = Double(a + b) / Double(n + m)
        let least = Double(min(n, m)) * min(pooled, 1 - pooled)
        guard least >= leastExpected else { return nil }
        let spread = (pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(m))).squareRoot()
        let z = (Double(a) / Double(n) - Double(b) / Double(m)) / spread
        return erfc(z.magnitude / 2.0.squareRoot())
    }

    /// Which of many tests tell more than chance: the procedure of Benjamini and Hochberg (1995), so that of what is called
    /// a difference no more than ``falseDiscoveryRate`` is expected to be none.
    ///
    /// - returns: the greatest probability that still counts; nil where none does.
    static func threshold(_ probabilities: [Double]) -> Double? {
        let sorted = probabilities.sorted()
        return sorted.enumerated().last { index, probability in
            probability <= falseDiscoveryRate * Double(index + 1) / Double(sorted.count)
        }?.element
    }

    /// How strongly a part of a sample stands out against the part in another: the log-likelihood ratio G² of the two by two
    /// table (Dunning 1993), which ranks rare and frequent ones alike.
    static func strength(_ a: Int, of n: Int, _ b: Int, of m: Int) -> Double {
        let cells = [a, n - a, b, m - b].map(Double.init)
        let (rows, columns) = ([Double(n), Double(m)], [Double(a + b), Double(n - a + m - b)])
        let whole = Double(n + m)
        var sum = 0.0
        for (index, cell) in cells.enumerated() where cell > 0 {
            sum += cell * log(cell * whole / (rows[index / 2] * columns[index % 2]))
        }
        return max(0, 2 * sum)
    }
}
