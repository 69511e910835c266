import StrataModel

/// Which section of a JD each place lies in.
struct Sections {
    /// Where a section begins.
    private struct Opening {
        var offset: Int
        var section: Section
    }

    private var openings: [Opening] = []
    /// The headings' own words: cues within them say nothing of a mention.
    private var headingSpans: [Range<Int>] = []

    init(bytes: UnsafeBufferPointer<UInt8>, segments: [Segment], signals: [Phrases.Signal]) {
        let reader = HeadingReader(bytes, lineCount: segments.count { $0.startsLine })
        var known = Self.headings(among: signals, reader)[...]
        headingSpans = known.map(\.span)
        var hires = signals.filter { if case .cue(.hire) = $0.meaning { true } else { false } }[...]
        for segment in segments {
            while let cue = hires.first, cue.span.lowerBound < segment.range.lowerBound { hires.removeFirst() }
            var holdsHeading = false
            while let heading = known.first, heading.span.lowerBound < segment.range.upperBound {
                // An invitation to apply this early is a button of the page; what follows is the description.
                let isButton = heading.section == .apply && heading.span.lowerBound < bytes.count / 3
                let section = isButton ? .summary : heading.section
                openings.append(Opening(offset: heading.span.lowerBound, section: section))
                known.removeFirst()
                holdsHeading = true
            }
            guard !holdsHeading else { continue }
            let turnsToHire = hires.first.map { $0.span.lowerBound < segment.range.upperBound } ?? false
            let heading = segment.startsLine ? UnknownHeading(reader, segment.range) : nil
            if let section = opened(by: heading, turnsToHire: turnsToHire) {
                openings.append(Opening(offset: segment.range.lowerBound, section: section))
            }
        }
    }

    /// Whether the span lies in a heading, or over one.
    func isHeading(_ span: Range<Int>) -> Bool {
        // In order and not overlapping: only the last that begins before the span's end can meet it.
        var (low, high) = (0, headingSpans.count)
        while low < high {
            let middle = (low + high) / 2
            if headingSpans[middle].lowerBound < span.upperBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && headingSpans[low - 1].overlaps(span)
    }

    /// The section that begins with a sentence without a known heading; nil where the present one goes on.
    private func opened(by heading: UnknownHeading?, turnsToHire: Bool) -> Section? {
        if let section = heading?.section { return section }
        guard let current = openings.last?.section else { return nil }
        return (current == .about && turnsToHire) || heading?.ends(current) ?? false ? .summary : nil
    }

    /// The section at the offset; nil before any heading.
    func section(at offset: Int) -> Section? {
        var low = 0
        var high = openings.count
        while low < high {
            let middle = (low + high) / 2
            if openings[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : openings[low - 1].section
    }

    /// The headings in order; of two that overlap the first, of two at one place the longer.
    private static func headings(
        among signals: [Phrases.Signal], _ reader: HeadingReader
    ) -> [(span: Range<Int>, section: Section)] {
        var found: [(span: Range<Int>, section: Section)] = []
        for signal in signals {
            guard case .heading(let section) = signal.meaning, reader.isHeading(signal.span) else { continue }
            if let last = found.last, last.span.upperBound > signal.span.lowerBound {
                guard last.span.lowerBound == signal.span.lowerBound else { continue }
                found.removeLast()
            }
            found.append((signal.span, section))
        }
        return found
    }
}

/// A line that looks like a heading, though none that the catalogue knows.
private struct UnknownHeading {
    private var isMarked: Bool
    /// What its words tell all the same: "What Acme offers you:".
    let section: Section?

    /// - returns: nil when the line is none.
    init?(_ reader: HeadingReader, _ line: Range<Int>) {
        let bytes = reader.bytes
        var (first, last) = (line.lowerBound, line.upperBound - 1)
        while last > first, ASCII.isSpace(bytes[last]) { last -= 1 }
        while first < last, ASCII.isSpace(bytes[first]) { first += 1 }
        guard last > first, last - first < 60 else { return nil }
        let isBold = last - first > 4 && bytes[first] == 0x2A && bytes[first + 1] == 0x2A && bytes[last] == 0x2A
        isMarked = isBold || bytes[first] == 0x23 || reader.isCapitals(first..<last + 1)
        guard isMarked || bytes[last] == 0x3A, bytes[first] != 0x2D else { return nil }
        section = Self.section(of: bytes, first..<last + 1)
    }

    private static func section(of bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Section? {
        var index = line.lowerBound
        while index < line.upperBound {
            let end = max(index + 1, bytes.endOfWord(from: index, limit: line.upperBound))
            for (word, section) in telling where word.utf8.count == end - index {
                if zip(word.utf8, bytes[index..<end]).allSatisfy({ $0 == ASCII.lower($1) }) { return section }
            }
            index = end
        }
        return nil
    }

    private static let telling: [(String, Section)] = [
        ("offers", .benefits), ("offering", .benefits), ("benefits", .benefits),
        ("perks", .benefits), ("bieten", .benefits), ("bonus", .preferred), ("desirable", .preferred),
        ("preferred", .preferred), ("plus", .preferred),
    ]

    /// Whether it ends the section: talk about the employer gives way to anything, the rest only to a marked heading.
    func ends(_ section: Section) -> Bool {
        switch section {
        case .about, .apply: true
        case .benefits, .legal, .preferred: isMarked
        case .summary, .responsibilities, .requirements: false
        }
    }
}
