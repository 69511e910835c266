/// The neighbouring words of a text, each pair once: what two texts are compared by.
struct WordPairs: Sendable {
    /// Their hashes, ascending.
    let hashes: [UInt32]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var hashes: [UInt32] = []
        hashes.reserveCapacity(bytes.count / 6)
        Self.forEach(in: bytes) { hashes.append($0) }
        hashes.sort()
        self.hashes = hashes.withUnsafeBufferPointer { sorted in
            sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
        }
    }

    /// Hands over the hash of each pair, repeated ones too.
    ///
    /// - returns: how many words there are.
    @inline(__always)
    @discardableResult
    static func forEach(in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) -> Int {
        var count = 0
        var last: UInt64 = 0
        WordHashes.forEach(in: bytes) { word in
            if count > 0 {
                let pair = WordHashes.mixed(last &* 0x9FB2_1C65_1E98_DF25 &+ word)
                body(UInt32(truncatingIfNeeded: pair &>> 32))
            }
            last = word
            count &+= 1
        }
        return count
    }

    /// The part of all their pairs that both texts have (Jaccard), 0 to 1.
    func similarity(to other: WordPairs) -> Double {
        let shared = sharedCount(with: other)
        let union = hashes.count + other.hashes.count - shared
        return union == 0 ? 0 : Double(shared) / Double(union)
    }

    private func sharedCount(with other: WordPairs) -> Int {
        hashes.withUnsafeBufferPointer { left in
            other.hashes.withUnsafeBufferPointer { right in
                var (a, b, shared) = (0, 0, 0)
                while a < left.count, b < right.count {
                    let (x, y) = (left[a], right[b])
                    shared &+= x == y ? 1 : 0
                    a &+= x <= y ? 1 : 0
                    b &+= y <= x ? 1 : 0
                }
                return shared
            }
        }
    }
}
