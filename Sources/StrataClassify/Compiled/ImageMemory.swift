/// The memory in which an image lies: written before anyone reads it, and never again.
final class ImageMemory: @unchecked Sendable {
    // Unchecked: only bytes that no longer change are reachable through it.
    let bytes: UnsafeRawBufferPointer

    /// Arrays begin at multiples of this many bytes.
    static let alignment = 64

    init(size: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: Self.alignment)
        fill(memory)
        bytes = UnsafeRawBufferPointer(memory)
    }

    convenience init(copying bytes: UnsafeRawBufferPointer) {
        self.init(size: bytes.count) { $0.copyMemory(from: bytes) }
    }

    deinit { bytes.deallocate() }
}

/// Lays flat arrays one behind the other; ``ImageReader`` takes them out in the same order.
///
/// The layout: a header of eight 64-bit numbers (mark, format, count of arrays, checksum, four spare), for each array its
/// offset and its count, then the arrays.
struct ImageWriter {
    /// "STRATA" and a 5: raised with every change of what is written or how.
    static let mark: UInt64 = 0x5354_5241_5441_0005

    private var arrays: [(count: Int, bytes: [UInt8])] = []

    /// Appends an array of plain numbers or structs of such.
    mutating func append<Element: BitwiseCopyable>(_ array: [Element]) {
        arrays.append((array.count, array.withUnsafeBytes { Array($0) }))
    }

    func finish() -> [UInt8] {
        var offset = Self.aligned((8 + 2 * arrays.count) * 8)
        var header: [UInt64] = [Self.mark, ImageReader.layout, UInt64(arrays.count), 0, 0, 0, 0, 0]
        for array in arrays {
            header += [UInt64(offset), UInt64(array.count)]
            offset = Self.aligned(offset + array.bytes.count)
        }
        var image = [UInt8]()
        image.reserveCapacity(offset)
        image += header.withUnsafeBytes { Array($0) }
        for array in arrays {
            image += repeatElement(0, count: Self.aligned(image.count) - image.count)
            image += array.bytes
        }
        image += repeatElement(0, count: offset - image.count)
        let checksum = image.withUnsafeBytes(ImageReader.checksum)
        withUnsafeBytes(of: checksum) { image.replaceSubrange(24..<32, with: $0) }
        return image
    }

    private static func aligned(_ offset: Int) -> Int {
        (offset + ImageMemory.alignment - 1) / ImageMemory.alignment * ImageMemory.alignment
    }
}

/// Takes arrays out of an image, in the order in which ``ImageWriter`` laid them.
struct ImageReader {
    let memory: ImageMemory
    private let count: Int
    private var next = 0

    /// What differs between machines and versions of the structs: an image of another layout is not read.
    static let layout: UInt64 = {
        let sizes = [
            MemoryLayout<TermTrie.Header>.stride, MemoryLayout<TermTrie.Entry>.stride,
            MemoryLayout<SkillTerms.Meaning>.stride,
            MemoryLayout<NameTable.Record>.stride, MemoryLayout<OutcomeValuesImage>.stride,
            MemoryLayout<Phrases.Code>.stride, Int(littleEndian: 1),
        ]
        return sizes.reduce(7) { ($0 &* 31) &+ UInt64(truncatingIfNeeded: $1) }
    }()

    /// - returns: nil for anything but an image of this version's layout.
    /// - parameter checks: whether to compare the checksum too, for bytes that came out of a file.
    init?(_ memory: ImageMemory, checks: Bool) {
        let bytes = memory.bytes
        guard bytes.count >= 64, bytes.loadUnaligned(as: UInt64.self) == ImageWriter.mark,
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == Self.layout
        else { return nil }
        let count = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        guard count < 1000, bytes.count >= (8 + 2 * Int(count)) * 8 else { return nil }
        if checks, bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) != Self.checksum(bytes) { return nil }
        self.memory = memory
        self.count = Int(count)
    }

    /// The arrays of an image that was made or checked before.
    init(trusted memory: ImageMemory) {
        self.memory = memory
        count = Int(memory.bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    }

    /// The next array; empty when there is none that fits.
    mutating func array<Element: BitwiseCopyable>(of type: Element.Type = Element.self) -> UnsafeBufferPointer<Element>
    {
        defer { next += 1 }
        guard next < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let bytes = memory.bytes
        guard let base = bytes.baseAddress,
            let offset = Int(exactly: bytes.loadUnaligned(fromByteOffset: 64 + 16 * next, as: UInt64.self)),
            let length = Int(exactly: bytes.loadUnaligned(fromByteOffset: 72 + 16 * next, as: UInt64.self)),
            length >= 0, length <= bytes.count, offset >= 0, offset % ImageMemory.alignment == 0,
            offset <= bytes.count - length * MemoryLayout<Element>.stride
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: (base + offset).assumingMemoryBound(to: Element.self), count: length)
    }

    /// Over all but the checksum itself.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for offset in stride(from: 0, to: bytes.count & ~7, by: 8) where offset != 24 {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            sum ^= sum >> 29
        }
        return sum
    }
}
