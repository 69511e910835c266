package import StrataModel

/// The few functions that the model needs, of additions and multiplications alone.
///
/// A C library's exponential differs in the last bit from machine to machine; a verdict must not.
package enum Maths {
    private static let ln2High = 0x1.62E42FEE00000p-1
    private static let ln2Low = 0x1.A39EF35793C76p-33
    private static let ln2 = 0x1.62E42FEFA39EFp-1

    /// e to the power of `x`, to within 2e-15 of it; 0 below -700 and the value at 700 above.
    package static func exp(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let x = min(x, 700)
        // x = k ln 2 + r with r between -0.35 and 0.35, for which the series is short.
        let k = (x / ln2).rounded()
        let r = (x - k * ln2High) - k * ln2Low
        var term = 1.0
        var sum = 1.0
        for n in 1...14 {
            term = term * r / Double(n)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
    }

    /// The natural logarithm of a positive number, to within 2e-15 of it.
    package static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x > 0 ? .infinity : -.infinity }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        // ln m = 2 artanh((m - 1) / (m + 1)), whose series is short for m between 0.7 and 1.4.
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var power = ratio
        var sum = 0.0
        for n in stride(from: 1, through: 23, by: 2) {
            sum += power / Double(n)
            power *= square
        }
        return exponent * ln2 + 2 * sum
    }

    /// Shares that add up to 1, in the proportion of the scores' exponentials.
    package static func softmax(_ scores: OutcomeValues) -> OutcomeValues {
        let largest = scores.largest.value
        var shares = OutcomeValues()
        var sum = 0.0
        for outcome in Outcome.allCases {
            let value = exp(scores[outcome] - largest)
            shares[outcome] = value
            sum += value
        }
        return shares * (1 / sum)
    }
}
