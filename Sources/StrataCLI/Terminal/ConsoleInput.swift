internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#endif

/// Where a person's answers come from, a line at a time: the terminal, a pipe or a file, or a test.
public struct ConsoleInput: Sendable {
    /// Whether somebody sits there who sees what is asked.
    public let isTerminal: Bool
    private let awaits: @Sendable (Double) -> Bool
    private let read: @Sendable () -> String?

    /// - parameter awaits: whether there is something to read, or the end of it, within so many seconds.
    /// - parameter read: the next line without its end; nil at the end.
    public init(
        isTerminal: Bool, awaits: @escaping @Sendable (Double) -> Bool, read: @escaping @Sendable () -> String?
    ) {
        self.isTerminal = isTerminal
        self.awaits = awaits
        self.read = read
    }

    /// Nobody, and nothing.
    public static let none = ConsoleInput(isTerminal: false, awaits: { _ in true }, read: { nil })

    /// Lines that are there already, as from a file.
    public static func lines(_ lines: [String], isTerminal: Bool = false) -> ConsoleInput {
        let rest = Mutex(lines[...])
        return ConsoleInput(isTerminal: isTerminal, awaits: { _ in true }, read: { rest.withLock { $0.popFirst() } })
    }

    /// Standard input of the process; nothing is read of it before the first question.
    static let standard: ConsoleInput = {
        let reader = Mutex<LineReader?>(nil)
        return ConsoleInput(
            isTerminal: isatty(STDIN_FILENO) == 1, awaits: standardInputIsReady,
            read: {
                reader.withLock { reader in
                    if reader == nil { reader = try? LineReader(path: "-") }
                    return reader?.next()
                }
            })
    }()

    /// The next line without its end; nil at the end. Waits for it.
    func line() -> String? { read() }

    /// The next line where one comes within so many seconds; nil where none does, or at the end.
    ///
    /// A program that is started with a pipe that nobody writes to must not hang on it.
    func line(within seconds: Double) -> String? { awaits(seconds) ? read() : nil }

    private static func standardInputIsReady(within seconds: Double) -> Bool {
        var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&file, 1, Int32(seconds * 1000)) > 0
    }
}
