internal import StrataCatalogue
public import StrataClassify

/// The seeds compiled, as the binary carries them.
public enum BuiltIn {
    /// Opens the compiled seeds, in about a millisecond.
    ///
    /// - throws: an error that names a seed that cannot be read, where the image is of another layout than this code and
    ///   has to be made anew.
    public static func catalogue() throws -> CompiledCatalogue {
        let compiled = CompiledCatalogue(size: compiledSeedsSize) { bytes in
            compiledSeeds.withUTF8Buffer { SixBits.decode(UnsafeRawBufferPointer($0), into: bytes) }
        }
        return try compiled ?? CompiledCatalogue(Seeds.catalogue())
    }
}

extension BuiltIn {
    /// Tells this binary's way of reading JDs from another's: a checksum of the compiled seeds.
    public static var fingerprint: Int64 {
        var head = [UInt8](repeating: 0, count: 32)
        compiledSeeds.withUTF8Buffer { text in
            head.withUnsafeMutableBytes { SixBits.decode(UnsafeRawBufferPointer(text), into: $0) }
        }
        return CompiledCatalogue.fingerprint(ofImage: head)
    }
}

/// Bytes written as letters from '0' to 'o', six bits each: eight letters hold six bytes, the lowest bits first.
enum SixBits {
    /// - parameter text: a whole number of eights.
    /// - parameter bytes: filled from its start; what the text holds beyond is left out.
    static func decode(_ text: UnsafeRawBufferPointer, into bytes: UnsafeMutableRawBufferPointer) {
        var source = 0
        var target = 0
        while source + 8 <= text.count, target < bytes.count {
            // Each step joins neighbours: eight times 6 bits, four times 12, two times 24, once 48.
            var group = text.loadUnaligned(fromByteOffset: source, as: UInt64.self).littleEndian
            group &-= 0x3030_3030_3030_3030
            group = (group & 0x003F_003F_003F_003F) | ((group & 0x3F00_3F00_3F00_3F00) &>> 2)
            group = (group & 0x0000_0FFF_0000_0FFF) | ((group & 0x0FFF_0000_0FFF_0000) &>> 4)
            group = (group & 0x0000_0000_00FF_FFFF) | ((group & 0x00FF_FFFF_0000_0000) &>> 8)
            if target + 8 <= bytes.count {
                bytes.storeBytes(of: group.littleEndian, toByteOffset: target, as: UInt64.self)
            } else {
                for place in 0..<min(6, bytes.count - target) {
                    bytes[target + place] = UInt8(truncatingIfNeeded: group &>> UInt64(8 * place))
                }
            }
            source += 8
            target += 6
        }
    }
}
