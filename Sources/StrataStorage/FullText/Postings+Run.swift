extension Postings {
    /// Written as a run's memory is.
    ///
    /// - parameter byRow: whether ids are rows, counted from 0; else a JD's row is its place among those that hold any word.
    /// - returns: and the ids of the JDs that hold any word, in ascending order.
    func encoded(byRow: Bool) -> (bytes: UnsafeMutableBufferPointer<UInt8>, ids: [Int64]) {
        var bytes = ByteWriter(capacity: 1 << 16)
        var found: [Int64] = []
        forEachWord { word, postings, ids in
            if found.isEmpty { found = ids }
            bytes.reserve(word.count + 20 + postings.count * Self.mostBytes)
            bytes.appendVarint(UInt64(word.count))
            bytes.append(word)
            var previous: Int64 = 0
            var index = 0
            while index < postings.count {
                let jd = postings[index].jd
                let row = byRow ? ids[Int(jd)] : Int64(jd)
                bytes.appendVarint(UInt64(row - previous + 1))
                previous = row
                Self.append(to: &bytes, placesIn: postings, from: &index)
            }
            bytes.append(0)
        }
        return (bytes.finish(), found)
    }

    /// What a posting can take: a row, a size, a column, a position.
    private static let mostBytes = 9 + 5 + 2 + 5

    /// Writes one JD's places as FTS5 does, their size and whether the word stood in what is removed before them.
    ///
    /// - parameter index: of its first posting; of the next JD's afterwards.
    private static func append(
        to bytes: inout ByteWriter, placesIn postings: UnsafeBufferPointer<Posting>, from index: inout Int
    ) {
        let jd = postings[index].jd
        let isRemoved = postings[index].place.isRemoved
        while index < postings.count, postings[index].jd == jd, postings[index].place.isRemoved { index &+= 1 }
        let start = bytes.count
        var (column, position): (UInt32, UInt32) = (0, 0)
        while index < postings.count, postings[index].jd == jd {
            let place = postings[index].place
            if place.column != column {
                bytes.append(1)
                bytes.append(UInt8(truncatingIfNeeded: place.column))
                (column, position) = (place.column, 0)
            }
            bytes.appendVarint(UInt64(place.position &- position &+ 2))
            position = place.position
            index &+= 1
        }
        bytes.insertVarint(UInt64((bytes.count - start) * 2 + (isRemoved ? 1 : 0)), at: start)
    }
}
