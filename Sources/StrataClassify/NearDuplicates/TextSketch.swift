/// What a JD's text says, in 64 bytes: two texts have about as many bytes in common as they have neighbouring words.
///
/// One permutation hashing (Li, Owen and Zhang) keeps of the hashes of all word pairs the least of each of 64 ranges, and of
/// that 8 bits; a range that is empty borrows from another (Shrivastava's optimal densification). The same text has the same
/// sketch on every machine.
public struct TextSketch: Sendable, Hashable {
    /// Bytes that a sketch takes.
    public static let size = 64
    /// Texts of fewer words say too little to be compared by their words.
    static let leastWords = 20

    /// The bytes in four rows of 16.
    private let rows: (ByteVector, ByteVector, ByteVector, ByteVector)

    /// - parameters:
    ///   - title: tells thin texts apart.
    ///   - company: tells thin texts apart.
    /// - returns: nil where there is too little to compare by: a thin text without a title or a company.
    public init?(title: String, company: String?, text: String) {
        var text = text
        let (minima, words) = text.withUTF8(Self.minima)
        if words >= Self.leastWords {
            self.init(minima)
        } else {
            guard let digest = ThinText(title: title, company: company, text: text)?.digest else { return nil }
            self.init(digest)
        }
    }

    /// A sketch as ``withBytes(_:)`` gave it.
    ///
    /// - returns: nil for what has not ``size`` bytes.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.size else { return nil }
        func row(_ number: Int) -> ByteVector { bytes.loadUnaligned(fromByteOffset: 16 * number, as: ByteVector.self) }
        rows = (row(0), row(1), row(2), row(3))
    }

    /// The bytes as they are kept.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: rows, body)
    }

    /// The bytes as they are kept.
    public var bytes: [UInt8] { withBytes(Array.init) }

    /// A bit for each byte in which both agree.
    @inline(__always)
    func agreement(with other: TextSketch) -> UInt64 {
        let low = rows.0.equals(other.rows.0).topBits | rows.1.equals(other.rows.1).topBits &<< 16
        let high = rows.2.equals(other.rows.2).topBits | rows.3.equals(other.rows.3).topBits &<< 16
        return low | high &<< 32
    }

    /// The similarity that the sketches let one expect: within 0.06 of the true one in two cases of three.
    public func similarity(to other: TextSketch) -> Double {
        let agreeing = Double(agreement(with: other).nonzeroBitCount) / Double(Self.size)
        // Bytes agree by chance too.
        return max(0, (agreeing - 1 / 256) / (1 - 1 / 256))
    }

    // MARK: Making

    private init(_ minima: SIMD64<UInt8>) {
        rows = withUnsafeBytes(of: minima) { bytes in
            func row(_ number: Int) -> ByteVector {
                bytes.loadUnaligned(fromByteOffset: 16 * number, as: ByteVector.self)
            }
            return (row(0), row(1), row(2), row(3))
        }
    }

    /// Of a thin text: equal ones have equal sketches, all others differ in nearly every byte.
    private init(_ digest: UInt64) {
        var minima = SIMD64<UInt8>()
        for index in 0..<Self.size {
            minima[index] = UInt8(
                truncatingIfNeeded: WordHashes.mixed(digest &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15) &>> 40)
        }
        self.init(minima)
    }

    private static func minima(_ bytes: UnsafeBufferPointer<UInt8>) -> (SIMD64<UInt8>, words: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { least in
            least.initialize(repeating: .max)
            let words = WordPairs.forEach(in: bytes) { pair in
                let range = Int(truncatingIfNeeded: pair &>> 26)
                least[range] = min(least[range], pair & 0x3FF_FFFF)
            }
            var minima = SIMD64<UInt8>()
            guard words > 1 else { return (minima, words) }
            for range in 0..<size {
                minima[range] = UInt8(truncatingIfNeeded: least[filled(range, least)])
            }
            return (minima, words)
        }
    }

    /// The range itself, or that from which it borrows when it is empty: the same for every text that has the lender filled.
    private static func filled(_ range: Int, _ least: UnsafeMutableBufferPointer<UInt32>) -> Int {
        var lender = range
        var attempt: UInt64 = 0
        while least[lender] == .max {
            attempt += 1
            let hash = WordHashes.mixed((UInt64(range) &<< 32 | attempt) &* 0x9E37_79B9_7F4A_7C15)
            lender = Int(truncatingIfNeeded: hash &>> 58)
        }
        return lender
    }
}

extension TextSketch {
    /// Whether all 64 bytes agree: texts that are the same, or nearly.
    public static func == (left: TextSketch, right: TextSketch) -> Bool { left.agreement(with: right) == .max }

    public func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: $0) } }

    /// An order of sketches, whatever it means: by their bytes from one on, and so on round.
    func precedes(_ other: TextSketch, from first: Int) -> Bool {
        withBytes { left in
            other.withBytes { right in
                for offset in 0..<Self.size {
                    let place = (first + offset) % Self.size
                    if left[place] != right[place] { return left[place] < right[place] }
                }
                return false
            }
        }
    }
}
