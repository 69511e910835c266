internal import CZlib

/// gzip unpacked while it is read. Several members in one file are one text, as for gzip itself.
final class GzipSource: ByteSource {
    /// How many bytes may be unpacked without a record among them, where they come of a hundredth of their size.
    ///
    /// Size and ratio alone do not tell a bomb: an honest export of one JD a thousand times over shrinks as well as zeros
    /// do. But it gives records, and a bomb does not.
    static let bombBytes: Int64 = 64 << 20
    static let bombRatio: Int64 = 100

    private let base: any ByteSource
    private let path: String
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutablePointer<UInt8>
    private static let inputSize = 1 << 16
    private var isBaseAtEnd = false
    /// Whether a member, padding or the end comes next.
    private var isBetweenMembers = true
    /// What is wrong behind the bytes that were handed out last.
    private var failure: InputError?
    /// Bytes unpacked and bytes taken since the last record.
    private var produced: Int64 = 0
    private var consumed: Int64 = 0

    /// - throws: `InputError` when there is no memory for it.
    init(_ base: any ByteSource, path: String) throws(InputError) {
        self.base = base
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(capacity: Self.inputSize)
        // 16: gzip and nothing else; 15: its largest window.
        guard inflateInit2_(stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw InputError(.notReadable, path: path, "no memory to unpack it")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Whether bytes begin as gzip does.
    static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

    var totalBytes: Int64? { base.totalBytes }
    var bytesRead: Int64 { base.bytesRead }
    var canRewind: Bool { base.canRewind }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int {
        if let failure { throw failure }
        while true {
            if stream.pointee.avail_in == 0, !isBaseAtEnd { try refill() }
            if isBetweenMembers {
                guard try beginMember() else { return 0 }
            }
            let length = try unpack(into: target, count: count)
            if length > 0 { return length }
        }
    }

    func rewind() throws(InputError) -> Bool {
        guard try base.rewind() else { return false }
        inflateReset(stream)
        stream.pointee.avail_in = 0
        (isBaseAtEnd, isBetweenMembers, failure) = (false, true, nil)
        noteRecord()
        return true
    }

    func noteRecord() { (produced, consumed) = (0, 0) }

    private func refill() throws(InputError) {
        let count = try base.read(into: input, count: Self.inputSize)
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(count)
        isBaseAtEnd = count == 0
        consumed += Int64(count)
    }

    /// Steps over the zeros that tapes pad with, to the next member.
    ///
    /// - returns: false at the end.
    private func beginMember() throws(InputError) -> Bool {
        while true {
            while stream.pointee.avail_in > 0, let next = stream.pointee.next_in, next.pointee == 0 {
                stream.pointee.next_in = next + 1
                stream.pointee.avail_in -= 1
            }
            if let next = stream.pointee.next_in, stream.pointee.avail_in > 0 {
                guard next.pointee == 0x1F else {
                    throw damage("something else follows the gzip data: all of the gzip data was read")
                }
                inflateReset(stream)
                isBetweenMembers = false
                return true
            }
            if isBaseAtEnd { return false }
            try refill()
        }
    }

    private func unpack(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int {
        stream.pointee.next_out = target
        stream.pointee.avail_out = UInt32(min(count, Int(UInt32.max)))
        let room = Int(stream.pointee.avail_out)
        let status = inflate(stream, Z_NO_FLUSH)
        let length = room - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END: isBetweenMembers = true
        case Z_OK: break
        case Z_BUF_ERROR where !isBaseAtEnd: break
        case Z_BUF_ERROR: failure = damage("the gzip data ends too early, the file was cut off: get it again, whole")
        default: failure = damage("the gzip data is damaged, the last rows before may be too: get the file again")
        }
        produced += Int64(length)
        if produced > Self.bombBytes, produced / max(1, consumed) > Self.bombRatio {
            throw InputError(
                .tooLarge, path: path,
                "over \(Self.bombBytes >> 20) MB were unpacked, \(Self.bombRatio) times the size of their gzip data, "
                    + "without a record among them: this is the limit, and no export of JDs")
        }
        if length == 0, let failure { throw failure }
        return length
    }

    private func damage(_ message: String) -> InputError { InputError(.damaged, path: path, message) }
}
