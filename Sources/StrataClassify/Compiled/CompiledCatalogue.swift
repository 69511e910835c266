public import StrataModel

/// A catalogue made ready for reading JDs: automata, meanings and weights as flat arrays in one piece of memory.
///
/// Compiling takes some 50 ms; opening what was compiled takes none worth naming, since nothing is built or copied. So the
/// binary carries the compiled seeds, and a database keeps the compiled form of the catalogue that its user has changed.
public struct CompiledCatalogue: Sendable {
    let memory: ImageMemory

    /// Compiles a catalogue.
    public init(_ catalogue: Catalogue) {
        var writer = ImageWriter()
        NameTable.write(catalogue, into: &writer)
        Reader.write(catalogue, into: &writer)
        TitleReader.write(catalogue.roles, into: &writer)
        Scorer.write(catalogue, into: &writer)
        memory = writer.finish().withUnsafeBytes(ImageMemory.init(copying:))
    }

    /// Opens what ``bytes`` gave earlier, checked and copied.
    ///
    /// - returns: nil when the bytes are damaged, or another version or machine made them: then compile anew. Bytes whose
    ///   checksum is right, as somebody may have made them, are opened only where no number in them leads astray.
    public init?(checking bytes: UnsafeRawBufferPointer) {
        let memory = ImageMemory(copying: bytes)
        guard ImageReader(memory, checks: true) != nil, CompiledParts(memory).areSound else { return nil }
        self.memory = memory
    }

    /// Opens bytes of known provenance, unchecked but for their layout.
    ///
    /// - parameter fill: writes the bytes where they are to lie.
    /// - returns: nil when another version or machine made them.
    public init?(size: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
        let memory = ImageMemory(size: size, fill: fill)
        guard ImageReader(memory, checks: false) != nil else { return nil }
        self.memory = memory
    }

    /// The checksum of an image's bytes, those of the checksum itself left out: what ``init(checking:)`` compares.
    public static func checksum(_ image: UnsafeRawBufferPointer) -> UInt64 { ImageReader.checksum(image) }

    /// The checksum that stands in the first 32 bytes of ``bytes``; 0 for fewer.
    public static func fingerprint(ofImage head: [UInt8]) -> Int64 {
        guard head.count >= 32 else { return 0 }
        return head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 24, as: Int64.self) }
    }

    /// The compiled form, for keeping; it is the same for the same catalogue on every machine of one kind.
    public var bytes: [UInt8] { Array(memory.bytes) }
}
