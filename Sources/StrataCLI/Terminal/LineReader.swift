#if canImport(Glibc)
internal import Glibc
#endif

/// Lines of a file or of standard input, one at a time, as they come.
final class LineReader {
    private let stream: UnsafeMutablePointer<FILE>
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    /// - parameter path: `-` for standard input.
    /// - throws: ``CommandFailure`` when the file cannot be opened.
    init(path: String) throws {
        guard let opened = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else {
            throw CommandFailure(
                .inputNotFound,
                "\(path): cannot be read (\(String(cString: strerror(errno)))); check the path and its permissions")
        }
        stream = opened
    }

    deinit {
        free(buffer)
        fclose(stream)
    }

    /// The next line without its end, bytes that are no UTF-8 repaired; nil at the end.
    func next() -> String? {
        var count = getline(&buffer, &capacity, stream)
        guard count >= 0, let buffer else { return nil }
        while count > 0, buffer[count - 1] == 10 || buffer[count - 1] == 13 { count -= 1 }
        return buffer.withMemoryRebound(to: UInt8.self, capacity: count) {
            String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
        }
    }
}
