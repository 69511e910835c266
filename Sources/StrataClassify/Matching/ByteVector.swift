/// Sixteen bytes, compared and changed together: a vector of every machine.
typealias ByteVector = SIMD16<UInt8>

extension SIMD16<UInt8> {
    /// The bytes from `start`; zeros from `limit` on.
    @inline(__always)
    static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) -> ByteVector {
        if start &+ 16 <= limit, let base = bytes.baseAddress {
            return UnsafeRawPointer(base + start).loadUnaligned(as: ByteVector.self)
        }
        var vector = ByteVector(repeating: 0)
        for index in start..<Swift.max(start, limit) { vector[index &- start] = bytes[index] }
        return vector
    }

    /// 0xFF for each byte that is one of the `count` from `first` on, else 0.
    @inline(__always)
    func isWithin(_ first: UInt8, _ count: UInt8) -> ByteVector {
        unsafeBitCast((self &- first) .< ByteVector(repeating: count), to: ByteVector.self)
    }

    /// 0xFF for each byte that is `byte`, else 0.
    @inline(__always)
    func equals(_ byte: UInt8) -> ByteVector {
        unsafeBitCast(self .== ByteVector(repeating: byte), to: ByteVector.self)
    }

    /// 0xFF for each byte that is the other's at its place, else 0.
    @inline(__always)
    func equals(_ other: ByteVector) -> ByteVector { unsafeBitCast(self .== other, to: ByteVector.self) }

    @inline(__always)
    var isASCII: Bool {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
        return (halves[0] | halves[1]) & 0x8080_8080_8080_8080 == 0
    }

    /// Of bytes that are 0xFF or 0, one bit each: the multiplication brings those of eight bytes together in the highest.
    @inline(__always)
    var topBits: UInt64 {
        let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self) & 0x0101_0101_0101_0101
        let low = (halves[0].littleEndian &* 0x0102_0408_1020_4080) &>> 56
        let high = (halves[1].littleEndian &* 0x0102_0408_1020_4080) &>> 56
        return low | high &<< 8
    }
}
