internal import Foundation

/// Files that tests pack themselves, by the programs that everybody has.
public enum Packing {
    /// gzip of the bytes; nil where `gzip` is not installed.
    public static func gzip(_ bytes: [UInt8]) throws -> [UInt8]? {
        guard let program = Machine.program("gzip") else { return nil }
        return Array(try Machine.run(program, ["-cn"], input: Data(bytes)).0)
    }

    /// A ZIP archive that holds its files as they are, without compression.
    public static func zip(_ files: [(name: String, content: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in files {
            let (name, content) = (Array(name.utf8), Array(content.utf8))
            let sizes = number(checksum(content), 4) + number(content.count, 4) + number(content.count, 4)
            // Version 2.0, no flags, stored, and no time.
            let common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(name.count, 2)
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 4) + number(bytes.count, 4) + name
            bytes += number(0x0403_4B50, 4) + common + number(0, 2) + name + content
        }
        let start = bytes.count
        bytes += directory + number(0x0605_4B50, 4) + number(0, 4)
        bytes += number(files.count, 2) + number(files.count, 2)
        return bytes + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = ~0
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}
