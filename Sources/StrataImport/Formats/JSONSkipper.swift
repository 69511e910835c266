/// Passes over JSON values without keeping them.
struct JSONSkipper {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Passes over bytes until the first object that was opened is closed, over as many calls as it takes.
    ///
    /// - returns: whether it was closed; `position` then stands behind it.
    mutating func take(_ base: UnsafePointer<UInt8>, _ position: inout Int, end: Int) -> Bool {
        while position < end {
            let byte = base[position]
            position += 1
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if byte == 0x22 { isInString = false }
                if byte == 0x5C { isEscaped = true }
            } else {
                switch byte {
                case 0x22: isInString = true
                case 0x7B, 0x5B: depth += 1
                case 0x7D, 0x5D:
                    depth -= 1
                    if depth <= 0 { return true }
                default: break
                }
            }
        }
        return false
    }

    /// Passes over any one value.
    static func skipValue(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) {
        switch try scanner.peek() {
        case 0x22: _ = try scanner.string()
        case 0x7B, 0x5B:
            var skipper = JSONSkipper()
            guard skipper.take(scanner.base, &scanner.position, end: scanner.end) else { throw .incomplete }
        default: _ = try scanner.literal()
        }
    }
}
