/// Puts what some JDs say now into the columns of their block.
///
/// An import touches a few JDs in every block: to read these costs far less than to read them all.
struct ColumnPatch {
    /// The block's JDs at some places, as they are now.
    struct Piece {
        var places: Range<Int>
        /// From the first of the places on; those without a JD at the end are left out.
        var columns: ColumnBlock
    }

    /// In ascending order, none over another.
    private let pieces: [Piece]

    init(_ pieces: [Piece]) { self.pieces = pieces }

    /// - parameter block: with the verdicts, and with the counts of what a JD may have several of.
    func applied(to block: ColumnBlock) -> ColumnBlock {
        var patched = block
        patched.count = count(block)
        for (column, numbers) in block.numbers where column.isPerJD {
            patched.numbers[column] = perJD(numbers, patched.count) { $0[numbers: column] }
        }
        for (column, counts) in [(JDColumn.dates, JDColumn.sightings), (.sources, .sightings), (.skills, .skillCounts)]
        {
            guard let values = block.numbers[column] else { continue }
            patched.numbers[column] = several(values, column, counts, block)
        }
        for (column, texts) in block.texts { patched.texts[column] = self.texts(texts, column, patched.count) }
        return patched
    }

    /// Places up to the last one that has a JD.
    private func count(_ block: ColumnBlock) -> Int {
        let verdicts = perJD(block[numbers: .verdict], ColumnBlock.size) { $0[numbers: .verdict] }
        return (verdicts.lastIndex { $0 != 0 } ?? -1) + 1
    }

    private func perJD(_ old: [UInt32], _ count: Int, _ new: (ColumnBlock) -> [UInt32]) -> [UInt32] {
        var numbers = Array(old.prefix(count))
        numbers += [UInt32](repeating: 0, count: count - numbers.count)
        for piece in pieces {
            let fresh = new(piece.columns)
            for (index, place) in piece.places.enumerated() where place < count {
                numbers[place] = index < fresh.count ? fresh[index] : 0
            }
        }
        return numbers
    }

    private func several(
        _ old: [UInt32], _ column: JDColumn, _ countColumn: JDColumn, _ block: ColumnBlock
    ) -> [UInt32] {
        let counts = block[numbers: countColumn]
        var values: [UInt32] = []
        values.reserveCapacity(old.count)
        var (place, start) = (0, 0)
        func pass(to end: Int) -> Int {
            counts[min(place, counts.count)..<min(end, counts.count)].reduce(0) { $0 + Int($1) }
        }
        for piece in pieces {
            let kept = pass(to: piece.places.lowerBound)
            values += old[start..<start + kept]
            place = piece.places.lowerBound
            start += kept + pass(to: piece.places.upperBound)
            place = piece.places.upperBound
            values += piece.columns[numbers: column]
        }
        return values + old[start...]
    }

    private func texts(_ old: TextColumn, _ column: JDColumn, _ count: Int) -> TextColumn {
        var texts = TextGathering(old)
        let fresh = pieces.map { texts.codes(of: $0.columns[texts: column]) }
        var codes = Array(old.codes.prefix(count))
        codes += [UInt32](repeating: 0, count: count - codes.count)
        for (piece, fresh) in zip(pieces, fresh) {
            for (index, place) in piece.places.enumerated() where place < count {
                codes[place] = index < fresh.count ? fresh[index] : 0
            }
        }
        var patched = texts.column(count: 0)
        patched.codes = codes
        return patched
    }
}
