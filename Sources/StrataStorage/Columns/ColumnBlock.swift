/// Columns of the JDs of one stretch of ids.
public struct ColumnBlock: Sendable, Hashable {
    /// JDs in a block.
    public static let size = 1 << 14

    /// Its JDs have ids from `number * size` on.
    public let number: Int
    /// Ids that it covers; there may be none of one here and there.
    public internal(set) var count: Int
    var numbers: [JDColumn: [UInt32]] = [:]
    var texts: [JDColumn: TextColumn] = [:]

    init(number: Int, count: Int = 0) {
        self.number = number
        self.count = count
    }

    /// The least id that it covers.
    public var firstID: Int64 { Int64(number) * Int64(Self.size) }

    /// A column of numbers; empty where it was not asked for.
    public subscript(numbers column: JDColumn) -> [UInt32] { numbers[column] ?? [] }

    /// A column of text; empty where it was not asked for.
    public subscript(texts column: JDColumn) -> TextColumn { texts[column] ?? TextColumn() }
}

/// Text of JDs, each spelling once.
public struct TextColumn: Sendable, Hashable {
    /// In ascending order of their bytes, where they come from the file.
    public internal(set) var values: [String] = []
    /// By JD, the place of its text among the values, from 1; 0 for none.
    public internal(set) var codes: [UInt32] = []
}
