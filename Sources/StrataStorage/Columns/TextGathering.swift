/// A text column while it grows.
struct TextGathering {
    private var column = TextColumn()
    /// By their bytes: to Swift, strings are equal that SQLite tells apart.
    private var known: [[UInt8]: UInt32] = [:]

    init() {}

    /// Goes on with a column's values.
    init(_ old: TextColumn) {
        column.values = old.values
        for (index, text) in old.values.enumerated() { known[Array(text.utf8)] = UInt32(index + 1) }
    }

    mutating func set(_ text: String?, at place: Int) {
        while column.codes.count < place { column.codes.append(0) }
        column.codes.append(text.map { code(of: $0) } ?? 0)
    }

    /// By JD of another column, the code that its text has here.
    mutating func codes(of other: TextColumn) -> [UInt32] {
        let codes = [0] + other.values.map { code(of: $0) }
        return other.codes.map { codes[Int($0)] }
    }

    private mutating func code(of text: String) -> UInt32 {
        let bytes = Array(text.utf8)
        if let code = known[bytes] { return code }
        column.values.append(text)
        let code = UInt32(column.values.count)
        known[bytes] = code
        return code
    }

    func column(count: Int) -> TextColumn {
        var column = column
        while column.codes.count < count { column.codes.append(0) }
        return column
    }
}
