internal import GRDB

/// The columns in the file.
struct KeptColumns {
    private let select: RawStatement
    private let selectAll: RawStatement
    private let insert: RawStatement

    init(_ db: Database) throws {
        select = try RawStatement("SELECT bytes FROM jd_column WHERE block = ? AND name = ?", db)
        selectAll = try RawStatement("SELECT name, bytes FROM jd_column WHERE block = ?", db)
        insert = try RawStatement(
            """
            INSERT INTO jd_column (block, name, bytes) VALUES (?, ?, ?)
            ON CONFLICT (block, name) DO UPDATE SET bytes = excluded.bytes WHERE bytes <> excluded.bytes
            """, db)
    }

    /// - returns: nil where a column is missing, or makes no sense.
    func block(_ number: Int, _ columns: Set<JDColumn>) throws -> ColumnBlock? {
        var block = ColumnBlock(number: number)
        for column in columns {
            if column.isText {
                guard let texts = try read(number, column, ColumnBytes.texts) else { return nil }
                block.texts[column] = texts
                block.count = max(block.count, texts.codes.count)
            } else {
                guard let numbers = try read(number, column, ColumnBytes.numbers) else { return nil }
                block.numbers[column] = numbers
                if column.isPerJD { block.count = max(block.count, numbers.count) }
            }
        }
        return isWhole(block) ? block : nil
    }

    /// Whether each JD has its place in every column, which a damaged file may break.
    private func isWhole(_ block: ColumnBlock) -> Bool {
        func sum(_ column: JDColumn) -> Int? { block.numbers[column].map { $0.reduce(0) { $0 + Int($1) } } }
        guard block.count <= ColumnBlock.size,
            block.texts.values.allSatisfy({ $0.codes.count == block.count }),
            block.numbers.allSatisfy({ !$0.key.isPerJD || $0.value.count == block.count })
        else { return false }
        return [(JDColumn.sightings, JDColumn.dates), (.sightings, .sources), (.skillCounts, .skills)].allSatisfy {
            counts, values in
            guard let sum = sum(counts), let values = block.numbers[values] else { return true }
            return sum == values.count
        }
    }

    private func read<Value>(
        _ number: Int, _ column: JDColumn, _ decode: (UnsafeRawBufferPointer) -> Value?
    ) throws -> Value? {
        select.bind(1, number)
        select.bind(2, column.rawValue)
        return try select.first { row in decode(row.bytes(0)) } ?? nil
    }

    func keep(_ block: ColumnBlock) throws {
        for (name, bytes) in Self.bytes(of: block) {
            insert.bind(1, block.number)
            insert.bind(2, name)
            insert.bind(3, bytes)
            try insert.run()
        }
    }

    /// All columns of a block as they are kept, by name.
    func bytes(_ number: Int) throws -> [String: [UInt8]] {
        var bytes: [String: [UInt8]] = [:]
        selectAll.bind(1, number)
        try selectAll.forEach { row in bytes[row.text(0) ?? ""] = Array(row.bytes(1)) }
        return bytes
    }

    /// As they would be kept.
    static func bytes(of block: ColumnBlock) -> [String: [UInt8]] {
        var bytes: [String: [UInt8]] = [:]
        for (column, numbers) in block.numbers { bytes[column.rawValue] = ColumnBytes.encode(numbers) }
        for (column, texts) in block.texts { bytes[column.rawValue] = ColumnBytes.encode(texts) }
        return bytes
    }
}
