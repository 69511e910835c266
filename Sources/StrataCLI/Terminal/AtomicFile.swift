#if canImport(Glibc)
internal import Glibc
#endif

/// A file that appears under its name whole, or not at all: written beside it, then renamed.
///
/// A link is followed to the file that it names, whose mode is kept. What is no plain file, a pipe or a device, is written
/// to as it stands: nothing may be put in its place. Of the files that stand there only empty ones and those that are as
/// Strata wrote them are replaced, unless that is forced.
final class AtomicFile {
    private let path: String
    /// Nil where it is written directly.
    private let beside: String?
    private let force: Bool
    private var stream: UnsafeMutablePointer<FILE>?

    /// - parameters:
    ///   - force: whether any file that stands there is replaced.
    ///   - isPrivate: whether a new file is for the owner's eyes only.
    /// - throws: ``CommandFailure`` when it cannot be created, or is not to be replaced.
    init(path: String, force: Bool, isPrivate: Bool = false) throws {
        self.force = force
        var status = stat()
        let exists = stat(path, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
            self.path = path
            beside = nil
            guard let opened = fopen(path, "w") else { throw Self.failure(path) }
            stream = opened
            return
        }
        try Self.check(path: path, force: force)
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

    /// Makes sure that what stands under a name may be replaced; where nothing does, all is well.
    ///
    /// - throws: ``CommandFailure``.
    static func check(path: String, force: Bool) throws {
        var status = stat()
        guard !force, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return }
        let reason =
            switch FileMark.owner(of: path, status) {
            case .strata: ""
            case .changed: "has been changed since Strata wrote it"
            case .other: "is there already, and nothing says that Strata wrote it"
            case .unknown: "is there already, and its file system does not tell whether Strata wrote it"
            }
        if reason.isEmpty { return }
        throw CommandFailure(.cannotCreate, "\(path): \(reason); give another name, or replace it with --force")
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
    /// - throws: ``CommandFailure`` when its last bytes cannot be written, it cannot be renamed, or another has come to stand
    ///   there meanwhile.
    func finish() throws {
        guard let stream else { return }
        self.stream = nil
        let isWritten = fclose(stream) == 0
        guard let beside else {
            if isWritten { return }
            throw Self.failure(path)
        }
        do {
            guard isWritten else { throw Self.failure(path) }
            FileMark.set(on: beside)
            try Self.check(path: path, force: force)
            guard rename(beside, path) == 0 else { throw Self.failure(path) }
        } catch {
            unlink(beside)
            throw error
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
