/// Finds the fields of one CSV record in bytes, as Python's `csv` does with its default dialect.
///
/// A field that begins with a quote runs to the next lone quote; `""` within it is a quote. What follows the closing
/// quote up to the delimiter belongs to the field. Quotes elsewhere are plain characters. CR, LF and CRLF end a record.
struct DelimitedScanner {
    struct FieldSpan {
        /// The field's bytes, without the quotes around them.
        var start: Int
        var end: Int
        /// Whether it holds doubled quotes or text behind its closing quote, so that its bytes are not its value.
        var isTangled: Bool
    }

    enum Outcome {
        /// The record's fields are in `fields`; the next one begins at `next`.
        case record(next: Int)
        /// The bytes end before the record does.
        case incomplete
        /// The bytes end for good within quotes.
        case unclosed
    }

    static let quote: UInt8 = 0x22
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// How many fields of a record are kept: a row of commas alone would take 24 times its size.
    static let fieldLimit = 1 << 16

    let delimiter: UInt8
    private(set) var fields: [FieldSpan] = []
    /// How many fields the record has, beyond the limit too.
    private(set) var count = 0
    private let stops: ByteScan.Needles

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        stops = ByteScan.Needles(delimiter, Self.lineFeed, Self.carriageReturn)
    }

    /// Reads the record that begins at `start`.
    ///
    /// - parameter isFinal: whether nothing follows the bytes before `end`.
    mutating func scan(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isFinal: Bool
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        count = 0
        var position = start
        while true {
            let stop: Int
            if position < end, base[position] == Self.quote {
                guard let after = quoted(base, from: position, to: end, isFinal: isFinal) else {
                    return isFinal ? .unclosed : .incomplete
                }
                stop = after
            } else {
                stop = ByteScan.first(stops, in: base, from: position, to: end)
                add(FieldSpan(start: position, end: stop, isTangled: false))
            }
            guard stop < end else { return isFinal ? .record(next: end) : .incomplete }
            guard base[stop] != delimiter else {
                position = stop + 1
                continue
            }
            guard base[stop] == Self.carriageReturn else { return .record(next: stop + 1) }
            // A CR may be half of a CRLF.
            guard stop + 1 < end else { return isFinal ? .record(next: end) : .incomplete }
            return .record(next: base[stop + 1] == Self.lineFeed ? stop + 2 : stop + 1)
        }
    }

    @inline(__always)
    private mutating func add(_ field: FieldSpan) {
        if count < Self.fieldLimit { fields.append(field) }
        count &+= 1
    }

    /// Reads a quoted field and returns where it stops; nil when the bytes end first.
    private mutating func quoted(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isFinal: Bool
    ) -> Int? {
        var position = start + 1
        var isTangled = false
        while true {
            let closing = ByteScan.first(Self.quote, in: base, from: position, to: end)
            guard closing < end, closing + 1 < end || isFinal else { return nil }
            if closing + 1 < end, base[closing + 1] == Self.quote {
                isTangled = true
                position = closing + 2
                continue
            }
            let stop = ByteScan.first(stops, in: base, from: closing + 1, to: end)
            if stop > closing + 1 {
                add(FieldSpan(start: start + 1, end: stop, isTangled: true))
            } else {
                add(FieldSpan(start: start + 1, end: closing, isTangled: isTangled))
            }
            return stop
        }
    }

    /// Writes a field's value.
    static func write(_ field: FieldSpan, of base: UnsafePointer<UInt8>, to record: RawRecord) {
        guard field.isTangled else {
            record.write(UnsafeBufferPointer(start: base + field.start, count: field.end - field.start))
            return
        }
        var position = field.start
        while position < field.end {
            let next = ByteScan.first(quote, in: base, from: position, to: field.end)
            record.write(UnsafeBufferPointer(start: base + position, count: next - position))
            guard next < field.end else { return }
            guard next + 1 < field.end, base[next + 1] == quote else {
                // The closing quote: what follows is taken as it stands.
                record.write(UnsafeBufferPointer(start: base + next + 1, count: field.end - next - 1))
                return
            }
            record.write(quote)
            position = next + 2
        }
    }
}
