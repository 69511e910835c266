internal import CProgram

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// One run of an optional program over an input: no shell, no network, and limits on what it may take.
struct ProgramRun {
    /// How long a program may take, in seconds.
    static let seconds = 60
    /// How much it may write, in bytes.
    static let output = 128 << 20
    /// How much memory it may have, in bytes.
    private static let memory: UInt64 = 4 << 30

    var program: OptionalProgram
    var arguments: [String]
    /// What the file is: "a PDF".
    var kind: String
    /// The input's name, for errors.
    var path: String
    var searchPath: String
    var seconds = ProgramRun.seconds

    /// Runs the program on a file, which it gets as its standard input: its name cannot be taken for anything else.
    ///
    /// - returns: what it wrote.
    /// - throws: `InputError` where it is missing, fails, takes too long or writes too much.
    func output(of input: FileSource) throws(InputError) -> [UInt8] {
        let executable = try program.find(in: searchPath, for: path, kind: kind)
        let output = try SpoolFile.make(for: path)
        defer { close(output) }
        let errors = try SpoolFile.make(for: path)
        defer { close(errors) }
        let limits = program_limits(
            memory: Self.memory, output: UInt64(Self.output), seconds: UInt64(seconds))
        let child = Self.withStrings([program.name] + arguments) { arguments in
            Self.withStrings(["PATH=\(searchPath)", "LC_ALL=C.UTF-8", "HOME=/"]) { environment in
                program_start(executable, arguments, environment, input.descriptor, output, errors, limits)
            }
        }
        guard child > 0 else { throw failed("it could not be started: \(String(cString: strerror(errno)))") }
        let status = try wait(for: child)
        let written = Self.content(of: output, limit: Self.output)
        guard written.count < Self.output else {
            throw InputError(
                .tooLarge, path: path,
                "\(program.name) makes more than \(Self.output >> 20) MB of it, the most that a document may have")
        }
        guard status == 0 else { throw failure(status, said: Self.content(of: errors, limit: 1 << 16)) }
        return written
    }

    /// Waits until the program ends, and ends it when its time is over.
    private func wait(for child: pid_t) throws(InputError) -> Int32 {
        var pause = 1
        var waited = 0
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return status }
            if ended < 0, errno != EINTR { throw failed("it was lost sight of") }
            guard waited < seconds * 1000 else {
                kill(-child, SIGKILL)
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                throw InputError(
                    .tooLarge, path: path,
                    "\(program.name) was not done with it after \(seconds) seconds, the most that a file may take: "
                        + "\(mend)")
            }
            usleep(UInt32(pause * 1000))
            waited += pause
            pause = min(pause * 2, 20)
        }
    }

    /// What a program's end means; what it said is looked at, and not shown: it may hold the file's text.
    private func failure(_ status: Int32, said: [UInt8]) -> InputError {
        let words = String(decoding: said, as: UTF8.self).lowercased()
        if words.holds("password") || words.holds("encrypted") {
            return InputError(
                .malformed, path: path, "it is locked with a password: save it without one and import that")
        }
        let signal = status & 0x7F
        if signal == SIGXCPU || signal == SIGKILL {
            return InputError(
                .tooLarge, path: path,
                "\(program.name) was ended: it took more than \(seconds) seconds or \(Self.memory >> 30) GB, the most "
                    + "that a file may take: \(mend)")
        }
        if status >> 8 == 127 { return failed("it could not be started: check its installation") }
        return InputError(
            .malformed, path: path,
            "\(program.name) can't read it (it ended with \(signal == 0 ? "status \(status >> 8)" : "signal \(signal)")): "
                + "perhaps it is damaged; \(mend)")
    }

    private let mend = "open it in the program that made it and save it again, or export it as text or CSV"

    private func failed(_ what: String) -> InputError {
        InputError(.missingProgram, path: path, "\(program.name), which reads it: \(what)")
    }

    private static func withStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return body(copies)
    }

    /// What was written to a file, up to a limit.
    private static func content(of descriptor: Int32, limit: Int) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return [] }
        let size = min(Int(status.st_size), limit)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let length = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
                if length < 0, errno == EINTR { continue }
                if length <= 0 { break }
                count += length
            }
        }
    }
}
