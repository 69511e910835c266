internal import StrataImport
internal import StrataStorage

/// A line on the terminal that tells how far an import has come.
struct ProgressLine {
    private let console: Console
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant?

    /// - parameter isQuiet: nothing is to be drawn.
    init(console: Console, isQuiet: Bool) {
        self.console = console
        isShown = console.errorIsTerminal && !isQuiet
        start = clock.now
    }

    /// Draws, at most ten times a second.
    mutating func show(_ progress: ImportProgress) {
        guard isShown else { return }
        let now = clock.now
        if let last, now - last < .milliseconds(100) { return }
        last = now
        console.redraw(line(progress, elapsed: now - start))
    }

    /// Draws how many JDs have been compared with the others.
    mutating func showGrouping(_ done: Int, of total: Int) {
        guard isShown else { return }
        last = clock.now
        console.redraw("Grouping near-duplicates: \(done) of \(total) JDs")
    }

    /// Removes the line.
    func clear() {
        if isShown, last != nil { console.redraw("") }
    }

    private func line(_ progress: ImportProgress, elapsed: Duration) -> String {
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Int(Double(progress.counts.rows) / seconds) : 0
        var parts: [String] = []
        if progress.files > 1 { parts.append("file \(progress.file) of \(progress.files)") }
        if let total = progress.totalBytes, total > 0 {
            let fraction = min(1, Double(progress.bytesRead) / Double(total))
            let filled = Int(fraction * 24)
            parts.append(
                String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
                    + " \(Int(fraction * 100))%")
        }
        parts.append("\(progress.counts.rows) rows, \(rate) a second")
        return parts.joined(separator: "  ")
    }
}
