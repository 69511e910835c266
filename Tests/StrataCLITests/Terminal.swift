import Foundation
import StrataCLI
import StrataTestSupport
import Synchronization

/// A terminal of its own for one test: a folder, a database that nobody else has, and what commands said.
struct Terminal: ~Copyable {
    let folder: TemporaryFolder
    let database: String

    init() throws {
        folder = try TemporaryFolder()
        database = folder.file("strata.db")
    }

    /// What a command said and how it ended.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String

        /// Standard output read as JSON.
        var json: Any {
            get throws { try JSONSerialization.jsonObject(with: Data(output.utf8), options: [.fragmentsAllowed]) }
        }

        /// Standard output read as a JSON object.
        var object: [String: Any] {
            get throws { try json as? [String: Any] ?? [:] }
        }
    }

    private final class Heard: Sendable {
        let output = Mutex<[UInt8]>([])
        let errors = Mutex<[UInt8]>([])
    }

    /// Runs a command on this terminal's database.
    func run(_ arguments: String..., environment: [String: String] = [:]) -> Outcome { run(arguments, environment) }

    /// - parameter input: what is typed when a command asks.
    func run(
        _ arguments: [String], _ environment: [String: String] = [:], input: ConsoleInput = .none
    ) -> Outcome {
        let heard = Heard()
        let variables = ["HOME": folder.path, "STRATA_DB": database].merging(environment) { $1 }
        let console = Console(
            environment: { variables[$0] }, input: input,
            out: { bytes in heard.output.withLock { $0 += bytes } },
            error: { bytes in heard.errors.withLock { $0 += bytes } })
        let status = StrataCommandLine.run(arguments, console: console)
        return Outcome(
            status: status, output: String(decoding: heard.output.withLock { $0 }, as: UTF8.self),
            errors: String(decoding: heard.errors.withLock { $0 }, as: UTF8.self))
    }

    /// Imports the sample JDs.
    func importSamples() -> Outcome { run("import", "--sample", "--format", "json") }
}
