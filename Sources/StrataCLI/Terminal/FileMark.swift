internal import CXattr

#if canImport(Glibc)
internal import Glibc
#endif

/// How Strata knows the files that it wrote: by an attribute that the file system keeps beside a file's content, which is not
/// touched. It goes with the file where that is moved, and says how large the file was and when it was written, so that one
/// which somebody has changed since is known too.
///
/// Some file systems keep no attributes, and most ways of copying lose them; a page of HTML says itself who made it.
enum FileMark {
    /// Whose a file is.
    enum Owner {
        /// As Strata wrote it.
        case strata
        /// Changed since.
        case changed
        case other
        /// There is no telling.
        case unknown
    }

    private static let attribute = "user.strata.written"
    private static let generator = "<meta name=\"generator\" content=\"Strata"

    /// Marks a file that has just been written. Where that cannot be done the file is one like any other.
    static func set(on path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        let mark = Array(text(status).utf8)
        _ = setxattr(path, attribute, mark, mark.count, 0)
    }

    /// - parameter status: of the file.
    static func owner(of path: String, _ status: stat) -> Owner {
        var mark = [UInt8](repeating: 0, count: 64)
        let count = getxattr(path, attribute, &mark, mark.count)
        if count >= 0 { return mark.prefix(count).elementsEqual(text(status).utf8) ? .strata : .changed }
        let isKept = errno != ENOTSUP
        return saysWhoMadeIt(path) ? .strata : isKept ? .other : .unknown
    }

    private static func text(_ status: stat) -> String {
        "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    /// Whether it is a page that Strata drew.
    private static func saysWhoMadeIt(_ path: String) -> Bool {
        guard let file = fopen(path, "rb") else { return false }
        defer { fclose(file) }
        var head = [UInt8](repeating: 0, count: 2048)
        let count = fread(&head, 1, head.count, file)
        return String(decoding: head.prefix(count), as: UTF8.self).contains(generator)
    }
}
