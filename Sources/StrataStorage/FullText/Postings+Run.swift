extension Postings {
    /// As a run's memory is written.
    ///
    /// - parameter byRow: whether ids are rows, counted from 0; else a JD's row is its place among those that hold any word.
    /// - returns: and the ids of the JDs that hold any word, in ascending order.
    func encoded(byRow: Bool) -> (bytes: [UInt8], ids: [Int64]) {
        var bytes: [UInt8] = []
        var found: [Int64] = []
        var places: [UInt8] = []
        forEachWord { word, postings, ids in
            if found.isEmpty { found = ids }
            bytes.appendVarint(UInt64(word.count))
            bytes += word
            bytes.appendVarint(UInt64(Self.jdCount(postings)))
            var previous: Int64 = 0
            var index = 0
            while index < postings.count {
                let jd = postings[index].jd
                let row = byRow ? ids[Int(jd)] : Int64(jd)
                bytes.appendVarint(UInt64(row - previous))
                previous = row
                let isRemoved = Self.places(&places, of: postings, from: &index)
                bytes.appendVarint(UInt64(places.count * 2 + (isRemoved ? 1 : 0)))
                bytes += places
            }
        }
        return (bytes, found)
    }

    private static func jdCount(_ postings: UnsafeBufferPointer<Posting>) -> Int {
        var count = 0
        var last: UInt32?
        for posting in postings where posting.jd != last {
            count += 1
            last = posting.jd
        }
        return count
    }

    /// Writes one JD's places as FTS5 does, without their size.
    ///
    /// - parameter index: of its first posting; of the next JD's afterwards.
    /// - returns: whether the word stood in what is removed.
    private static func places(
        _ places: inout [UInt8], of postings: UnsafeBufferPointer<Posting>, from index: inout Int
    ) -> Bool {
        let jd = postings[index].jd
        let isRemoved = postings[index].place.isRemoved
        while index < postings.count, postings[index].jd == jd, postings[index].place.isRemoved { index += 1 }
        places.removeAll(keepingCapacity: true)
        var (column, position): (UInt32, UInt32) = (0, 0)
        while index < postings.count, postings[index].jd == jd {
            let place = postings[index].place
            if place.column != column {
                places.append(1)
                places.appendVarint(UInt64(place.column))
                (column, position) = (place.column, 0)
            }
            places.appendVarint(UInt64(place.position - position + 2))
            position = place.position
            index += 1
        }
        return isRemoved
    }
}
