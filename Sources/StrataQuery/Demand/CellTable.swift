/// Gives each pair of keys a number of its own, counting from 0.
struct CellTable {
    private(set) var keys: [UInt64] = []
    /// Numbers plus 1 by hash; 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// The pair's number, new ones added.
    @inline(__always)
    mutating func number(_ first: UInt32, _ second: UInt32) -> Int {
        let key = UInt64(first) << 32 | UInt64(second)
        var slot = Self.hash(key) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if keys[number] == key { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append(key)
        slots[slot] = UInt32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    /// The keys of a number.
    func pair(_ number: Int) -> (first: UInt32, second: UInt32) {
        (UInt32(truncatingIfNeeded: keys[number] >> 32), UInt32(truncatingIfNeeded: keys[number]))
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (number, key) in keys.enumerated() {
            var slot = Self.hash(key) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}
