internal import GRDB

/// Finds a word in the segments of the full-text index, and reads its list of JDs.
///
/// ``Segment`` says how they are written.
final class SegmentReader {
    /// Those in which a JD's newer words lie come first.
    let newestFirst: [FullTextStructure.Segment]
    private let findPage: RawStatement
    private let pages: RawStatement

    /// - returns: nil where the index is of a kind that a later FTS5 has made.
    init?(_ db: Database) throws {
        guard try FullTextStatements.isKnownFormat(db),
            let structure = FullTextStructure(try FullTextStatements(db).record(.structure))
        else { return nil }
        newestFirst = structure.levels.flatMap { $0.segments.reversed() }
        findPage = try RawStatement(
            "SELECT pgno >> 1 FROM jd_fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1", db)
        pages = try RawStatement("SELECT id, block FROM jd_fts_data WHERE id BETWEEN ? AND ? ORDER BY id", db)
    }

    /// Hands over the word's list page by page; nothing where the segment does not hold it.
    ///
    /// - returns: false where something is not as expected, the body's answer among it.
    func read(
        _ word: [UInt8], in segment: FullTextStructure.Segment,
        _ body: (_ bytes: UnsafeRawBufferPointer, _ isFirst: Bool) -> Bool
    ) throws -> Bool {
        guard segment.lastPage >= segment.firstPage, segment.number <= FullTextStructure.segmentLimit else {
            return false
        }
        let term = [Segment.mark] + word
        findPage.bind(1, Int64(segment.number))
        findPage.bind(2, term)
        let found = try findPage.first { row in row.integer(0) } ?? 0
        let first = max(found, Int64(segment.firstPage))
        let number = Int(segment.number)
        pages.bind(1, FullTextStatements.page(Int(first), of: number))
        pages.bind(2, FullTextStatements.page(Int(segment.lastPage), of: number))
        var (next, isRight, isFirst) = (FullTextStatements.page(Int(first), of: number), true, true)
        try pages.read(while: { row in
            guard row.integer(0) == next, let page = Page(row.bytes(1)) else {
                isRight = false
                return false
            }
            next += 1
            guard isFirst else {
                let (bytes, isLast) = page.continuation
                isRight = body(bytes, false)
                return isRight && !isLast
            }
            isFirst = false
            switch page.list(of: term) {
            case .list(let bytes, let isLast):
                isRight = body(bytes, true)
                return isRight && !isLast
            case .missing: return false
            case .malformed:
                isRight = false
                return false
            }
        })
        return isRight
    }

    /// A leaf of a segment.
    private struct Page {
        private let bytes: UnsafeRawBufferPointer
        /// Where its content ends, and the places of its words begin.
        private let end: Int

        init?(_ bytes: UnsafeRawBufferPointer) {
            guard bytes.count >= 4, case let end = Int(bytes[2]) << 8 | Int(bytes[3]), end >= 4, end <= bytes.count
            else { return nil }
            (self.bytes, self.end) = (bytes, end)
        }

        enum Found {
            case list(UnsafeRawBufferPointer, isLast: Bool)
            case missing, malformed
        }

        /// What belongs to the last word of the page before, and whether it ends here.
        var continuation: (UnsafeRawBufferPointer, isLast: Bool) {
            var place = end
            guard let first = ListBytes.varint(bytes, &place, bytes.count), first >= 4, first <= UInt64(end) else {
                return (part(4, end), false)
            }
            return (part(4, Int(first)), true)
        }

        func list(of term: [UInt8]) -> Found {
            var (footer, start) = (end, 0)
            var word: [UInt8] = []
            guard footer < bytes.count else { return .missing }
            var isFirst = true
            while footer < bytes.count {
                guard let step = ListBytes.varint(bytes, &footer, bytes.count), step <= UInt64(end) else {
                    return .malformed
                }
                start += Int(step)
                guard start >= 4, start < end, let list = readWord(at: start, isFirst: isFirst, &word) else {
                    return .malformed
                }
                isFirst = false
                if word == term {
                    var after = footer
                    guard after < bytes.count else { return .list(part(list, end), isLast: false) }
                    guard let step = ListBytes.varint(bytes, &after, bytes.count), step <= UInt64(end),
                        start + Int(step) >= list, start + Int(step) <= end
                    else { return .malformed }
                    return .list(part(list, start + Int(step)), isLast: true)
                }
                if term.lexicographicallyPrecedes(word) { return .missing }
            }
            return .missing
        }

        /// - returns: where the word's list begins.
        private func readWord(at start: Int, isFirst: Bool, _ word: inout [UInt8]) -> Int? {
            var place = start
            var kept: UInt64 = 0
            if !isFirst {
                guard let shared = ListBytes.varint(bytes, &place, end), shared <= UInt64(word.count) else {
                    return nil
                }
                kept = shared
            }
            guard let count = ListBytes.varint(bytes, &place, end), count <= UInt64(end - place) else { return nil }
            word.removeSubrange(Int(kept)...)
            word += bytes[place..<place + Int(count)]
            return place + Int(count)
        }

        private func part(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        }
    }
}
