#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The names in a ZIP archive, read from its directory at the end: what kind of Office document it is.
struct ZipDirectory {
    /// More than a document has: above it the archive is one of something else.
    private static let directoryLimit = 4 << 20

    private(set) var names: Set<String> = []
    /// What its files come to when they are unpacked, as it says itself, in bytes.
    private(set) var unpackedBytes: Int64 = 0

    /// Reads the directory; nil when there is none that can be understood.
    init?(_ file: FileSource) {
        guard let size = file.totalBytes, size >= 22 else { return nil }
        let tailSize = Int(min(size, 22 + 65535))
        let tail = Self.bytes(file.descriptor, at: size - Int64(tailSize), count: tailSize)
        guard tail.count == tailSize, let end = Self.endRecord(in: tail) else { return nil }
        let length = Int(Self.number(tail, at: end + 12, bytes: 4))
        let start = Int64(Self.number(tail, at: end + 16, bytes: 4))
        guard length <= Self.directoryLimit, start + Int64(length) <= size else { return nil }
        let directory = Self.bytes(file.descriptor, at: start, count: length)
        var position = 0
        while position + 46 <= directory.count, Self.number(directory, at: position, bytes: 4) == 0x0201_4B50 {
            let nameLength = Int(Self.number(directory, at: position + 28, bytes: 2))
            let extraLength = Int(Self.number(directory, at: position + 30, bytes: 2))
            let commentLength = Int(Self.number(directory, at: position + 32, bytes: 2))
            unpackedBytes += Int64(Self.number(directory, at: position + 24, bytes: 4))
            let name = directory[min(position + 46, directory.count)..<min(position + 46 + nameLength, directory.count)]
            names.insert(String(decoding: name, as: UTF8.self))
            position += 46 + nameLength + extraLength + commentLength
        }
    }

    /// What an OpenDocument file says it is, in the first of its files, which is stored as it is.
    static func mimeType(of file: FileSource) -> String {
        let head = bytes(file.descriptor, at: 0, count: Int(min(file.totalBytes ?? 0, 200)))
        let nameLength = Int(number(head, at: 26, bytes: 2))
        let start = 30 + nameLength + Int(number(head, at: 28, bytes: 2))
        let length = Int(number(head, at: 18, bytes: 4))
        guard nameLength == 8, length <= 100, start + length <= head.count,
            head[30..<38].elementsEqual("mimetype".utf8)
        else { return "" }
        return String(decoding: head[start..<start + length], as: UTF8.self)
    }

    /// Where the record stands that says where the directory is.
    private static func endRecord(in tail: [UInt8]) -> Int? {
        var position = tail.count - 22
        while position >= 0 {
            if tail[position] == 0x50, number(tail, at: position, bytes: 4) == 0x0605_4B50 { return position }
            position -= 1
        }
        return nil
    }

    private static func number(_ bytes: [UInt8], at position: Int, bytes count: Int) -> UInt64 {
        var value: UInt64 = 0
        for offset in (0..<count).reversed() where position + offset < bytes.count {
            value = value << 8 | UInt64(bytes[position + offset])
        }
        return value
    }

    private static func bytes(_ descriptor: Int32, at offset: Int64, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let length = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + filled)
                if length < 0, errno == EINTR { continue }
                if length <= 0 { break }
                filled += length
            }
        }
    }
}
