#if canImport(Glibc)
internal import Glibc
#endif

/// A seed file: tab-separated, a header line first, no quoting.
///
/// Its bytes are read where they lie in the binary, and become Strings only where a record keeps them: the whole catalogue
/// is read in a few milliseconds.
public struct SeedTable {
    /// Why a seed file cannot be read.
    public struct Malformed: Error, CustomStringConvertible {
        public var path: String
        /// From 1, the header included.
        public var line: Int
        public var reason: String

        public var description: String { "\(path), line \(line): \(reason)" }
    }

    /// A line of the file.
    public struct Row {
        public let path: String
        public let line: Int
        fileprivate let cells: UnsafePointer<SeedText>

        /// The cell of a column, by what ``SeedTable/column(_:)`` says of it.
        public subscript(column: Int) -> SeedText { column < 0 ? .empty : cells[column] }

        public func malformed(_ reason: String) -> Malformed { Malformed(path: path, line: line, reason: reason) }
    }

    public let path: String
    private let body: SeedText
    /// The names of its columns.
    public let columns: [String]

    /// - parameter contents: the file; it must outlive the table.
    /// - throws: ``Malformed`` when there is no header line.
    init(path: String, contents: UnsafeBufferPointer<UInt8>) throws {
        self.path = path
        var lines = SeedText(contents).parts(UInt8(ascii: "\n"))
        guard let header = lines.next(), !header.bytes.isEmpty else {
            throw Malformed(path: path, line: 1, reason: "no header line")
        }
        columns = header.parts(UInt8(ascii: "\t")).map(\.string)
        body = lines.rest
    }

    /// The index of a column.
    ///
    /// - throws: ``Malformed`` when the file has no such column.
    public func column(_ name: String) throws -> Int {
        guard let index = columns.firstIndex(of: name) else {
            throw Malformed(path: path, line: 1, reason: "no column '\(name)'")
        }
        return index
    }

    /// The rows in order, made into something each.
    ///
    /// - throws: ``Malformed`` when a row has more or fewer cells than the header; what `body` throws.
    public func map<Record>(_ transform: (Row) throws -> Record) throws -> [Record] {
        var records: [Record] = []
        let cells = UnsafeMutablePointer<SeedText>.allocate(capacity: columns.count)
        cells.initialize(repeating: .empty, count: columns.count)
        defer { cells.deallocate() }
        var number = 1
        for line in body.parts(UInt8(ascii: "\n")) {
            number += 1
            if line.bytes.isEmpty { continue }
            var count = 0
            for cell in line.parts(UInt8(ascii: "\t")) {
                if count < columns.count { cells[count] = cell }
                count += 1
            }
            guard count == columns.count else {
                throw Malformed(path: path, line: number, reason: "\(count) cells under \(columns.count) columns")
            }
            records.append(try transform(Row(path: path, line: number, cells: UnsafePointer(cells))))
        }
        return records
    }
}

/// A part of a seed file.
public struct SeedText {
    var bytes: UnsafeBufferPointer<UInt8>

    static var empty: SeedText { SeedText(UnsafeBufferPointer(start: nil, count: 0)) }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The text without spaces at its ends.
    var trimmed: SeedText {
        var part = bytes[...]
        while part.first == 0x20 { part.removeFirst() }
        while part.last == 0x20 { part.removeLast() }
        return SeedText(UnsafeBufferPointer(rebasing: part))
    }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The parts between `|`, trimmed, without empty ones.
    public var list: [String] {
        var items: [String] = []
        for part in parts(UInt8(ascii: "|")) {
            let item = part.trimmed
            if !item.bytes.isEmpty { items.append(item.string) }
        }
        return items
    }

    static func == (left: SeedText, right: StaticString) -> Bool {
        left.bytes.count == right.utf8CodeUnitCount && right.withUTF8Buffer { left.bytes.elementsEqual($0) }
    }

    /// The parts between a separator; one, empty, of an empty text.
    func parts(_ separator: UInt8) -> Parts { Parts(rest: self, separator: separator) }

    struct Parts: Sequence, IteratorProtocol {
        private(set) var rest: SeedText
        private let separator: UInt8
        private var isAtEnd = false

        fileprivate init(rest: SeedText, separator: UInt8) {
            self.rest = rest
            self.separator = separator
        }

        mutating func next() -> SeedText? {
            guard !isAtEnd else { return nil }
            guard let base = rest.bytes.baseAddress, let found = memchr(base, Int32(separator), rest.bytes.count) else {
                isAtEnd = true
                return rest
            }
            let length = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            defer { rest = SeedText(UnsafeBufferPointer(rebasing: rest.bytes[(length + 1)...])) }
            return SeedText(UnsafeBufferPointer(rebasing: rest.bytes[..<length]))
        }
    }
}
