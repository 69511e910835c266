extension String {
    /// Without white space, NBSP and zero-width marks at either end.
    func trimmingWhitespace() -> String {
        let scalars = unicodeScalars
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
        }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// How many Unicode scalars it has: bytes that do not go on with one, counted many at a time.
    var scalarCount: Int {
        var text = self
        return text.withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
            return count
        }
    }

    /// With every stretch of white space as one space, and none at either end.
    func collapsingWhitespace() -> String {
        if isCollapsedASCII { return self }
        var result = String.UnicodeScalarView()
        var isPending = false
        for scalar in unicodeScalars {
            if scalar.properties.isWhitespace {
                isPending = !result.isEmpty
            } else {
                if isPending { result.append(" ") }
                isPending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether the text is ASCII and collapsed already, as most values are.
    private var isCollapsedASCII: Bool {
        var previous: UInt8 = 0x20
        for byte in utf8 {
            if byte >= 0x80 || byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
            previous = byte
        }
        return previous != 0x20
    }

    /// Whether the text holds these bytes: many times as fast as a search for characters.
    func holds(_ part: StaticString) -> Bool {
        let needle = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
        guard let first = needle.first else { return true }
        func isFound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let base = bytes.baseAddress else { return false }
            var position = 0
            while position + needle.count <= bytes.count {
                position = ByteScan.first(first, in: base, from: position, to: bytes.count)
                guard position + needle.count <= bytes.count else { return false }
                if UnsafeBufferPointer(rebasing: bytes[position..<position + needle.count]).elementsEqual(needle) {
                    return true
                }
                position += 1
            }
            return false
        }
        if let found = utf8.withContiguousStorageIfAvailable(isFound) { return found }
        return Array(utf8).withUnsafeBufferPointer(isFound)
    }

    /// With each occurrence of one text replaced by another.
    func replacingOccurrences(of text: String, with replacement: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: replacement)
    }

    /// At most this many characters, broken at a space where one is near.
    func cut(to count: Int) -> String {
        if utf8.count <= count { return self }
        guard self.count > count else { return self }
        let head = prefix(count)
        guard let space = head.lastIndex(of: " "), head.distance(from: space, to: head.endIndex) < 20 else {
            return String(head)
        }
        return String(head[..<space])
    }
}
