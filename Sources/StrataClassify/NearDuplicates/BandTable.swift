/// The members of a search by one band of their sketches: those with the same key lie side by side.
struct BandTable {
    /// Key above, number of the member below; ascending.
    private let entries: [UInt64]
    /// By the upper 16 bits of a key, where its entries begin.
    private var directory: [UInt32] = []
    /// A bit for the upper bits of each key that there is: 15 strangers of 16 and more are
    /// known by it, without a look at the entries.
    private var present: [UInt64] = []
    /// How far a key is shifted to give its bit's number.
    private var presentShift: UInt32 = 0

    init(_ band: Int, of sketches: [TextSketch]) {
        entries = Self.sorted(
            sketches.indices.map { UInt64(SketchBands.key(band, sketches[$0])) &<< 32 | UInt64($0) })
    }

    /// Hands over the members of each key that several have.
    func forEachBucket(_ body: ([Int]) throws -> Void) rethrows {
        var start = 0
        while start < entries.count {
            let key = entries[start] &>> 32
            var end = start + 1
            while end < entries.count, entries[end] &>> 32 == key { end += 1 }
            if end - start > 1 { try body(entries[start..<end].map { Int($0 & 0xFFFF_FFFF) }) }
            start = end
        }
    }

    /// Prepares for ``members(of:)``.
    mutating func makeDirectory() {
        directory = [UInt32](repeating: 0, count: 0x1_0001)
        for entry in entries { directory[Int(entry &>> 48) &+ 1] &+= 1 }
        for place in 1..<directory.count { directory[place] &+= directory[place &- 1] }
        let bits = max(6, Int.bitWidth - (16 * entries.count).leadingZeroBitCount)
        presentShift = UInt32(max(0, 32 - bits))
        present = [UInt64](repeating: 0, count: 1 << (min(bits, 32) - 6))
        for entry in entries {
            let bit = Int(UInt32(truncatingIfNeeded: entry &>> 32) &>> presentShift)
            present[bit / 64] |= 1 &<< UInt64(bit % 64)
        }
    }

    /// Whether the key may have entries.
    @inline(__always)
    func mayHold(_ key: UInt32) -> Bool {
        let bit = Int(key &>> presentShift)
        return present[bit / 64] &>> UInt64(bit % 64) & 1 != 0
    }

    /// Entries of the key, as a range of places for ``member(at:)``.
    @inline(__always)
    func members(of key: UInt32) -> Range<Int> {
        let cell = Int(key &>> 16)
        let (start, end) = (Int(directory[cell]), Int(directory[cell &+ 1]))
        return start == end ? start..<start : range(of: key, start, end)
    }

    func member(at place: Int) -> Int { Int(entries[place] & 0xFFFF_FFFF) }

    private func range(of key: UInt32, _ start: Int, _ end: Int) -> Range<Int> {
        let first = place(of: UInt64(key) &<< 32, start, end)
        guard first < end, entries[first] &>> 32 == UInt64(key) else { return first..<first }
        return first..<place(of: (UInt64(key) &+ 1) &<< 32, first, end)
    }

    /// The first place from `start` on whose entry is not below the bound.
    private func place(of bound: UInt64, _ start: Int, _ end: Int) -> Int {
        var (low, high) = (start, end)
        while low < high {
            let middle = (low &+ high) / 2
            if entries[middle] < bound { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// Sorted by their upper 32 bits, otherwise in the order in which they are: 11 bits at a time.
    private static func sorted(_ entries: [UInt64]) -> [UInt64] {
        guard entries.count > 256 else { return entries.sorted() }
        var (from, to) = (entries, entries)
        for shift in [32, 43, 54] as [UInt64] {
            var places = [Int](repeating: 0, count: 2049)
            for entry in from { places[Int(entry &>> shift & 0x7FF) &+ 1] &+= 1 }
            for digit in 1..<2049 { places[digit] &+= places[digit &- 1] }
            for entry in from {
                let digit = Int(entry &>> shift & 0x7FF)
                to[places[digit]] = entry
                places[digit] &+= 1
            }
            swap(&from, &to)
        }
        return from
    }
}
