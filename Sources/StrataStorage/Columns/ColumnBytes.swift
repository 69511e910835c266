/// How a column is kept: numbers in as many bytes as the largest takes, the lowest byte first.
enum ColumnBytes {
    /// A byte that tells how many bytes a number takes (none where all are 0), how many there are (4 bytes), the numbers.
    static func encode(_ numbers: [UInt32]) -> [UInt8] {
        let largest = numbers.max() ?? 0
        let width = largest == 0 ? 0 : largest < 1 << 8 ? 1 : largest < 1 << 16 ? 2 : 4
        var bytes: [UInt8] = [UInt8(width)]
        bytes.reserveCapacity(5 + numbers.count * width)
        append(UInt32(numbers.count), width: 4, to: &bytes)
        switch width {
        case 0: break
        case 1: for number in numbers { bytes.append(UInt8(truncatingIfNeeded: number)) }
        default: for number in numbers { append(number, width: width, to: &bytes) }
        }
        return bytes
    }

    /// The values' sizes as numbers, the values, and the codes as numbers.
    static func encode(_ column: TextColumn) -> [UInt8] {
        // In one order, and only those that are used: equal columns are equal bytes.
        let used = Set(column.codes)
        let order = column.values.indices.filter { used.contains(UInt32($0 + 1)) }
            .sorted { column.values[$0].utf8.lexicographicallyPrecedes(column.values[$1].utf8) }
        var codes = [UInt32](repeating: 0, count: column.values.count + 1)
        for (place, index) in order.enumerated() { codes[index + 1] = UInt32(place + 1) }
        var bytes = encode(order.map { UInt32(column.values[$0].utf8.count) })
        for index in order { bytes += column.values[index].utf8 }
        return bytes + encode(column.codes.map { codes[Int($0)] })
    }

    /// - returns: nil for bytes that make no sense.
    static func numbers(_ bytes: UnsafeRawBufferPointer) -> [UInt32]? {
        var rest = bytes[...]
        let numbers = takeNumbers(&rest)
        return rest.isEmpty ? numbers : nil
    }

    /// - returns: nil for bytes that make no sense.
    static func texts(_ bytes: UnsafeRawBufferPointer) -> TextColumn? {
        var rest = bytes[...]
        guard let sizes = takeNumbers(&rest) else { return nil }
        var column = TextColumn()
        column.values.reserveCapacity(sizes.count)
        for size in sizes {
            guard rest.count >= Int(size) else { return nil }
            column.values.append(String(decoding: rest.prefix(Int(size)), as: UTF8.self))
            rest = rest.dropFirst(Int(size))
        }
        guard let codes = takeNumbers(&rest), rest.isEmpty, (codes.max() ?? 0) <= UInt32(sizes.count) else {
            return nil
        }
        column.codes = codes
        return column
    }

    private static func takeNumbers(_ rest: inout Slice<UnsafeRawBufferPointer>) -> [UInt32]? {
        guard rest.count >= 5, let width = rest.first, [0, 1, 2, 4].contains(width) else { return nil }
        let bytes = UnsafeRawBufferPointer(rebasing: rest)
        let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self)))
        let end = 5 + count * Int(width)
        // No column has more than this, whatever damage says.
        guard count <= 1 << 23, bytes.count >= end else { return nil }
        rest = rest.dropFirst(end)
        return [UInt32](unsafeUninitializedCapacity: count) { numbers, size in
            switch width {
            case 0: for index in 0..<count { numbers[index] = 0 }
            case 1: for index in 0..<count { numbers[index] = UInt32(bytes[5 + index]) }
            case 2:
                for index in 0..<count {
                    numbers[index] = UInt32(
                        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 5 + 2 * index, as: UInt16.self)))
                }
            default:
                for index in 0..<count {
                    numbers[index] = UInt32(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: 5 + 4 * index, as: UInt32.self))
                }
            }
            size = count
        }
    }

    private static func append(_ number: UInt32, width: Int, to bytes: inout [UInt8]) {
        var rest = number
        for _ in 0..<width {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
