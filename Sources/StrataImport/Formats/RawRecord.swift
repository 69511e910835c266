/// A record as it stands in the input: values by column, before anything is made of them. Used again for each record.
final class RawRecord {
    struct Cell {
        var column: Int
        var start: Int
        var end: Int
        /// Index of the next cell of the same column, -1 for the last: arrays give a column several values.
        var next: Int = -1
    }

    /// 1-based number in the input.
    var row = 0
    /// 1-based line where it begins.
    var line: Int?
    /// The part of the input that it stands in, where it has parts: "sheet 'May'".
    var part: String?
    private(set) var bytes: [UInt8] = []
    private(set) var cells: [Cell] = []
    /// First and last cell of each column, -1 for none.
    private var heads: [Int] = []
    private var tails: [Int] = []

    /// Makes room for the next record.
    func clear() {
        for cell in cells { heads[cell.column] = -1 }
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        line = nil
        part = nil
    }

    /// Appends bytes to the value that is being written.
    @inline(__always)
    func write(_ part: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: part) }

    @inline(__always)
    func write(_ byte: UInt8) { bytes.append(byte) }

    func write(scalar: UInt32) { UTF8Writer.append(scalar, to: &bytes) }

    /// Where the next value will begin.
    var mark: Int { bytes.count }

    /// Closes the value that began at `start`.
    func add(column: Int, from start: Int) {
        let index = cells.count
        cells.append(Cell(column: column, start: start, end: bytes.count))
        while heads.count <= column {
            heads.append(-1)
            tails.append(-1)
        }
        if heads[column] < 0 {
            heads[column] = index
        } else {
            cells[tails[column]].next = index
        }
        tails[column] = index
    }

    /// Adds a value that is at hand as text.
    func add(column: Int, text: String) {
        let start = mark
        bytes.append(contentsOf: text.utf8)
        add(column: column, from: start)
    }

    /// Whether the column has a value that is not empty.
    func holds(_ column: Int) -> Bool { column < heads.count && heads[column] >= 0 }

    /// Calls `body` with the column's value; several values are joined by the separator.
    ///
    /// - returns: nil when the record has no such value.
    func withValue<T>(
        _ column: Int, joinedBy separator: String = ", ", _ body: (UnsafeBufferPointer<UInt8>) -> T
    ) -> T? {
        guard holds(column) else { return nil }
        let first = cells[heads[column]]
        guard first.next >= 0 else {
            return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[first.start..<first.end])) }
        }
        var joined: [UInt8] = []
        var index = heads[column]
        while index >= 0 {
            if !joined.isEmpty { joined.append(contentsOf: separator.utf8) }
            joined.append(contentsOf: bytes[cells[index].start..<cells[index].end])
            index = cells[index].next
        }
        return joined.withUnsafeBufferPointer(body)
    }

    /// Each value of a column with its place among the record's cells.
    func cells(of column: Int) -> [(cell: Int, bytes: [UInt8])] {
        guard holds(column) else { return [] }
        var found: [(cell: Int, bytes: [UInt8])] = []
        var index = heads[column]
        while index >= 0 {
            found.append((index, Array(bytes[cells[index].start..<cells[index].end])))
            index = cells[index].next
        }
        return found
    }

    /// A copy that outlives the reader's next record.
    func copy() -> RawRecord {
        let other = RawRecord()
        (other.row, other.line, other.part, other.bytes, other.cells) = (row, line, part, bytes, cells)
        (other.heads, other.tails) = (heads, tails)
        return other
    }
}
