#if canImport(Glibc)
internal import Glibc
#endif

/// A file that appears under its name whole, or not at all: written beside it, then renamed.
final class AtomicFile {
    private let path: String
    private let beside: String
    private var stream: UnsafeMutablePointer<FILE>?

    /// - throws: ``CommandFailure`` when it cannot be created.
    init(path: String) throws {
        self.path = path
        beside = "\(path).\(getpid()).part"
        guard let opened = fopen(beside, "wx") else { throw Self.failure(path) }
        stream = opened
    }

    deinit {
        guard let stream else { return }
        fclose(stream)
        unlink(beside)
    }

    /// - throws: ``CommandFailure`` when it cannot be written.
    func write(_ text: String) throws {
        var text = text
        let isWritten = text.withUTF8 { stream != nil && fwrite($0.baseAddress, 1, $0.count, stream) == $0.count }
        guard isWritten else { throw Self.failure(path) }
    }

    /// Puts the file under its name.
    ///
    /// - throws: ``CommandFailure`` when its last bytes cannot be written, or it cannot be renamed.
    func finish() throws {
        guard let stream else { return }
        self.stream = nil
        guard fclose(stream) == 0, rename(beside, path) == 0 else {
            let failure = Self.failure(path)
            unlink(beside)
            throw failure
        }
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(.cannotCreate, "\(path): cannot be written (\(String(cString: strerror(errno))))")
    }
}
