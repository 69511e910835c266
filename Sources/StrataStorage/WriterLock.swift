internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#endif

/// Lets one command at a time write to a database; the others wait their turn.
///
/// A lock on a file beside the database, which the system lets go when its holder ends, however that comes. (SQLite's own
/// locks last for a batch: without this one two imports would take turns, and each would see the other's rows.)
public final class WriterLock: Sendable {
    private let path: String
    private let file: Mutex<Int32?>

    private init(path: String, file: Int32) {
        self.path = path
        self.file = Mutex(file)
    }

    deinit { release() }

    /// Waits until no other command holds the lock.
    ///
    /// - parameters:
    ///   - path: of the database.
    ///   - command: what those are told that have to wait for this one.
    ///   - waiting: called once when there is one to wait for, with what it is.
    /// - returns: nil where no file can be made beside the database; who writes to it then finds that out.
    public static func acquire(path: String, command: String, waiting: (String) -> Void) -> WriterLock? {
        FileState(path).createFolder()
        let lockPath = Self.path(of: path)
        var hasTold = false
        while true {
            let file = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { return nil }
            if flock(file, LOCK_EX | LOCK_NB) != 0 {
                guard errno == EWOULDBLOCK || errno == EINTR else {
                    close(file)
                    return nil
                }
                // Somebody who only looks whether it is held lets go at once.
                usleep(20_000)
                if flock(file, LOCK_EX | LOCK_NB) != 0 {
                    if !hasTold { waiting(holder(file)) }
                    hasTold = true
                    while flock(file, LOCK_EX) != 0, errno == EINTR {}
                }
            }
            // Who held it before has removed the file: what is held here is nothing any more.
            guard isSame(file, lockPath) else {
                close(file)
                continue
            }
            let text = "\(command) (process \(getpid()))"
            _ = ftruncate(file, 0)
            _ = Array(text.utf8).withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
            return WriterLock(path: lockPath, file: file)
        }
    }

    /// Lets the next one write.
    public func release() {
        file.withLock { file in
            guard let held = file else { return }
            unlink(path)
            close(held)
            file = nil
        }
    }

    /// Whether some command holds the lock of a database.
    static func isHeld(path: String) -> Bool {
        let file = open(Self.path(of: path), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func path(of database: String) -> String { database + "-lock" }

    private static func holder(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(file, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "command"
    }

    private static func isSame(_ file: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        guard fstat(file, &held) == 0, stat(path, &named) == 0 else { return false }
        return held.st_dev == named.st_dev && held.st_ino == named.st_ino
    }
}
