/// Candidates for being alike, found by parts of their sketches: bands of four bytes, equal in both.
///
/// Each byte belongs to two bands, one along a row of the sketch and one across the rows, so that two bands have no more than
/// one byte in common. Of texts that are 0.62 alike 99% share a band, of unrelated ones (0.03) one pair in 50,000.
enum SketchBands {
    static let count = 32

    /// The four bytes of a band as a number; in unrelated texts any number is as likely.
    @inline(__always)
    static func key(_ band: Int, _ sketch: TextSketch) -> UInt32 {
        sketch.withBytes { bytes in
            if band < 16 { return bytes.loadUnaligned(fromByteOffset: 4 &* band, as: UInt32.self).littleEndian }
            let lane = band &- 16
            return UInt32(bytes[lane]) | UInt32(bytes[lane &+ 16]) &<< 8 | UInt32(bytes[lane &+ 32]) &<< 16
                | UInt32(bytes[lane &+ 48]) &<< 24
        }
    }

    /// The first band that two sketches share, by the bytes in which they agree; nil when they share none.
    @inline(__always)
    static func first(of agreement: UInt64) -> Int? {
        let pairs = agreement & agreement &>> 1
        let along = pairs & pairs &>> 2 & 0x1111_1111_1111_1111
        if along != 0 { return along.trailingZeroBitCount / 4 }
        let halves = agreement & agreement &>> 32
        let across = halves & halves &>> 16 & 0xFFFF
        return across == 0 ? nil : 16 &+ across.trailingZeroBitCount
    }
}

/// What a pair's sketches say of it.
enum SketchVerdict {
    /// Not worth a look at the texts.
    case different
    /// Their texts have to be compared.
    case open
    /// Alike for certain: texts just over the threshold agree in so many bytes once in 20,000.
    case alike

    /// - parameter agreement: the bytes in which two sketches agree.
    @inline(__always)
    init(_ agreement: UInt64) {
        // At the threshold 40 bytes agree, give or take 4.
        switch agreement.nonzeroBitCount {
        case ..<30: self = .different
        case ..<56: self = .open
        default: self = .alike
        }
    }
}
