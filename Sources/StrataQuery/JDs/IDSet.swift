/// Ids of JDs, a bit each.
struct IDSet {
    private var words: [UInt64] = []

    /// - returns: whether it is new.
    @discardableResult
    mutating func insert(_ id: Int) -> Bool {
        let word = id >> 6
        if word >= words.count { words += [UInt64](repeating: 0, count: max(word + 1 - words.count, words.count)) }
        let bit = UInt64(1) << UInt64(id & 63)
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }

    func contains(_ id: Int) -> Bool {
        let word = id >> 6
        return word < words.count && words[word] >> UInt64(id & 63) & 1 == 1
    }
}
