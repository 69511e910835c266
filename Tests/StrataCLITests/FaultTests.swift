import Foundation
import GRDB
import StrataTestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// What happens when the machine does not do its part. At full size: Benchmarks/faults.
@Suite("Faults", .serialized) struct FaultTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The program that was built beside the tests.
    private static let strata: URL? = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = tests.deletingLastPathComponent().appendingPathComponent("strata")
        return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
    }()

    /// What a process said and how it ended; a status below 0 is the signal that ended it.
    private struct Outcome {
        var status: Int32
        var text: String
    }

    private func process(_ arguments: [String], shell: String = "") throws -> (Process, Pipe) {
        let program = try #require(Self.strata, "build the product strata before the tests")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = shell.isEmpty ? program : URL(fileURLWithPath: "/bin/bash")
        process.arguments =
            shell.isEmpty ? arguments : ["-c", "\(shell); exec \"$@\"", "bash", program.path] + arguments
        (process.standardOutput, process.standardError) = (pipe, pipe)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, pipe)
    }

    private func strata(_ arguments: String..., shell: String = "") throws -> Outcome {
        try strata(arguments, shell: shell)
    }

    private func strata(_ arguments: [String], shell: String = "") throws -> Outcome {
        let (process, pipe) = try process(arguments, shell: shell)
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: isSignal ? -process.terminationStatus : process.terminationStatus,
            text: String(decoding: text, as: UTF8.self))
    }

    /// - returns: whether it was still running when it was killed.
    private func killed(_ arguments: String..., after seconds: Double) throws -> Bool {
        let (process, _) = try process(arguments)
        Thread.sleep(forTimeInterval: seconds)
        guard process.isRunning else { return false }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// A folder of small files: each is committed by itself, so that a kill falls between some of them.
    private func manyFiles() throws -> String {
        let path = folder.file("jobs")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let texts = [
            "Airflow pipelines and dbt", "PyTorch models", "Kubernetes and MLflow", "prompts and LLM evaluation",
        ]
        for file in 0..<20 {
            let rows = (0..<6).map { row in
                "\(file * 4 + row),Engineer \(row),Company \(file % 3),\(texts[(file + row) % 4]) \(file),2026-0\(row + 1)-01"
            }
            let text = (["id,title,company,description,date"] + rows + ["x,,,,"]).joined(separator: "\n")
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(100 + file).csv"))
        }
        return path
    }

    /// All rows of all tables, but times, processes and full text's own arrangement.
    private func contents(_ database: String) throws -> [String: [String]] {
        let queue = try DatabaseQueue(path: database)
        return try queue.read { db in
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'jd_fts%'
                        AND name NOT LIKE 'sqlite%'
                    """)
            return try Dictionary(
                uniqueKeysWithValues: tables.map { table in
                    let columns = try db.columns(in: table).map(\.name)
                        .filter { !["started_at", "finished_at", "undone_at", "process", "seconds"].contains($0) }
                    let values = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
                    return (table, try String.fetchAll(db, sql: "SELECT \(values) FROM \(table) ORDER BY 1"))
                })
        }
    }

    private func isFinished(_ database: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: database) else { return false }
        return try strata("runs", "--db", database, "--format", "jsonl").text.contains(#""finished_at":""#)
    }

    private func differing(_ left: [String: [String]], _ right: [String: [String]]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }

    @Test func anImportKilledAgainAndAgainEndsAsAnUndisturbedOne() throws {
        let files = try manyFiles()
        let (calm, database) = (folder.file("calm.db"), folder.file("killed.db"))
        let start = ContinuousClock.now
        #expect(try strata("import", files, "--db", calm).status == 0)
        let seconds = Double((ContinuousClock.now - start).components.seconds) + 0.5
        var generator = RepeatableGenerator(seed: 5)
        for _ in 0..<10 {
            let delay = Double.random(in: 0...seconds, using: &generator)
            guard try killed("import", files, "--db", database, after: delay) else { break }
            // Whatever it left, a question is answered.
            #expect([0, 1, 65, 66].contains(try strata("jds", "--count", "--db", database).status))
            if try isFinished(database) { break }
        }
        // Killed behind its last commit, it has nothing to go on with.
        let resumed =
            try isFinished(database) ? strata("runs", "--db", database) : strata("import", files, "--db", database)
        #expect(resumed.status == 0, "\(resumed.text)")
        #expect(differing(try contents(calm), try contents(database)) == [])
        #expect(try strata("db", "check", "--db", database).status == 0)
    }

    @Test func aKilledUndoLeavesTheDatabaseAsBeforeOrAsAfter() throws {
        let files = try manyFiles()
        let base = folder.file("base.db")
        #expect(try strata("import", "--sample", "--db", base).status == 0)
        #expect(try strata("import", files, "--db", base).status == 0)
        let before = try contents(base)
        var generator = RepeatableGenerator(seed: 6)
        for number in 0..<5 {
            let work = folder.file("work\(number).db")
            try FileManager.default.copyItem(atPath: base, toPath: work)
            let delay = Double.random(in: 0...0.8, using: &generator)
            _ = try killed("runs", "undo", "2", "--yes", "--db", work, after: delay)
            #expect(try strata("jds", "--count", "--db", work).status == 0)
            let now = try contents(work)
            let heads = now["jd_head"]?.count
            #expect(differing(before, now) == [] || heads == 60, "\(heads ?? -1) JDs")
            #expect(try strata("db", "check", "--db", work).status == 0)
        }
    }

    @Test func aFullDiskIsToldAndTheImportGoesOnWhenThereIsRoom() throws {
        let files = try manyFiles()
        let calm = folder.file("calm.db")
        #expect(try strata("import", files, "--db", calm).status == 0)
        let size = try FileManager.default.attributesOfItem(atPath: calm)[.size] as? Int ?? 0
        var generator = RepeatableGenerator(seed: 7)
        for number in 0..<4 {
            let database = folder.file("full\(number).db")
            let limit = Int.random(in: size / 4096...size / 1024, using: &generator)
            let full = try strata("import", files, "--db", database, shell: "ulimit -f \(limit)")
            #expect(full.status == 74 || full.status == 0, "\(full.status) \(full.text)")
            if full.status == 74 { #expect(full.text.contains("free some space"), "\(full.text)") }
            let again = try strata("import", files, "--db", database)
            #expect(again.status == 0, "\(again.text)")
            #expect(differing(try contents(calm), try contents(database)) == [])
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func aDamagedFileCrashesNothingAndABackupBringsItBack(seed: UInt64) throws {
        let (base, copy) = (folder.file("base.db"), folder.file("copy.db"))
        #expect(try strata("import", "--sample", "--db", base).status == 0)
        #expect(try strata("db", "backup", copy, "--db", base).status == 0)
        let before = try contents(base)
        var generator = RepeatableGenerator(seed: seed)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: base))
        for _ in 0..<100 {
            bytes[Int.random(in: 100..<bytes.count, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
        }
        try bytes.write(to: URL(fileURLWithPath: base))
        let files = try manyFiles()
        for command in [
            ["db", "check"], ["jds"], ["show", "7"], ["search", "data"], ["report", "demand"], ["layer", "airflow"],
            ["jds", "export"], ["runs"], ["import", files], ["runs", "undo", "1", "--yes"], ["db", "reclassify"],
        ] {
            let outcome = try strata(command + ["--db", base])
            #expect([0, 1, 64, 65, 66, 73, 74, 75].contains(outcome.status), "\(command): \(outcome)")
        }
        #expect(try strata("db", "check", "--db", base).status != 0)
        #expect(try strata("db", "restore", copy, "--db", base, "--force").status == 0)
        #expect(differing(before, try contents(base)) == [])
    }

    @Test func theSecondImportWaitsForTheFirstAndSaysSo() throws {
        let files = try manyFiles()
        let database = folder.file("two.db")
        let (first, said) = try process(["import", files, "--db", database])
        while !FileManager.default.fileExists(atPath: database + "-lock"), first.isRunning { usleep(1000) }
        let second = try strata("import", "--sample", "--db", database)
        _ = said.fileHandleForReading.readDataToEndOfFile()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0 && second.status == 0, "\(second.text)")
        #expect(
            second.text.contains("another import (process \(first.processIdentifier)) is writing"), "\(second.text)")
        let runs = try contents(database)["import_run"] ?? []
        #expect(runs.count == 2)
        #expect(try strata("db", "check", "--db", database).status == 0)
        #expect(!FileManager.default.fileExists(atPath: database + "-lock"))
    }

    @Test func aSecondImportGoesOnWhenTheFirstIsKilled() throws {
        let files = try manyFiles()
        let database = folder.file("two.db")
        let (first, _) = try process(["import", files, "--db", database])
        while !FileManager.default.fileExists(atPath: database + "-lock"), first.isRunning { usleep(1000) }
        let (second, said) = try process(["import", files, "--db", database])
        usleep(300_000)
        kill(first.processIdentifier, SIGKILL)
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        second.waitUntilExit()
        #expect(second.terminationStatus == 0, "\(text)")
        let calm = folder.file("calm.db")
        #expect(try strata("import", files, "--db", calm).status == 0)
        #expect(differing(try contents(calm), try contents(database)) == [])
    }
}
