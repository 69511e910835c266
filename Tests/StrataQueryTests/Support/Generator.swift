/// Random numbers that are the same in every run (SplitMix64), so that a failure can be repeated.
struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int(next() % UInt64(values.count))] }

    mutating func upTo(_ count: Int) -> Int { Int(next() % UInt64(count + 1)) }

    /// True about once in so many times.
    mutating func oneIn(_ count: Int) -> Bool { upTo(count - 1) == 0 }

    /// Each of the values with an even chance.
    mutating func some<Value>(of values: [Value]) -> [Value] { values.filter { _ in oneIn(2) } }
}
