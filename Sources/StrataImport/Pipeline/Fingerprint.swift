internal import StrataStorage

#if canImport(Glibc)
internal import Glibc
#endif

extension Input {
    /// Tells whether an input is the one that a killed run had begun: its size and a digest of its first 64 KB.
    ///
    /// Standard input cannot be told, so it is always another one: what had gone in already counts as duplicates.
    var fingerprint: String {
        switch self {
        case .standardInput:
            return Self.stream
        case .memory(_, let bytes):
            return Self.fingerprint(size: bytes.count, head: bytes.prefix(Self.headSize))
        case .file(let path):
            var found = stat()
            // Opening a pipe a second time would take from what is still to be read.
            guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return Self.stream }
            guard let file = fopen(path, "rb") else { return "unreadable" }
            defer { fclose(file) }
            var head = [UInt8](repeating: 0, count: Self.headSize)
            let count = fread(&head, 1, head.count, file)
            var status = stat()
            fstat(fileno(file), &status)
            return Self.fingerprint(size: Int(status.st_size), head: head.prefix(count))
        }
    }

    private static var stream: String { "stream \(getpid()) \(time(nil))" }

    private static let headSize = 64 << 10

    private static func fingerprint(size: Int, head: ArraySlice<UInt8>) -> String {
        let digest = head.withUnsafeBytes(Digest.init)
        return "\(size) \(String(digest.high, radix: 16))\(String(digest.low, radix: 16))"
    }
}
