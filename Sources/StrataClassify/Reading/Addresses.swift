/// Tells what stands in a web or mail address: names in it are the sender's, not asked for.
struct Addresses {
    let bytes: UnsafeBufferPointer<UInt8>
    /// An address is no longer than this before the place that is looked at.
    private static let reach = 200

    /// Whether the place lies within `https://acme.com/kafka`, `www.acme.com` or `jobs@acme.com`.
    func contain(_ span: Range<Int>) -> Bool {
        var start = span.lowerBound
        let floor = max(0, start - Self.reach)
        while start > floor, !endsAddress(bytes[start - 1]) {
            start -= 1
            // "://" and "@" are found on the way; "C@ndidate" is no address, but asks for nothing either.
            if bytes[start] == 0x40, start + 1 < bytes.count, bytes.isWord(at: start + 1), start > floor,
                bytes.isWord(before: start)
            {
                return true
            }
            if bytes[start] == 0x3A, start + 2 < bytes.count, bytes[start + 1] == 0x2F, bytes[start + 2] == 0x2F {
                return true
            }
        }
        return hasWWW(start) || isSchemeOfAddress(span)
    }

    private func endsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x3C, 0x3E, 0x22, 0x5B, 0x5D, 0x7C, 0x2C: true
        default: ASCII.isSpace(byte)
        }
    }

    private func hasWWW(_ start: Int) -> Bool {
        start + 4 <= bytes.count && bytes[start + 3] == 0x2E && bytes[start] | 0x20 == UInt8(ascii: "w")
            && bytes[start + 1] | 0x20 == UInt8(ascii: "w") && bytes[start + 2] | 0x20 == UInt8(ascii: "w")
    }

    /// The "https" of an address, or the name before the "@".
    private func isSchemeOfAddress(_ span: Range<Int>) -> Bool {
        let end = span.upperBound
        if end + 3 <= bytes.count, bytes[end] == 0x3A, bytes[end + 1] == 0x2F, bytes[end + 2] == 0x2F { return true }
        return end + 1 < bytes.count && bytes[end] == 0x40 && bytes.isWord(at: end + 1)
    }
}
