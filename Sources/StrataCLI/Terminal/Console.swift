#if canImport(Glibc)
internal import Glibc
#endif

/// Where a command's words go: results to one side, everything else to the other.
///
/// Commands speak to ``current``; a test puts its own in place and reads what was said.
public final class Console: Sendable {
    /// The console of the running command.
    @TaskLocal public static var current = Console.standard

    /// Standard output and error of the process.
    public static let standard = Console(
        environment: { name in getenv(name).map { String(cString: $0) } },
        outIsTerminal: isatty(STDOUT_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
        width: terminalWidth(), input: .standard,
        out: { bytes in try write(bytes, to: STDOUT_FILENO) },
        error: { bytes in try write(bytes, to: STDERR_FILENO) })

    let environment: @Sendable (String) -> String?
    let outIsTerminal: Bool
    let errorIsTerminal: Bool
    /// Columns of the terminal.
    let width: Int
    /// Where answers come from, for the commands that ask.
    let input: ConsoleInput
    private let out: @Sendable ([UInt8]) throws -> Void
    private let error: @Sendable ([UInt8]) throws -> Void

    /// - parameter environment: looks up an environment variable.
    /// - parameter width: columns to draw for.
    /// - parameter input: where answers come from.
    /// - parameter out: takes results.
    /// - parameter error: takes progress, warnings, hints and errors.
    public init(
        environment: @escaping @Sendable (String) -> String?, outIsTerminal: Bool = false,
        errorIsTerminal: Bool = false, width: Int = 100, input: ConsoleInput = .none,
        out: @escaping @Sendable ([UInt8]) throws -> Void, error: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.environment = environment
        self.outIsTerminal = outIsTerminal
        self.errorIsTerminal = errorIsTerminal
        self.width = width
        self.input = input
        self.out = out
        self.error = error
    }

    /// Writes a result.
    ///
    /// - throws: ``ClosedPipe`` when nobody reads any more; ``CommandFailure`` when it cannot be written.
    func write(_ text: String) throws { try out(Array(text.utf8)) }

    /// Says something that is no result.
    func say(_ text: String) { try? error(Array((text + "\n").utf8)) }

    /// Draws over the line that was drawn before.
    func redraw(_ text: String) { try? error(Array("\r\u{1B}[2K\(text)".utf8)) }

    /// The reader of our output has gone: no error, but no need to go on.
    struct ClosedPipe: Error {}

    private static func write(_ bytes: [UInt8], to file: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw ClosedPipe()
            } else if errno != EINTR && errno != EAGAIN {
                throw CommandFailure(.cannotWrite, "cannot write the output: \(String(cString: strerror(errno)))")
            }
        }
    }

    private static func terminalWidth() -> Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.map { max(40, $0) } ?? 100
        }
        return Int(size.ws_col)
    }
}
