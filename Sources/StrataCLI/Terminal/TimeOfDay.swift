#if canImport(Glibc)
internal import Glibc
#endif

/// The clock, for records of what was done when; no date of a JD depends on it.
enum TimeOfDay {
    /// UTC, ISO 8601.
    static func now() -> String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
