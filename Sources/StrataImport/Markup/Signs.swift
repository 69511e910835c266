/// What kinds of bytes a field holds, found in one pass.
struct Signs {
    private(set) var hasHigh = false
    private(set) var hasMarkup = false
    private(set) var hasControls = false
    /// Bytes that mangled text and C1 controls begin with.
    private var hasC2 = false
    private var hasC3 = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 0
        if let base = bytes.baseAddress {
            let raw = UnsafeRawPointer(base)
            var words = Words()
            while position &+ 8 <= bytes.count {
                words.take(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                position &+= 8
            }
            let flag: UInt64 = 0x8080_8080_8080_8080
            (hasHigh, hasMarkup, hasControls) = (words.high & flag != 0, words.markup != 0, words.control != 0)
            (hasC2, hasC3) = (words.c2 != 0, words.c3 != 0)
        }
        while position < bytes.count {
            take(bytes[position])
            position += 1
        }
    }

    /// What eight bytes at a time add up to.
    private struct Words {
        var high: UInt64 = 0
        var markup: UInt64 = 0
        var control: UInt64 = 0
        var c2: UInt64 = 0
        var c3: UInt64 = 0

        @inline(__always)
        mutating func take(_ word: UInt64) {
            high |= word
            markup |= holds(word ^ ByteScan.spread(0x3C)) | holds(word ^ ByteScan.spread(0x26))
            c2 |= holds(word ^ ByteScan.spread(0xC2))
            c3 |= holds(word ^ ByteScan.spread(0xC3))
            let low = zeros(word & ByteScan.spread(0xE0))
            control |= low & ~zeros(word ^ ByteScan.spread(0x0A)) & ~zeros(word ^ ByteScan.spread(0x09))
            control |= holds(word ^ ByteScan.spread(0x7F))
        }

        /// Not 0 when a byte is 0; which one does not matter.
        @inline(__always)
        private func holds(_ word: UInt64) -> UInt64 { (word &- ByteScan.spread(1)) & ~word & ByteScan.spread(0x80) }

        /// The high bit of each byte that is 0, and no other.
        @inline(__always)
        private func zeros(_ word: UInt64) -> UInt64 {
            ~(((word & ByteScan.spread(0x7F)) &+ ByteScan.spread(0x7F)) | word | ByteScan.spread(0x7F))
        }
    }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case 0x3C, 0x26: hasMarkup = true
        case 0x0A, 0x09: break
        case 0..<0x20, 0x7F: hasControls = true
        case 0xC2: (hasHigh, hasC2) = (true, true)
        case 0xC3: (hasHigh, hasC3) = (true, true)
        case 0x80...: hasHigh = true
        default: break
        }
    }

    /// Whether the bytes can't be taken as they are, as far as can be told before they are decoded.
    func needWork(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if hasControls { return true }
        if hasMarkup, Entities.areFound(in: bytes) || MarkupCheck.find(in: bytes).tags > 0 { return true }
        if hasC3, Mojibake.isSuspected(in: bytes) { return true }
        return hasC2 && ControlCharacters.holdC1(bytes)
    }
}

/// Characters that no text needs.
enum ControlCharacters {
    /// Whether UTF-8 bytes hold a C1 control.
    static func holdC1(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var position = 0
        while true {
            position = ByteScan.first(0xC2, in: base, from: position, to: bytes.count)
            guard position + 1 < bytes.count else { return false }
            if bytes[position + 1] < 0xA0 { return true }
            position += 1
        }
    }

    /// UTF-8 bytes without control characters, CRLF and lone CR as LF.
    static func removed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) else {
            return bytes
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D {
                result.append(0x0A)
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            } else if byte == 0xC2, index < bytes.count, (0x80...0x9F).contains(bytes[index]) {
                // NEL is a line end, other C1 controls are nothing.
                if bytes[index] == 0x85 { result.append(0x0A) }
                index += 1
            } else if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 {
                result.append(byte)
            }
        }
        return result
    }
}
