/// The lexical part of reading JSON from bytes: white space, strings, literals.
///
/// Lenient where scrapers are sloppy and nothing is lost by it: raw control characters in strings, unknown escapes,
/// a comma too many, NaN.
struct JSONScanner {
    /// Why reading stopped.
    enum Failure: Error, Equatable {
        /// The bytes end before the value does.
        case incomplete
        case malformed(at: Int, String)
    }

    /// Deeper than any export nests.
    static let depthLimit = 64

    let base: UnsafePointer<UInt8>
    let end: Int
    var position: Int
    /// Whether a string may go on behind the end of a line; in JSONL it may not.
    let linesMayBreak: Bool

    init(_ base: UnsafePointer<UInt8>, from position: Int, to end: Int, linesMayBreak: Bool = true) {
        self.base = base
        self.position = position
        self.end = end
        self.linesMayBreak = linesMayBreak
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = base[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position &+= 1
        }
    }

    /// The next byte that is no white space.
    @inline(__always)
    mutating func peek() throws(Failure) -> UInt8 {
        skipSpace()
        guard position < end else { throw .incomplete }
        return base[position]
    }

    /// Reads a string and returns where its inside lies, and whether it holds escapes.
    @inline(__always)
    mutating func string() throws(Failure) -> (range: Range<Int>, hasEscapes: Bool) {
        let start = position &+ 1
        var hasEscapes = false
        var cursor = start
        while true {
            cursor = ByteScan.first(Self.stringStops, in: base, from: cursor, to: end)
            guard cursor < end else { throw .incomplete }
            switch base[cursor] {
            case 0x22:
                position = cursor &+ 1
                return (start..<cursor, hasEscapes)
            case 0x5C:
                hasEscapes = true
                guard cursor &+ 1 < end else { throw .incomplete }
                cursor &+= 2
            default:
                guard linesMayBreak else { throw .malformed(at: cursor, "a string is not closed before the line ends") }
                cursor &+= 1
            }
        }
    }

    /// Reads a number or a word and returns where it lies.
    mutating func literal() throws(Failure) -> Range<Int> {
        let start = position
        while position < end, Self.isLiteralByte(base[position]) { position &+= 1 }
        guard position < end else { throw .incomplete }
        guard position > start else {
            throw .malformed(at: start, "expected a value, found \(Self.shown(base[start]))")
        }
        let first = base[start]
        let isNumber = first == 0x2D || (0x30...0x39).contains(first)
        let word = UnsafeBufferPointer(start: base + start, count: position - start)
        guard isNumber || Self.words.contains(where: { word.elementsEqual($0) }) else {
            throw .malformed(
                at: start,
                "expected a value, found \(TextDecoding.string(UnsafeBufferPointer(rebasing: word.prefix(20))))")
        }
        return start..<position
    }

    /// A byte as an error message shows it.
    static func shown(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte) ? "'\(Character(Unicode.Scalar(byte)))'" : "byte \(byte)"
    }

    /// Whether a literal stands for no value.
    static func isNull(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        word.elementsEqual("null".utf8) || word.elementsEqual("NaN".utf8) || word.elementsEqual("None".utf8)
    }

    private static let stringStops = ByteScan.Needles(0x22, 0x5C, 0x0A)
    private static let words: [[UInt8]] = ["null", "true", "false", "NaN", "None", "True", "False", "Infinity"].map {
        Array($0.utf8)
    }

    @inline(__always)
    private static func isLiteralByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2E
            || byte == 0x2D || byte == 0x2B
    }
}

/// The value of a JSON string from the bytes between its quotes.
enum JSONEscapes {
    /// Writes the bytes with their escapes resolved; lone surrogates become the replacement character.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to record: RawRecord) {
        guard let base = bytes.baseAddress else { return }
        var position = 0
        while position < bytes.count {
            let next = ByteScan.first(0x5C, in: base, from: position, to: bytes.count)
            record.write(UnsafeBufferPointer(start: base + position, count: next - position))
            guard next + 1 < bytes.count else { return }
            position = next + 2
            switch bytes[next + 1] {
            case 0x6E: record.write(0x0A)
            case 0x74: record.write(0x09)
            case 0x72: record.write(0x0D)
            case 0x62, 0x66: record.write(0x20)
            case 0x22, 0x5C, 0x2F: record.write(bytes[next + 1])
            case 0x75: position = writeUnicode(bytes, at: next, to: record)
            case let other:
                record.write(0x5C)
                record.write(other)
            }
        }
    }

    /// Writes the scalar of `\uXXXX`, or of two that are a surrogate pair, and returns where reading goes on.
    private static func writeUnicode(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to record: RawRecord) -> Int {
        guard let first = unit(bytes, at: start) else {
            record.write(0x5C)
            record.write(0x75)
            return start + 2
        }
        guard (0xD800...0xDFFF).contains(first) else {
            record.write(scalar: first)
            return start + 6
        }
        if first < 0xDC00, let second = unit(bytes, at: start + 6), (0xDC00...0xDFFF).contains(second) {
            record.write(scalar: 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            return start + 12
        }
        record.write(scalar: 0xFFFD)
        return start + 6
    }

    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == 0x5C, bytes[start + 1] == 0x75 else { return nil }
        var value: UInt32 = 0
        for offset in 2..<6 {
            let byte = bytes[start + offset]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}
