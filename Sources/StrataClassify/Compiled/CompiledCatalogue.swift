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
    /// - returns: nil when the bytes are damaged, or another version or machine made them: then compile anew.
    public init?(checking bytes: UnsafeRawBufferPointer) {
        let memory = ImageMemory(copying: bytes)
        guard ImageReader(memory, checks: true) != nil else { return nil }
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

    /// The compiled form, for keeping; it is the same for the same catalogue on every machine of one kind.
    public var bytes: [UInt8] { Array(memory.bytes) }
}
