/// What a file's first bytes say about its encoding, and whether it is text at all.
enum ContentSniff {
    enum Encoding: Equatable {
        case utf8(markLength: Int)
        case utf16(isLittleEndian: Bool, markLength: Int)
        /// Known to be refused: nobody writes it but by mistake.
        case utf32
    }

    /// The encoding: by its mark, else UTF-16 where every other byte is zero, else UTF-8 (or what is mended to it).
    static func encoding(of sample: UnsafeBufferPointer<UInt8>) -> Encoding {
        if isUTF32(sample) { return .utf32 }
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

    /// Whether there is UTF-32's mark, or every unit of four bytes is a small number.
    private static func isUTF32(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        if sample.starts(with: [0xFF, 0xFE, 0, 0]) || sample.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
        let units = sample.count / 4
        guard units > 4 else { return false }
        let isBig = (0..<units).allSatisfy { sample[$0 * 4] == 0 && sample[$0 * 4 + 1] <= 0x10 }
        let isLittle = (0..<units).allSatisfy { sample[$0 * 4 + 3] == 0 && sample[$0 * 4 + 2] <= 0x10 }
        let zeros = sample.lazy.filter { $0 == 0 }.count
        return (isBig || isLittle) && zeros * 3 > sample.count && zeros < units * 4
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

    /// What these bytes are and how to mend it, for those kinds that people hand over by mistake.
    static func knownBinary(
        _ sample: UnsafeBufferPointer<UInt8>, purpose: InputPurpose = .records
    ) -> String? {
        func holds(_ magic: [UInt8], at offset: Int = 0) -> Bool {
            sample.count >= offset + magic.count && sample.dropFirst(offset).starts(with: magic)
        }
        func packed(_ kind: String, _ command: String) -> String {
            "this is packed with \(kind): unpack it first, '\(command) FILE\(purpose.pipe)'"
        }
        if holds([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) { return packed("xz", "xz -dc") }
        if holds(Array("BZh".utf8)), holds([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) {
            return packed("bzip2", "bzip2 -dc")
        }
        if holds([0x28, 0xB5, 0x2F, 0xFD]) { return packed("zstd", "zstd -dc") }
        if holds([0x04, 0x22, 0x4D, 0x18]) { return packed("lz4", "lz4 -dc") }
        if holds([0x1F, 0x9D]) { return packed("compress", "uncompress -c") }
        if holds([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
            return "this is a 7z archive: unpack it first, '7z x FILE -oFOLDER', and \(purpose.folder)"
        }
        if holds(Array("ustar".utf8), at: 257) {
            return "this is a tar archive: unpack it first, 'tar -xf FILE -C FOLDER', and \(purpose.folder)"
        }
        if holds([0x50, 0x4B, 3, 4]) || holds([0x50, 0x4B, 5, 6]) {
            return "this is a ZIP archive: unpack it first, 'unzip FILE -d FOLDER', and \(purpose.folder)"
        }
        if holds(Array("SQLite format 3".utf8)) {
            return
                "this is an SQLite database: export \(purpose == .records ? "its rows as CSV or JSON" : "what you want of it as text")"
        }
        if holds([0xD0, 0xCF, 0x11, 0xE0]) {
            return "this is an old Office document (XLS, DOC): save it as \(purpose.office)"
        }
        if holds(Array("PAR1".utf8)) {
            return "this is Parquet: export it as \(purpose == .records ? "CSV or JSONL" : "text")"
        }
        return nil
    }

    /// Whether the bytes begin as a PDF does, as readers take it: its mark may stand behind some junk.
    static func isPDF(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = Array(sample.prefix(1024))
        let mark = Array("%PDF-".utf8)
        if head.starts(with: mark) { return true }
        // Behind junk it counts only where the junk is no text.
        guard let place = head.indices.first(where: { head[$0...].starts(with: mark) }) else { return false }
        return head[..<place].contains { $0 < 0x09 }
    }
}
