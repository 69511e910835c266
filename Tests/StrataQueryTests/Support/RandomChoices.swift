import StrataTestSupport

extension RepeatableGenerator {
    /// True about once in so many times.
    mutating func oneIn(_ count: Int) -> Bool { upTo(count - 1) == 0 }

    /// Each of the values with an even chance.
    mutating func some<Value>(of values: [Value]) -> [Value] { values.filter { _ in oneIn(2) } }
}
