/// Makes readable text of a field's bytes, whatever its encoding and markup.
struct TextCleaner {
    /// Why a field's HTML was not read, until the caller has taken it away and made an error or a reject of it.
    var failure: HTMLWalk.Failure?
    /// What was mended, until the caller has taken it away.
    var repairs = Repairs()

    /// The text of a description: lines and paragraphs kept, HTML turned into text, mangled characters mended.
    ///
    /// Text that holds no tag or entity stays byte for byte but for its ends, its line ends and control characters.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var signs = Signs(bytes)
        // Nearly every text is well: it is checked and copied in one go.
        if !signs.needWork(bytes), let text = Self.trimmed(bytes) { return text }
        var current = Array(bytes)
        if signs.hasHigh {
            current = mendedUTF8(bytes)
            signs = current.withUnsafeBufferPointer { Signs($0) }
        }
        if signs.hasMarkup { current = withoutMarkup(current) }
        current = ControlCharacters.removed(current)
        return current.withUnsafeBufferPointer { Self.trimmed($0) } ?? TextDecoding.string(current)
    }

    /// A value on one line: white space collapsed, markup resolved.
    mutating func line(_ bytes: UnsafeBufferPointer<UInt8>) -> String { text(bytes).collapsingWhitespace() }

    /// The bytes as valid UTF-8, decoded and mended where they were mangled.
    private mutating func mendedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            repairs.notUTF8 += 1
            return mended(Array(TextDecoding.string(bytes).utf8))
        }
        return mended(Array(bytes))
    }

    private mutating func mended(_ text: [UInt8]) -> [UInt8] {
        guard text.withUnsafeBufferPointer({ Mojibake.isSuspected(in: $0) }) else { return text }
        let mended = Mojibake.mended(text)
        if mended != text { repairs.mangled += 1 }
        return mended
    }

    /// Resolves tags and references, also those that were escaped twice.
    private mutating func withoutMarkup(_ source: [UInt8]) -> [UInt8] {
        var current = source
        var finding = current.withUnsafeBufferPointer { MarkupCheck.find(in: $0) }
        if finding.tags == 0 {
            guard current.withUnsafeBufferPointer({ Entities.areFound(in: $0) }) else { return current }
            current = current.withUnsafeBufferPointer { Entities.decoded($0) }
            finding = current.withUnsafeBufferPointer { MarkupCheck.find(in: $0) }
        }
        if finding.tags > 0 {
            do throws(HTMLWalk.Failure) {
                let html = current
                current = try html.withUnsafeBufferPointer { buffer throws(HTMLWalk.Failure) in
                    try HTMLText.text(of: buffer, keepsLines: finding.keepsLines)
                }
            } catch {
                failure = failure ?? error
            }
        }
        // Escaped twice: what was a reference in the markup is one in the text now.
        guard current.withUnsafeBufferPointer({ Entities.areFound(in: $0) }) else { return current }
        return current.withUnsafeBufferPointer { Entities.decoded($0) }
    }

    /// The bytes as text without white space at either end; nil when they are no UTF-8.
    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return "" }
        let inner = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard let text = String(validating: inner, as: UTF8.self) else { return nil }
        // White space beyond ASCII at an end is rare, and told by its bytes.
        return inner[0] < 0x80 && inner[inner.count - 1] < 0x80 ? text : text.trimmingWhitespace()
    }
}
