/// A source whose first bytes were read already, to find out what it is.
final class PrefixSource: ByteSource {
    private let prefix: MemorySource
    private let rest: any ByteSource

    init(_ prefix: [UInt8], then rest: any ByteSource) {
        self.prefix = MemorySource(prefix)
        self.rest = rest
    }

    var totalBytes: Int64? { rest.totalBytes }
    var bytesRead: Int64 { rest.bytesRead }
    var canRewind: Bool { false }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int {
        let length = prefix.read(into: target, count: count)
        return length > 0 ? length : try rest.read(into: target, count: count)
    }

    func rewind() -> Bool { false }
    func noteRecord() { rest.noteRecord() }
}
