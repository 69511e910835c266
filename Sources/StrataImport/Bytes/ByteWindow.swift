/// A stretch of a source's bytes in memory, moved along as a reader consumes it.
///
/// Positions count from the start of the window, so a reader that keeps some must shift them by what `refill` returns.
final class ByteWindow {
    /// The largest record that is read; anything longer is refused by name.
    static let recordLimit = 16 << 20

    /// The limit of this window's records; a test takes a small one.
    let recordLimit: Int

    let source: any ByteSource
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var end = 0
    private(set) var isFinal = false
    private var capacity: Int
    /// Why no more can be read, once what was read before it has been handed out.
    private var failure: InputError?

    init(_ source: any ByteSource, chunk: Int = 1 << 20, recordLimit: Int = ByteWindow.recordLimit) {
        self.source = source
        self.recordLimit = recordLimit
        capacity = chunk
        base = .allocate(capacity: chunk)
    }

    deinit { base.deallocate() }

    /// Drops the bytes before `kept` and reads more, growing when all of the window is kept.
    ///
    /// - returns: by how much every position must be lowered.
    /// - throws: `InputError`, after what was read before it has been handed out.
    func refill(keepingFrom kept: Int) throws(InputError) -> Int {
        if let failure { throw failure }
        let remaining = end - kept
        if kept > 0, remaining > 0 { base.update(from: base + kept, count: remaining) }
        end = remaining
        if end >= capacity - capacity / 4 { grow() }
        while !isFinal, end < capacity {
            do throws(InputError) {
                let count = try source.read(into: base + end, count: capacity - end)
                if count == 0 { isFinal = true }
                end += count
            } catch {
                guard end > remaining else { throw error }
                failure = error
                break
            }
        }
        return kept
    }

    /// The bytes as a buffer; valid until the next refill.
    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Why a record that is larger than the limit is refused.
    func oversized(_ what: String) -> String {
        "\(what) is larger than \(recordLimit >> 20) MB, the most that a record may have"
    }

    /// Moves on to the byte this far from the start of the source, from a fresh start.
    ///
    /// - returns: its position in the window.
    func skip(to offset: Int64, countingLines lines: inout Int) throws(InputError) -> Int {
        var remaining = offset
        while true {
            lines += ByteScan.lineEnds(in: base, from: 0, to: Int(min(remaining, Int64(end))))
            if remaining < Int64(end) { return Int(remaining) }
            guard !isFinal else { return end }
            remaining -= Int64(end)
            _ = try refill(keepingFrom: end)
        }
    }

    /// Everything that is left, for formats that are read as a whole.
    ///
    /// - throws: `InputError` when there is more than `limit` bytes.
    func readAll(limit: Int, path: String) throws(InputError) -> [UInt8] {
        while !isFinal, end <= limit { _ = try refill(keepingFrom: 0) }
        guard end <= limit else {
            throw InputError(
                .tooLarge, path: path,
                "a document of this format may have \(limit >> 20) MB and this has more: split it into single JDs")
        }
        return Array(bytes(0..<end))
    }

    /// Starts again from the first byte.
    func rewind() throws(InputError) -> Bool {
        guard try source.rewind() else { return false }
        end = 0
        isFinal = false
        failure = nil
        return true
    }

    private func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: end)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
