#if canImport(Glibc)
internal import Glibc
#endif

/// A file that appears under its name whole, or not at all: written beside it, then renamed.
///
/// A link is followed to the file that it names, whose mode is kept. What is no plain file, a pipe or a device, is written
/// to as it stands: nothing may be put in its place.
final class AtomicFile {
    private let path: String
    /// Nil where it is written directly.
    private let beside: String?
    private var stream: UnsafeMutablePointer<FILE>?

    /// - parameter isPrivate: whether a new file is for the owner's eyes only.
    /// - throws: ``CommandFailure`` when it cannot be created.
    init(path: String, isPrivate: Bool = false) throws {
        var status = stat()
        let exists = stat(path, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
            self.path = path
            beside = nil
            guard let opened = fopen(path, "w") else { throw Self.failure(path) }
            stream = opened
            return
        }
        let target = exists ? Self.resolved(path) : path
        self.path = target
        let beside = "\(target).\(getpid()).part"
        self.beside = beside
        guard let opened = fopen(beside, "wx") else { throw Self.failure(path) }
        if exists {
            fchmod(fileno(opened), status.st_mode & 0o7777)
        } else if isPrivate {
            fchmod(fileno(opened), 0o600)
        }
        stream = opened
    }

    deinit {
        guard let stream else { return }
        fclose(stream)
        if let beside { unlink(beside) }
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
        guard fclose(stream) == 0, beside.map({ rename($0, path) == 0 }) ?? true else {
            let failure = Self.failure(path)
            if let beside { unlink(beside) }
            throw failure
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure(.cannotCreate, "\(path): cannot be written (\(String(cString: strerror(errno))))")
    }
}
