/// How wide each column of a table becomes.
enum ColumnFit {
    /// What a column asks for.
    struct Demand: Equatable {
        var head = 0
        /// Width of its widest cell.
        var content = 0
        /// Whether it holds words, which may be cut.
        var isText = false

        var natural: Int { max(head, content, 1) }
    }

    /// Natural widths where they fit; else the widest columns of words give way, then the heads over figures.
    ///
    /// A figure is never cut: where even that is too wide, the lines are longer than asked for.
    static func widths(_ demands: [Demand], within total: Int) -> [Int] {
        let naturals = demands.map(\.natural)
        if naturals.reduce(0, +) <= total { return naturals }
        let comfortable = demands.map { $0.isText ? min($0.natural, 12) : $0.natural }
        let plain = demands.map { $0.isText ? min($0.natural, 12) : max($0.content, min($0.head, 3), 1) }
        let tight = demands.map { $0.isText ? min($0.natural, 3) : max($0.content, 1) }
        for floors in [comfortable, plain, tight] where floors.reduce(0, +) <= total {
            return levelled(naturals, floors: floors, total: total)
        }
        return tight
    }

    /// Lowers the widest until the sum fits, none below its floor, and gives what is left to those that were cut.
    private static func levelled(_ naturals: [Int], floors: [Int], total: Int) -> [Int] {
        func widths(_ level: Int) -> [Int] { zip(naturals, floors).map { max($1, min($0, level)) } }
        var low = 0
        var high = naturals.max() ?? 0
        while low < high {
            let middle = (low + high + 1) / 2
            if widths(middle).reduce(0, +) <= total { low = middle } else { high = middle - 1 }
        }
        var result = widths(low)
        var left = total - result.reduce(0, +)
        for column in result.indices where left > 0 && result[column] < naturals[column] {
            result[column] += 1
            left -= 1
        }
        return result
    }
}
