import StrataModel

/// Small JSON documents as values: the JSON-LD of a page. Streams go through `JSONFlattener` instead.
enum JSONTree {
    /// Reads one value; nil when the text is no JSON.
    static func read(_ text: String) -> JSONValue? {
        var bytes = Array(text.utf8)
        // A number at the very end needs something behind it to be known as complete.
        bytes.append(0x20)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var scanner = JSONScanner(base, from: 0, to: buffer.count)
            do throws(JSONScanner.Failure) {
                return try value(&scanner, depth: 0)
            } catch {
                return nil
            }
        }
    }

    private static func value(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Failure) -> JSONValue {
        guard depth < JSONScanner.depthLimit else { throw .malformed(at: scanner.position, "nested too deep") }
        switch try scanner.peek() {
        case 0x22: return .string(try string(&scanner))
        case 0x7B: return try object(&scanner, depth: depth)
        case 0x5B: return try array(&scanner, depth: depth)
        default:
            let range = try scanner.literal()
            let word = UnsafeBufferPointer(start: scanner.base + range.lowerBound, count: range.count)
            return JSONScanner.isNull(word) ? .null : .string(TextDecoding.string(word))
        }
    }

    private static func object(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Failure) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        scanner.position += 1
        while true {
            switch try scanner.peek() {
            case 0x7D:
                scanner.position += 1
                return .object(members)
            case 0x2C: scanner.position += 1
            case 0x22:
                let key = try string(&scanner)
                guard try scanner.peek() == 0x3A else { throw .malformed(at: scanner.position, "expected ':'") }
                scanner.position += 1
                members.append((key, try value(&scanner, depth: depth + 1)))
            default: throw .malformed(at: scanner.position, "expected a key")
            }
        }
    }

    private static func array(_ scanner: inout JSONScanner, depth: Int) throws(JSONScanner.Failure) -> JSONValue {
        var values: [JSONValue] = []
        scanner.position += 1
        while true {
            switch try scanner.peek() {
            case 0x5D:
                scanner.position += 1
                return .array(values)
            case 0x2C: scanner.position += 1
            default: values.append(try value(&scanner, depth: depth + 1))
            }
        }
    }

    private static func string(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) -> String {
        let (range, _) = try scanner.string()
        let scratch = RawRecord()
        JSONEscapes.write(UnsafeBufferPointer(start: scanner.base + range.lowerBound, count: range.count), to: scratch)
        scratch.add(column: 0, from: 0)
        return scratch.withValue(0) { TextDecoding.string($0) } ?? ""
    }
}
