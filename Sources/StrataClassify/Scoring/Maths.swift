#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

import StrataModel

/// The few functions that the model needs of the C library.
enum Maths {
    /// Shares that add up to 1, in the proportion of the scores' exponentials.
    static func softmax(_ scores: OutcomeValues) -> OutcomeValues {
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

    /// 1 for one mention, more for more, never above the cap: the fifth "Python" says little that the first did not.
    static func saturated(_ count: Int, slope: Double, cap: Double) -> Double {
        count <= 0 ? 0 : min(1 + slope * log2(Double(count)), cap)
    }

    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
