#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Searches in bytes, eight or more at a time.
enum ByteScan {
    /// Three bytes to look for at once, each spread over a word.
    struct Needles {
        let a: UInt64
        let b: UInt64
        let c: UInt64

        init(_ a: UInt8, _ b: UInt8, _ c: UInt8) {
            self.a = ByteScan.spread(a)
            self.b = ByteScan.spread(b)
            self.c = ByteScan.spread(c)
        }
    }

    @inline(__always)
    static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Position of the first of the three bytes, `end` when there is none.
    @inline(__always)
    static func first(_ needles: Needles, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        let raw = UnsafeRawPointer(base)
        while position &+ 8 <= end {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let hits = zeroBytes(word ^ needles.a) | zeroBytes(word ^ needles.b) | zeroBytes(word ^ needles.c)
            // The lowest hit is exact; borrows make false ones above a true one only.
            if hits != 0 { return position &+ hits.trailingZeroBitCount >> 3 }
            position &+= 8
        }
        let (a, b, c) = (
            UInt8(truncatingIfNeeded: needles.a), UInt8(truncatingIfNeeded: needles.b),
            UInt8(truncatingIfNeeded: needles.c)
        )
        while position < end {
            let byte = base[position]
            if byte == a || byte == b || byte == c { return position }
            position &+= 1
        }
        return end
    }

    /// Position of the first such byte, `end` when there is none.
    @inline(__always)
    static func first(_ byte: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        guard start < end, let hit = memchr(base + start, Int32(byte), end - start) else { return end }
        return UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base
    }

    /// How many lines end within the bytes.
    static func lineEnds(in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for position in start..<max(start, end) where base[position] == 0x0A { count &+= 1 }
        return count
    }

    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}
