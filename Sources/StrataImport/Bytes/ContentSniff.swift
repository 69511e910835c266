/// What a file's first bytes say about its encoding, and whether it is text at all.
enum ContentSniff {
    enum Encoding: Equatable {
        case utf8(markLength: Int)
        case utf16(isLittleEndian: Bool, markLength: Int)
    }

    /// The encoding: by its mark, else UTF-16 where every other byte is zero, else UTF-8 (or what is mended to it).
    static func encoding(of sample: UnsafeBufferPointer<UInt8>) -> Encoding {
        if sample.count >= 3, sample[0] == 0xEF, sample[1] == 0xBB, sample[2] == 0xBF { return .utf8(markLength: 3) }
        if sample.count >= 2, sample[0] == 0xFF, sample[1] == 0xFE {
            return .utf16(isLittleEndian: true, markLength: 2)
        }
        if sample.count >= 2, sample[0] == 0xFE, sample[1] == 0xFF {
            return .utf16(isLittleEndian: false, markLength: 2)
        }
        var zeros = [0, 0]
        for position in sample.indices where sample[position] == 0 { zeros[position & 1] += 1 }
        let half = sample.count / 2
        if half > 8, zeros[1] > half * 7 / 10, zeros[0] < half / 20 {
            return .utf16(isLittleEndian: true, markLength: 0)
        }
        if half > 8, zeros[0] > half * 7 / 10, zeros[1] < half / 20 {
            return .utf16(isLittleEndian: false, markLength: 0)
        }
        return .utf8(markLength: 0)
    }

    /// Whether the bytes are no text: zeros, or more control characters than a stray few.
    static func isBinary(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        var zeros = 0
        var controls = 0
        for byte in sample {
            if byte == 0 { zeros += 1 }
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C { controls += 1 }
        }
        return zeros * 1000 > sample.count || controls * 50 > sample.count
    }

    /// The name of what these bytes look like, for those kinds that people hand over by mistake.
    static func knownBinary(_ sample: UnsafeBufferPointer<UInt8>) -> String? {
        func starts(_ magic: [UInt8]) -> Bool { sample.count >= magic.count && sample.starts(with: magic) }
        if starts([0x1F, 0x8B]) { return "gzip: unpack it first with gunzip" }
        if starts([0x50, 0x4B, 3, 4]) {
            return "a ZIP archive or an Office document (XLSX, DOCX): save it as CSV or text"
        }
        if starts(Array("%PDF".utf8)) { return "PDF: turn it into text first, with pdftotext" }
        if starts(Array("SQLite format 3".utf8)) { return "an SQLite database: export its rows as CSV or JSON" }
        if starts([0xD0, 0xCF, 0x11, 0xE0]) { return "an old Office document (XLS, DOC): save it as CSV or text" }
        return nil
    }
}
