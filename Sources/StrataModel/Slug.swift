/// The stable name of a record: lower case with hyphens.
public enum Slug {
    /// Makes one of a name: "Weights & Biases" gives `weights-biases`, "C++" gives `c-plus-plus`; empty for a name without a
    /// letter or digit.
    public static func of(_ name: String) -> String {
        var slug: [UInt8] = []
        for byte in TermKey.fold(name).utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: slug.append(byte)
            case UInt8(ascii: "+"): slug += "-plus".utf8
            case UInt8(ascii: "#"): slug += "-sharp".utf8
            default: if slug.last != 0x2D, !slug.isEmpty { slug.append(0x2D) }
            }
        }
        while slug.last == 0x2D { slug.removeLast() }
        return String(decoding: slug, as: UTF8.self)
    }
}
