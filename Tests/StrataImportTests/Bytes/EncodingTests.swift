import StrataModel
import Testing

@testable import StrataImport

@Suite("Encodings")
struct EncodingTests {
    @Test("a byte-order mark is no part of the first header")
    func mark() throws {
        let all = try readings(bytes: [0xEF, 0xBB, 0xBF] + Array("\"title\",\"company\"\nA,B\n".utf8), name: "a.csv")
        #expect(all.titles == ["A"])
    }

    @Test("UTF-16 with a mark and without", arguments: [true, false], [true, false])
    func utf16(_ isLittleEndian: Bool, _ isMarked: Bool) throws {
        let text =
            (isMarked ? "\u{FEFF}" : "") + "title,company\nIngénieur 💰 données,Société\nML Engineer,Acme and more\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittleEndian ? [low, high] : [high, low]
        }
        let all = try readings(bytes: bytes, name: "a.csv")
        #expect(all.titles == ["Ingénieur 💰 données", "ML Engineer"])
        #expect(all.jds[0].company == "Société")
    }

    @Test("Windows-1252 among UTF-8 is read byte by byte")
    func mixed() {
        let bytes: [UInt8] = [0x57, 0x65, 0x92, 0x72, 0x65, 0x20, 0xE2, 0x80, 0x99, 0x20, 0xDF, 0x20, 0x81]
        #expect(TextDecoding.string(bytes) == "We’re ’ ß \u{81}")
    }

    @Test(
        "mangled UTF-8 is mended, from Windows-1252 and from Latin-1, once and twice over",
        arguments: [
            ("weâ€™re", "we’re"), ("weâ\u{80}\u{99}re", "we’re"), ("CafÃ© crÃ¨me", "Café crème"),
            ("ð\u{9F}\u{91}\u{8B} About", "👋 About"), ("â€œquotedâ€\u{9D}", "“quoted”"), ("Ã¢â‚¬â„¢", "’"),
            ("10Â\u{A0}km", "10\u{A0}km"),
        ])
    func mojibake(_ mangled: String, _ text: String) {
        let isSuspected = Array(mangled.utf8).withUnsafeBufferPointer { Mojibake.isSuspected(in: $0) }
        #expect(isSuspected)
        #expect(Mojibake.mended(Array(mangled.utf8)) == Array(text.utf8))
    }

    @Test(
        "real words are left alone",
        arguments: [
            "déjà vu à Paris", "„MENÜ“", "São João", "être créé", "Ärzte und Öl", "naïve “quote”", "À\u{A0}propos",
            "señor",
        ])
    func realWords(_ text: String) { #expect(Mojibake.mended(Array(text.utf8)) == Array(text.utf8)) }
}
