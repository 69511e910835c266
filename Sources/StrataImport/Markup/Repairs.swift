/// How many values were mended while they were read, by what was wrong.
public struct Repairs: Sendable, Hashable {
    /// Values with characters that had been read in the wrong encoding and saved so: "weâ€™re" for "we’re".
    public var mangled = 0
    /// Values with bytes that are no UTF-8, and were read as Windows-1252.
    public var notUTF8 = 0

    /// None.
    public init() {}

    /// Adds up.
    public static func += (sum: inout Repairs, more: Repairs) {
        sum.mangled += more.mangled
        sum.notUTF8 += more.notUTF8
    }
}
