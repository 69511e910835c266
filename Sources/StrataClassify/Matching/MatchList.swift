/// Matches as they are found: memory of its own, since appending to an `inout` array costs as much as finding a word.
struct MatchList {
    private var memory: UnsafeMutablePointer<Matcher.Match>
    private var capacity: Int
    private var count = 0

    /// For the matches in so many bytes, though it holds any number.
    init(bytes: Int) {
        capacity = bytes / 32 + 8
        memory = UnsafeMutablePointer<Matcher.Match>.allocate(capacity: capacity)
    }

    var matches: UnsafeBufferPointer<Matcher.Match> { UnsafeBufferPointer(start: memory, count: count) }

    @inline(__always)
    mutating func append(term: Int, _ start: Int, _ end: Int) {
        if count == capacity { grow() }
        (memory + count).initialize(
            to: Matcher.Match(term: term, span: Range(uncheckedBounds: (start, end))))
        count &+= 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Matcher.Match>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        (memory, capacity) = (larger, capacity * 2)
    }

    func free() { memory.deallocate() }
}
