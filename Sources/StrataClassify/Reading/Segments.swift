/// A sentence or bullet of a text.
struct Segment {
    /// Half-open range of byte offsets; every byte of the text lies in one segment.
    var range: Range<Int>
    /// Whether a line begins with it.
    var startsLine: Bool
}

/// Cuts a text into sentences and bullets.
///
/// Texts come in three shapes: with their structure, wrapped by hand (a line break within a sentence), and with all line
/// breaks lost, where only full stops and bullet signs are left to go by.
struct Segmenter {
    let bytes: UnsafeBufferPointer<UInt8>

    func segments() -> [Segment] {
        var segments: [Segment] = []
        segments.reserveCapacity(bytes.count / 64 + 1)
        var start = 0
        var startsLine = true
        var lineStart = 0
        forEachMark { index in
            let byte = bytes[index]
            let isBreak = byte == 0x0A
            if isBreak ? !isWrapped(lineStart..<index) : ends(at: index) {
                // A bullet sign opens the new segment, the other marks close the old one.
                let next = Self.isBullet(byte) || byte >= 0x80 ? index : index + 1
                if next > start {
                    segments.append(Segment(range: start..<next, startsLine: startsLine))
                    start = next
                    startsLine = isBreak
                }
            }
            if isBreak { lineStart = index + 1 }
        }
        if start < bytes.count { segments.append(Segment(range: start..<bytes.count, startsLine: startsLine)) }
        return segments.contains { $0.range.count > Self.longest } ? shortened(segments) : segments
    }

    /// No sentence is longer than this: a text of that length has lost its marks.
    private static let longest = 480
    /// No piece is longer than this, not even of a text without spaces: mentions and cues meet within a piece, each with each.
    private static let longestPiece = 2048
    /// What it is cut into, about: as long as a long sentence.
    private static let usual = 160

    /// Cuts at a capital after a small letter, which is where a sentence may have begun.
    private func shortened(_ segments: [Segment]) -> [Segment] {
        var pieces: [Segment] = []
        pieces.reserveCapacity(segments.count * 2)
        for segment in segments {
            if segment.range.count > Self.longest { cut(segment, into: &pieces) } else { pieces.append(segment) }
        }
        return pieces
    }

    private func cut(_ segment: Segment, into pieces: inout [Segment]) {
        var start = segment.range.lowerBound
        var startsLine = segment.startsLine
        var index = start + Self.usual
        while index + 1 < segment.range.upperBound {
            let mayBegin =
                ASCII.isUpper(bytes[index]) && ASCII.isLower(bytes[index + 1]) && ASCII.isLower(bytes[index - 2])
            // Without any capitals, somewhere all the same: no sentence is endless.
            let isSpaced = bytes[index - 1] == 0x20 && (mayBegin || index - start > Self.longest)
            if isSpaced || index - start >= Self.longestPiece && bytes[index] & 0xC0 != 0x80 {
                pieces.append(Segment(range: start..<index, startsLine: startsLine))
                (start, startsLine) = (index, false)
                index += Self.usual
            } else {
                index += 1
            }
        }
        pieces.append(Segment(range: start..<segment.range.upperBound, startsLine: startsLine))
    }

    /// Calls `body` with each place that a sentence may end at: one in forty bytes of a text.
    @inline(__always)
    private func forEachMark(_ body: (Int) -> Void) {
        for block in stride(from: 0, to: bytes.count, by: 16) {
            let vector = ByteVector.load(bytes, block, limit: bytes.count)
            let stops = vector.equals(0x2E) | vector.equals(0x21) | vector.equals(0x3F) | vector.equals(0x3B)
            let bullets = vector.equals(0x2A) | vector.equals(0x2D) | vector.equals(0xE2) | vector.equals(0xC2)
            let marks = vector.equals(0x0A) | stops | bullets
            var bits = marks.topBits
            while bits != 0 {
                body(block &+ bits.trailingZeroBitCount)
                bits &= bits &- 1
            }
        }
    }

    private static func isBullet(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x2D }

    private func ends(at index: Int) -> Bool {
        switch bytes[index] {
        case 0x3B: true
        case 0x2E: isFullStop(at: index)
        case 0x21, 0x3F: isSpace(at: index + 1)
        case 0x2A, 0x2D: isBulletInLine(at: index) || isGluedBullet(at: index)
        default: isBulletSign(at: index)
        }
    }

    private func isSpace(at index: Int) -> Bool { index >= bytes.count || ASCII.isSpace(bytes[index]) }

    /// A stop that is no abbreviation's (e.g., i.e., a middle initial) and that no small letter follows.
    private func isFullStop(at dot: Int) -> Bool {
        guard dot > 1, !(ASCII.isLetter(bytes[dot - 1]) && !bytes.isWord(before: dot - 1)) else { return false }
        var next = dot + 1
        if !isSpace(at: next) {
            // "Python.You will": the space was lost.
            return next + 1 < bytes.count && ASCII.isUpper(bytes[next]) && ASCII.isLower(bytes[next + 1])
                && ASCII.isLower(bytes[dot - 1])
        }
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        return next >= bytes.count || !ASCII.isLower(bytes[next])
    }

    /// " - Build" and " * Build" within a line.
    private func isBulletInLine(at index: Int) -> Bool {
        guard index > 0, index + 2 < bytes.count, bytes[index - 1] == 0x20, bytes[index + 1] == 0x20 else {
            return false
        }
        var next = index + 2
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        return next < bytes.count && ASCII.isUpper(bytes[next])
    }

    /// "in time.-Build models": the line break before the dash was lost.
    private func isGluedBullet(at index: Int) -> Bool {
        index > 0 && index + 2 < bytes.count && [0x2E, 0x3B, 0x29].contains(bytes[index - 1])
            && ASCII.isUpper(bytes[index + 1]) && ASCII.isLower(bytes[index + 2])
    }

    /// • ‣ · and the geometric shapes, ticks and arrows that serve as bullets.
    private func isBulletSign(at index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        if bytes[index] == 0xC2 { return bytes[index + 1] == 0xB7 }
        switch bytes[index + 1] {
        case 0x80: return bytes[index + 2] == 0xA2 || bytes[index + 2] == 0xA3
        case 0x96, 0x97, 0x9C, 0x9D, 0x9E: return true
        default: return false
        }
    }

    /// Whether the line goes on in the next one: it is long, does not end in a mark, and the next begins small.
    private func isWrapped(_ line: Range<Int>) -> Bool {
        guard line.count >= 40, line.upperBound + 1 < bytes.count else { return false }
        var last = line.upperBound - 1
        while last > line.lowerBound, ASCII.isSpace(bytes[last]) { last -= 1 }
        guard ![0x2E, 0x3A, 0x3B, 0x21, 0x3F].contains(bytes[last]) else { return false }
        var next = line.upperBound + 1
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        return next < bytes.count && ASCII.isLower(bytes[next])
    }
}
