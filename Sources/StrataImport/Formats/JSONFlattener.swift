/// Turns one JSON object into values by path in a single pass: `base_salary.min_amount` -> 118657.
///
/// The elements of an array share the array's path.
struct JSONFlattener {
    var scanner: JSONScanner
    let paths: PathTable
    let record: RawRecord
    let wanted: [Bool]?

    /// Reads the object that begins at the scanner's position.
    mutating func object() throws(JSONScanner.Failure) { try object(under: 0, depth: 1) }

    private mutating func object(under node: Int?, depth: Int) throws(JSONScanner.Failure) {
        guard depth <= JSONScanner.depthLimit else {
            throw .malformed(at: scanner.position, "nested deeper than \(JSONScanner.depthLimit) levels")
        }
        scanner.position += 1
        while true {
            switch try scanner.peek() {
            case 0x7D:
                scanner.position += 1
                return
            case 0x2C: scanner.position += 1
            case 0x22:
                let key = try key(under: node)
                guard try scanner.peek() == 0x3A else { throw expected("':' behind a key") }
                scanner.position += 1
                try value(of: key, depth: depth)
                let next = try scanner.peek()
                guard next == 0x2C || next == 0x7D else { throw expected("',' or '}'") }
            default: throw expected("a key in quotes or '}'")
            }
        }
    }

    private mutating func key(under node: Int?) throws(JSONScanner.Failure) -> Int? {
        let (range, _) = try scanner.string()
        guard let node else { return nil }
        return paths.child(
            of: node, named: UnsafeBufferPointer(start: scanner.base + range.lowerBound, count: range.count))
    }

    private mutating func value(of node: Int?, depth: Int) throws(JSONScanner.Failure) {
        switch try scanner.peek() {
        case 0x7B: try object(under: node, depth: depth + 1)
        case 0x5B: try array(of: node, depth: depth + 1)
        case 0x22: try string(of: node)
        default:
            let range = try scanner.literal()
            let word = UnsafeBufferPointer(start: scanner.base + range.lowerBound, count: range.count)
            guard let column = column(of: node), !JSONScanner.isNull(word) else { return }
            let start = record.mark
            record.write(word)
            record.add(column: column, from: start)
        }
    }

    private mutating func array(of node: Int?, depth: Int) throws(JSONScanner.Failure) {
        guard depth <= JSONScanner.depthLimit else {
            throw .malformed(at: scanner.position, "nested deeper than \(JSONScanner.depthLimit) levels")
        }
        scanner.position += 1
        while true {
            switch try scanner.peek() {
            case 0x5D:
                scanner.position += 1
                return
            case 0x2C: scanner.position += 1
            default:
                try value(of: node, depth: depth)
                let next = try scanner.peek()
                guard next == 0x2C || next == 0x5D else { throw expected("',' or ']'") }
            }
        }
    }

    @inline(__always)
    private mutating func string(of node: Int?) throws(JSONScanner.Failure) {
        let (range, hasEscapes) = try scanner.string()
        guard let column = column(of: node), !range.isEmpty else { return }
        let bytes = UnsafeBufferPointer(start: scanner.base + range.lowerBound, count: range.count)
        let start = record.mark
        if hasEscapes {
            JSONEscapes.write(bytes, to: record)
        } else {
            record.write(bytes)
        }
        record.add(column: column, from: start)
    }

    /// The node's column; nil when nobody wants it.
    @inline(__always)
    private func column(of node: Int?) -> Int? {
        guard let node else { return nil }
        let column = paths.column(of: node)
        guard let wanted, column < wanted.count else { return column }
        return wanted[column] ? column : nil
    }

    private func expected(_ what: String) -> JSONScanner.Failure {
        .malformed(
            at: scanner.position, "expected \(what), found \(JSONScanner.shown(scanner.base[scanner.position]))")
    }
}
