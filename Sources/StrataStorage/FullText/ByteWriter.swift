/// Bytes written one behind the other: room is asked for before a stretch of them, not at each.
struct ByteWriter: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { start.deallocate() }

    /// Makes room for so many more bytes, which can then be appended.
    mutating func reserve(_ more: Int) {
        guard capacity - count < more else { return }
        move(to: max(capacity * 2, count + more))
    }

    private mutating func move(to capacity: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
        self.capacity = capacity
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        assert(count < capacity, "there is room for it")
        (start + count).initialize(to: byte)
        count &+= 1
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        assert(capacity - count >= bytes.count, "there is room for them")
        if let first = bytes.baseAddress {
            UnsafeMutableRawPointer(start + count).copyMemory(from: first, byteCount: bytes.count)
        }
        count &+= bytes.count
    }

    /// Appends one of SQLite's integers, of at most eight bytes.
    @inline(__always)
    mutating func appendVarint(_ value: UInt64) {
        if value < 0x80 { return append(UInt8(truncatingIfNeeded: value)) }
        var shift = UInt64(truncatingIfNeeded: Self.size(of: value) &- 1) &* 7
        while shift > 0 {
            append(UInt8(truncatingIfNeeded: value &>> shift) | 0x80)
            shift &-= 7
        }
        append(UInt8(truncatingIfNeeded: value) & 0x7F)
    }

    /// Puts an integer before what was appended from there on.
    mutating func insertVarint(_ value: UInt64, at place: Int) {
        let size = Self.size(of: value)
        reserve(size)
        let written = count - place
        (start + place + size).update(from: start + place, count: written)
        count = place
        appendVarint(value)
        count += written
    }

    /// How many bytes of seven bits hold it.
    private static func size(of value: UInt64) -> Int { max(1, (64 + 6 - value.leadingZeroBitCount) / 7) }

    /// What was written, in memory of its size, which is the caller's from now on.
    mutating func finish() -> UnsafeMutableBufferPointer<UInt8> {
        let exact = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        exact.moveInitialize(from: start, count: count)
        defer { count = 0 }
        return UnsafeMutableBufferPointer(start: exact, count: count)
    }
}
