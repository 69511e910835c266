/// The runs of a batch merged into one list of words.
struct RunMerge {
    /// A run with what became of its rows.
    struct Part {
        let run: TextRun
        /// By row the JD's id; nil for one that is not to be indexed.
        var ids: [Int64?]
    }

    /// One JD of a word.
    struct Item {
        var id: Int64
        /// Its places as FTS5 writes them, their size first.
        var places: UnsafeBufferPointer<UInt8>
    }

    private let parts: [Part]
    private var cursors: [TextRun.Cursor]
    /// Indices of the cursors that are at a word: a heap, the least word first, of equals the earliest run.
    private var heap: [Int] = []

    init(_ parts: [Part]) {
        self.parts = parts
        cursors = parts.map(\.run.start)
        for index in cursors.indices where !cursors[index].isAtEnd {
            heap.append(index)
            siftUp(heap.count - 1)
        }
    }

    /// Calls `body` with each word that a JD holds, in order, and with its JDs by ascending id.
    mutating func forEachWord(_ body: (UnsafeRawBufferPointer, [Item]) throws -> Void) rethrows {
        var items: [Item] = []
        while let first = heap.first {
            let leader = cursors[first]
            items.removeAll(keepingCapacity: true)
            var isSorted = true
            take(first, into: &items, &isSorted)
            while let next = heap.first, cursors[next].isAtSameWord(as: leader) { take(next, into: &items, &isSorted) }
            if !isSorted { items.sort { $0.id < $1.id } }
            if !items.isEmpty { try body(leader.word, items) }
        }
    }

    /// Takes the JDs of the cursor's word, and moves it on.
    private mutating func take(_ index: Int, into items: inout [Item], _ isSorted: inout Bool) {
        var row = 0
        while let (distance, places) = cursors[index].next() {
            row += distance
            guard let id = parts[index].ids[row] else { continue }
            if let last = items.last, last.id > id { isSorted = false }
            items.append(Item(id: id, places: places))
        }
        cursors[index].advance()
        if cursors[index].isAtEnd {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        siftDown()
    }

    // MARK: The heap

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        if cursors[left].precedes(cursors[right]) { return true }
        return left < right && !cursors[right].precedes(cursors[left])
    }

    private mutating func siftUp(_ start: Int) {
        var place = start
        while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func siftDown() {
        var place = 0
        while true {
            var least = place
            for child in [place * 2 + 1, place * 2 + 2] where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            guard least != place else { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
