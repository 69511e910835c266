#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Bytes that come one chunk after the other: a file, standard input, memory, or another source transformed.
protocol ByteSource: AnyObject {
    /// How many bytes there are in all, where that is known beforehand.
    var totalBytes: Int64? { get }
    /// How many of them were read.
    var bytesRead: Int64 { get }
    /// Whether it can start again from the first byte.
    var canRewind: Bool { get }
    /// Reads up to `count` bytes.
    ///
    /// - returns: how many were read; 0 at the end.
    /// - throws: `InputError` when the system refuses.
    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int
    /// Starts again from the first byte.
    ///
    /// - returns: false where the source can't, as standard input can't.
    func rewind() throws(InputError) -> Bool
    /// Told that a record was found in what was read, by those who read records.
    func noteRecord()
}

extension ByteSource {
    func noteRecord() {}
}

/// Bytes that are in memory already.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var totalBytes: Int64? { Int64(bytes.count) }
    var bytesRead: Int64 { Int64(position) }
    var canRewind: Bool { true }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
        let length = min(count, bytes.count - position)
        guard length > 0 else { return 0 }
        bytes.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { target.update(from: base + position, count: length) }
        }
        position += length
        return length
    }

    func rewind() -> Bool {
        position = 0
        return true
    }
}

/// A file or standard input, read through its descriptor.
final class FileSource: ByteSource {
    let path: String
    let totalBytes: Int64?
    private(set) var bytesRead: Int64 = 0
    var canRewind: Bool { totalBytes != nil }
    let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file, or a pipe by its name.
    ///
    /// - throws: `InputError` when there is none or it may not be read; for folders, devices and sockets.
    init(path: String) throws(InputError) {
        // Looked at before it is opened: opening alone can make a device do something.
        var found = stat()
        guard stat(path, &found) == 0 else { throw InputError.system(path: path, code: errno) }
        if let kind = Self.unreadableKind(found.st_mode) {
            throw InputError(
                .notReadable, path: path, "this is \(kind), which may never end: name a file, a pipe or '-'")
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw InputError.system(path: path, code: errno) }
        var status = stat()
        guard fstat(opened, &status) == 0 else {
            let code = errno
            close(opened)
            throw InputError.system(path: path, code: code)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            close(opened)
            throw InputError(.notReadable, path: path, "this is a folder, not a file: list its files first")
        }
        self.path = path
        descriptor = opened
        isOwned = true
        totalBytes = status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    }

    /// What a path is that nobody keeps JDs in.
    private static func unreadableKind(_ mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFCHR, S_IFBLK: "a device"
        case S_IFSOCK: "a socket"
        default: nil
        }
    }

    /// An open file, closed with this source.
    ///
    /// - parameter path: the name that errors give it.
    init(owning descriptor: Int32, path: String) {
        self.path = path
        self.descriptor = descriptor
        isOwned = true
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        totalBytes = isRegular ? Int64(status.st_size) : nil
    }

    /// Standard input.
    init() {
        path = "-"
        descriptor = STDIN_FILENO
        isOwned = false
        totalBytes = nil
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int {
        while true {
            #if canImport(Glibc)
            let length = Glibc.read(descriptor, target, count)
            #elseif canImport(Musl)
            let length = Musl.read(descriptor, target, count)
            #else
            let length = Darwin.read(descriptor, target, count)
            #endif
            if length >= 0 {
                bytesRead += Int64(length)
                return length
            }
            guard errno == EINTR else { throw InputError.system(path: path, code: errno) }
        }
    }

    func rewind() throws(InputError) -> Bool {
        guard canRewind, lseek(descriptor, 0, SEEK_SET) == 0 else { return false }
        bytesRead = 0
        return true
    }
}

extension InputError {
    /// What the system said about a path.
    static func system(path: String, code: Int32) -> InputError {
        let said = String(cString: strerror(code))
        switch code {
        case ENOENT, ENOTDIR:
            return InputError(.notFound, path: path, "there is no such file or folder: check the path")
        case EACCES, EPERM:
            return InputError(
                .notReadable, path: path, "no permission to read it: chmod it, or run as a user who may read it")
        default:
            return InputError(.notReadable, path: path, "it can't be read: \(said)")
        }
    }
}
