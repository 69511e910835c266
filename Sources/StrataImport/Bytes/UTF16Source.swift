/// UTF-16 turned into UTF-8 while it is read.
final class UTF16Source: ByteSource {
    private let base: any ByteSource
    private let isLittleEndian: Bool
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    private var output: [UInt8] = []
    private var taken = 0
    /// The first byte of a unit whose second comes with the next chunk.
    private var half: UInt8?
    /// A leading surrogate whose partner comes next.
    private var lead: UInt16?
    private var isAtEnd = false

    init(_ base: any ByteSource, isLittleEndian: Bool) {
        self.base = base
        self.isLittleEndian = isLittleEndian
    }

    var totalBytes: Int64? { base.totalBytes }
    var bytesRead: Int64 { base.bytesRead }
    var canRewind: Bool { base.canRewind }

    func noteRecord() { base.noteRecord() }

    func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(InputError) -> Int {
        while taken == output.count {
            if isAtEnd { return 0 }
            try refill()
        }
        let length = min(count, output.count - taken)
        for index in 0..<length { target[index] = output[taken + index] }
        taken += length
        return length
    }

    func rewind() throws(InputError) -> Bool {
        guard try base.rewind() else { return false }
        output.removeAll(keepingCapacity: true)
        (taken, half, lead, isAtEnd) = (0, nil, nil, false)
        return true
    }

    private func refill() throws(InputError) {
        output.removeAll(keepingCapacity: true)
        taken = 0
        let count = try readBase()
        guard count > 0 else {
            isAtEnd = true
            if half != nil || lead != nil { append(0xFFFD) }
            return
        }
        for index in 0..<count {
            guard let first = half else {
                half = input[index]
                continue
            }
            half = nil
            let second = input[index]
            take(isLittleEndian ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second))
        }
    }

    private func readBase() throws(InputError) -> Int {
        // Typed throws do not pass through withUnsafeMutableBufferPointer's closure; a Result does.
        let result: Result<Int, InputError> = input.withUnsafeMutableBufferPointer { buffer in
            guard let address = buffer.baseAddress else { return .success(0) }
            do throws(InputError) {
                return .success(try base.read(into: address, count: buffer.count))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func take(_ unit: UInt16) {
        switch unit {
        case 0xD800...0xDBFF:
            if lead != nil { append(0xFFFD) }
            lead = unit
        case 0xDC00...0xDFFF:
            if let first = lead {
                append(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
            } else {
                append(0xFFFD)
            }
            lead = nil
        default:
            if lead != nil { append(0xFFFD) }
            lead = nil
            append(UInt32(unit))
        }
    }

    private func append(_ scalar: UInt32) { UTF8Writer.append(scalar, to: &output) }
}

/// Scalars as UTF-8 bytes.
enum UTF8Writer {
    /// Appends a scalar; a value that is none becomes the replacement character.
    static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
}
