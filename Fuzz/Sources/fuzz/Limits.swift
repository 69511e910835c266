import Foundation
import Glibc

/// What an input of a megabyte may take: `scripts/fuzz grow` runs the targets over such, without sanitizers.
enum Limits {
    /// Whether inputs are measured rather than made up.
    static let areMeasured = ProcessInfo.processInfo.environment["STRATA_FUZZ_LIMITS"] != nil

    private static let seconds = 1.0
    private static let timesInput = 20.0

    /// Runs what reads the input, and tells how long it took and how many times the input's bytes were in memory at most.
    static func measure(_ count: Int, _ body: () -> Void) {
        // What earlier inputs have left behind goes back to the system, and the system's own mark back to what is left.
        _ = giveBackMemory(0)
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        let (before, start) = (status("VmRSS"), ProcessorTime.seconds)
        body()
        let (taken, kilobytes) = (ProcessorTime.seconds - start, status("VmHWM") - before)
        let times = Double(max(0, kilobytes)) * 1024 / Double(max(1, count))
        let verdict = taken > seconds || times > timesInput ? "OVER" : "fine"
        let line = String(format: "%@: %.3f s, %.1f times the input\n", verdict, taken, times)
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// A size in kilobytes that the system keeps of this process.
    private static func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") } ?? ""
        return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

@_silgen_name("malloc_trim")
private func giveBackMemory(_ kept: Int) -> CInt

/// The time that the processor has spent on this process: a busy machine is no hang.
enum ProcessorTime {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
