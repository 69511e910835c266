public import Foundation

/// What a test may find on the machine that it runs on, or not.
public enum Machine {
    /// The top of the project.
    public static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of real JDs beside the project; nil where it is absent.
    public static var realJDs: URL? {
        let folder = project.deletingLastPathComponent().appendingPathComponent("shared/data")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    /// Where a program stands; nil when it is not installed.
    public static func program(_ name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs a program to its end.
    ///
    /// - parameter input: its standard input.
    /// - returns: its standard output and exit status.
    public static func run(_ program: URL, _ arguments: [String], input: Data = Data()) throws -> (Data, Int32) {
        let process = Process()
        let (stdin, stdout) = (Pipe(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        let writer = Thread {
            try? stdin.fileHandleForWriting.write(contentsOf: input)
            try? stdin.fileHandleForWriting.close()
        }
        writer.start()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (output, process.terminationStatus)
    }
}
