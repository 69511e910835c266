internal import GRDB

/// Writes a segment of an FTS5 index: words in order, each with the JDs that hold it.
///
/// The format is FTS5's own, told at the head of SQLite's `ext/fts5/fts5_index.c`; what is called a term there is a word
/// here, and a doclist a list of JDs. `INSERT INTO jd_fts (jd_fts, rank) VALUES ('integrity-check', 1)` proves it.
struct Segment {
    /// 1 to ``FullTextStructure/segmentLimit``.
    let number: Int
    private let insertPage: RawStatement
    private let insertFirst: RawStatement

    /// Bytes that a page should have; it may have a few more.
    private let pageSize: Int
    /// Stands before every word, to tell them from prefixes that are indexed too (FTS5_MAIN_PREFIX).
    static let mark = UInt8(ascii: "0")
    /// The two numbers at a page's head: where its first id lies, where its content ends.
    private static let headSize = 4

    private var page = [UInt8](repeating: 0, count: headSize)
    /// Where the words begin, behind the content.
    private var footer: [UInt8] = []
    private(set) var pageNumber = 1
    private var previousWordStart = 0
    private var word: [UInt8] = []
    private var hasWordInPage = false
    private var hasIDInPage = false
    private var isFirstIDOfWord = true
    private var previousID: Int64 = 0
    /// What leads to the page of the last word that began one.
    private var separator: [UInt8] = []
    private var separatorPage = 1
    private var list: ListIndex

    init(_ number: Int, pageSize: Int, _ statements: FullTextStatements) {
        self.number = number
        self.pageSize = pageSize
        insertPage = statements.insertPage
        insertFirst = statements.insertFirst
        list = ListIndex(segment: number, pageSize: pageSize, insertPage: statements.insertPage)
    }

    /// Begins the list of a word that comes behind all before it.
    mutating func begin(_ next: UnsafeRawBufferPointer) throws {
        if page.count + footer.count + next.count + 3 >= pageSize, page.count > Self.headSize { try finishPage() }
        footer.appendVarint(UInt64(page.count - previousWordStart))
        previousWordStart = page.count
        var shared = 0
        while shared < min(word.count, next.count), word[shared] == next[shared] { shared += 1 }
        if hasWordInPage {
            page.appendVarint(UInt64(shared + 1))
            page.appendVarint(UInt64(next.count - shared))
            page += next[shared...]
        } else {
            // One byte more than it shares with the word before leads to the page.
            if pageNumber > 1 { try lead(to: next.prefix(shared + 1)) }
            page.appendVarint(UInt64(next.count + 1))
            page.append(Self.mark)
            page += next
        }
        word.removeAll(keepingCapacity: true)
        word += next
        (hasWordInPage, hasIDInPage, isFirstIDOfWord) = (true, true, true)
        list.begin(page: pageNumber)
    }

    /// Adds a JD to the word's list.
    ///
    /// - parameter id: greater than the one before.
    /// - parameter places: varints, the first of them their size.
    mutating func append(_ id: Int64, places: UnsafeBufferPointer<UInt8>) throws {
        if page.count + footer.count >= pageSize { try finishPage() }
        if !hasIDInPage {
            page[0] = UInt8(truncatingIfNeeded: page.count >> 8)
            page[1] = UInt8(truncatingIfNeeded: page.count)
            try list.append(id, page: pageNumber)
        }
        let isWhole = isFirstIDOfWord || !hasIDInPage
        page.appendVarint(UInt64(bitPattern: isWhole ? id : id &- previousID))
        (previousID, isFirstIDOfWord, hasIDInPage) = (id, false, true)
        if page.count + footer.count + places.count < pageSize { page += places } else { try appendTorn(places) }
    }

    /// A list of places may go on over pages, but no varint of it is torn.
    private mutating func appendTorn(_ places: UnsafeBufferPointer<UInt8>) throws {
        // The size stays with the id.
        let sizeEnd = (places.firstIndex { $0 & 0x80 == 0 } ?? 0) + 1
        page += places[..<sizeEnd]
        var rest = places[sizeEnd...]
        while page.count + footer.count + rest.count >= pageSize {
            let room = pageSize - page.count - footer.count
            var end = rest.startIndex
            while end < rest.startIndex + room, end < rest.endIndex {
                while rest[end] & 0x80 != 0 { end += 1 }
                end += 1
            }
            page += rest[..<end]
            rest = rest[end...]
            try finishPage()
        }
        page += rest
    }

    private mutating func finishPage() throws {
        page[2] = UInt8(truncatingIfNeeded: page.count >> 8)
        page[3] = UInt8(truncatingIfNeeded: page.count)
        if hasWordInPage { page += footer } else { list.passPage(hasID: hasIDInPage) }
        insertPage.bind(1, FullTextStatements.page(pageNumber, of: number))
        insertPage.bind(2, page)
        try insertPage.run()
        page.removeAll(keepingCapacity: true)
        page += [0, 0, 0, 0]
        footer.removeAll(keepingCapacity: true)
        previousWordStart = 0
        pageNumber += 1
        (hasWordInPage, hasIDInPage) = (false, false)
    }

    /// The words from here on begin at the present page.
    private mutating func lead(to next: Slice<UnsafeRawBufferPointer>) throws {
        try finishLead()
        separator = [Self.mark] + next
        separatorPage = pageNumber
    }

    private mutating func finishLead() throws {
        let hasListIndex = try list.finish()
        insertFirst.bind(1, number)
        insertFirst.bind(2, separator)
        insertFirst.bind(3, separatorPage << 1 | (hasListIndex ? 1 : 0))
        try insertFirst.run()
    }

    /// Writes what is left.
    ///
    /// - returns: the number of the last page; 0 for a segment without words.
    mutating func finish() throws -> Int {
        if page.count > Self.headSize { try finishPage() }
        if pageNumber > 1 { try finishLead() }
        return pageNumber - 1
    }
}
