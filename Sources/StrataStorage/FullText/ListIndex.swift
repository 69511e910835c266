/// The index of one long list of JDs: which id begins each page that the list goes on over.
///
/// A tree whose lowest level is numbered 0; mostly one page, and only written for a list that fills several.
struct ListIndex {
    private struct Level {
        var bytes: [UInt8] = []
        var pageNumber = 0
        var previous: Int64?
    }

    private let segment: Int
    private let pageSize: Int
    private let insertPage: RawStatement
    private var levels = [Level()]
    /// Pages in a row on which no word begins.
    private var passed = 0

    /// Shorter lists are read through (FTS5_MIN_DLIDX_SIZE).
    private static let least = 4

    init(segment: Int, pageSize: Int, insertPage: RawStatement) {
        self.segment = segment
        self.pageSize = pageSize
        self.insertPage = insertPage
    }

    /// A word begins on the page.
    mutating func begin(page: Int) { levels[0].pageNumber = page }

    /// A page on which no word begins is full.
    mutating func passPage(hasID: Bool) {
        if !hasID, !levels[0].bytes.isEmpty { levels[0].bytes.append(0) }
        passed += 1
    }

    /// The first id on a page on which no word has begun yet.
    mutating func append(_ id: Int64, page: Int) throws {
        var index = 0
        while true {
            let isFull = levels[index].bytes.count >= pageSize
            if isFull { try passUp(index) }
            if let previous = levels[index].previous {
                levels[index].bytes.appendVarint(UInt64(bitPattern: id &- previous))
            } else {
                levels[index].bytes.appendVarint(isFull ? 1 : 0)
                levels[index].bytes.appendVarint(UInt64(index == 0 ? page : levels[index - 1].pageNumber))
                levels[index].bytes.appendVarint(UInt64(bitPattern: id))
            }
            levels[index].previous = id
            guard isFull else { return }
            index += 1
        }
    }

    /// Writes a full page of a level; its first id goes into a new root, where it was the root itself.
    private mutating func passUp(_ index: Int) throws {
        levels[index].bytes[0] = 1
        try write(index)
        if index + 1 == levels.count { levels.append(Level()) }
        if levels[index + 1].bytes.isEmpty {
            var reader = VarintReader(levels[index].bytes, from: 1)
            _ = reader.next()
            let first = reader.next() ?? 0
            levels[index + 1].pageNumber = levels[index].pageNumber
            levels[index + 1].bytes.appendVarint(0)
            levels[index + 1].bytes.appendVarint(UInt64(levels[index].pageNumber))
            levels[index + 1].bytes.appendVarint(first)
            levels[index + 1].previous = Int64(bitPattern: first)
        }
        levels[index].bytes.removeAll(keepingCapacity: true)
        levels[index].previous = nil
        levels[index].pageNumber += 1
    }

    /// Ends the list.
    ///
    /// - returns: whether it is long enough to have been given an index.
    mutating func finish() throws -> Bool {
        let isNeeded = !levels[0].bytes.isEmpty && passed >= Self.least
        for index in levels.indices where !levels[index].bytes.isEmpty {
            if isNeeded { try write(index) }
            levels[index].bytes.removeAll(keepingCapacity: true)
            levels[index].previous = nil
        }
        passed = 0
        return isNeeded
    }

    private func write(_ index: Int) throws {
        let level = levels[index]
        insertPage.bind(1, FullTextStatements.page(level.pageNumber, of: segment, listLevel: index))
        insertPage.bind(2, level.bytes)
        try insertPage.run()
    }
}
