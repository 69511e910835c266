#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Files that nobody else sees: for input that has to be read twice, and for what programs write.
enum SpoolFile {
    /// An empty file without a name; gone when it is closed, also by a kill.
    ///
    /// - parameter path: the input that it is for, named in errors.
    /// - throws: `InputError` where the folder for temporary files is full or may not be written.
    static func make(for path: String) throws(InputError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/strata-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw InputError(
                .notReadable, path: path,
                "no temporary file can be made in \(folder) (\(String(cString: strerror(errno)))): set TMPDIR")
        }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    /// All that a source has left, as a source that can be read as often as one likes.
    ///
    /// - throws: `InputError` when it can't be read, has more than `limit` bytes, or there is no room for it.
    static func source(
        holding source: any ByteSource, path: String, limit: Int64 = .max
    ) throws(InputError) -> FileSource {
        let descriptor = try make(for: path)
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 18)
        defer { buffer.deallocate() }
        do throws(InputError) {
            var total: Int64 = 0
            while true {
                let count = try source.read(into: buffer, count: 1 << 18)
                if count == 0 { break }
                total += Int64(count)
                guard total <= limit else {
                    throw InputError(
                        .tooLarge, path: path, "it is larger than \(limit >> 20) MB, the most that one may have")
                }
                try write(buffer, count, to: descriptor, for: path)
            }
            lseek(descriptor, 0, SEEK_SET)
        } catch {
            close(descriptor)
            throw error
        }
        return FileSource(owning: descriptor, path: path)
    }

    private static func write(
        _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, to descriptor: Int32, for path: String
    ) throws(InputError) {
        var written = 0
        while written < count {
            let length = systemWrite(descriptor, bytes + written, count - written)
            if length < 0, errno == EINTR { continue }
            guard length > 0 else {
                throw InputError(
                    .notReadable, path: path,
                    "no room to keep it while it is read (\(String(cString: strerror(errno)))): set TMPDIR")
            }
            written += length
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    #if canImport(Glibc)
    return Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
    return Musl.write(descriptor, bytes, count)
    #else
    return Darwin.write(descriptor, bytes, count)
    #endif
}
