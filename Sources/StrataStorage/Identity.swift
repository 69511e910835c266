public import StrataModel

/// A 128-bit digest: equal texts have equal ones, on every machine.
public struct Digest: Sendable, Hashable {
    public var high: UInt64
    public var low: UInt64

    /// MurmurHash3 x64 128 by Austin Appleby, seed 0: quick, and no secret hangs on it.
    ///
    /// - parameter bytes: any number of bytes.
    public init(_ bytes: UnsafeRawBufferPointer) {
        var state = Murmur()
        let blocks = bytes.count / 16
        for block in 0..<blocks {
            state.mix(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: block * 16, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: block * 16 + 8, as: UInt64.self)))
        }
        var tail: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes[(blocks * 16)...].enumerated() {
            if index < 8 {
                tail.0 |= UInt64(byte) << (8 * UInt64(index))
            } else {
                tail.1 |= UInt64(byte) << (8 * UInt64(index - 8))
            }
        }
        (high, low) = state.finish(tail, count: bytes.count)
    }

    /// The digest of the parts in order; moving a letter from one part to the next changes it.
    public init(parts: [String]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 1 })
        for part in parts {
            bytes.append(contentsOf: part.utf8)
            bytes.append(0)
        }
        self = bytes.withUnsafeBytes(Digest.init)
    }

    /// The digest as 16 bytes.
    var bytes: [UInt8] {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian), Array.init)
    }
}

private struct Murmur {
    private var h1: UInt64 = 0
    private var h2: UInt64 = 0
    private static let c1: UInt64 = 0x87c3_7b91_1142_53d5
    private static let c2: UInt64 = 0x4cf5_ad43_2745_937f

    mutating func mix(_ k1: UInt64, _ k2: UInt64) {
        h1 ^= Self.rotate(k1 &* Self.c1, 31) &* Self.c2
        h1 = (Self.rotate(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
        h2 ^= Self.rotate(k2 &* Self.c2, 33) &* Self.c1
        h2 = (Self.rotate(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
    }

    mutating func finish(_ tail: (UInt64, UInt64), count: Int) -> (UInt64, UInt64) {
        h2 ^= Self.rotate(tail.1 &* Self.c2, 33) &* Self.c1
        h1 ^= Self.rotate(tail.0 &* Self.c1, 31) &* Self.c2
        h1 ^= UInt64(count)
        h2 ^= UInt64(count)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        h1 = Self.avalanche(h1)
        h2 = Self.avalanche(h2)
        h1 = h1 &+ h2
        h2 = h2 &+ h1
        return (h1, h2)
    }

    private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }

    private static func avalanche(_ value: UInt64) -> UInt64 {
        var k = value
        k ^= k >> 33
        k = k &* 0xff51_afd7_ed55_8ccd
        k ^= k >> 33
        k = k &* 0xc4ce_b9fe_1a85_ec53
        return k ^ k >> 33
    }
}

extension JobDescription {
    /// What makes it this JD and no other: its source's id for it, else title, company, location and text.
    public var identity: Digest {
        if let externalID { return Digest(parts: ["id", source, externalID]) }
        return Digest(parts: ["text"] + [title, company ?? "", location ?? "", text].map(TermKey.fold))
    }

    /// What it says now, whatever the date: a change under the same identity is an update.
    public var content: Int64 {
        let digest = Digest(parts: [title, company ?? "", location ?? "", salaryRaw ?? "", text])
        return Int64(bitPattern: digest.high)
    }
}
