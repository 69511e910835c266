public import StrataModel

/// Writes JSON: keys in their order, doubles in the fewest digits that give them back, no byte that acts on a terminal.
public enum JSONRenderer {
    /// The value; ends with a line feed.
    ///
    /// - parameter pretty: indented by two spaces, arrays of plain values on one line; else without any white space.
    public static func render(_ value: JSONValue, pretty: Bool) -> String {
        var writer = JSONWriter()
        if pretty { writer.append(value, indent: 0) } else { writer.append(value) }
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value on one line; ends with a line feed.
    public static func line(_ value: JSONValue) -> String { render(value, pretty: false) }

    /// Appends the value's ``line(_:)`` to a buffer that is written out from time to time.
    public static func append(_ value: JSONValue, to buffer: inout [UInt8]) {
        // Taken out and put back so that the writer appends to the very same storage.
        var writer = JSONWriter()
        swap(&writer.bytes, &buffer)
        writer.append(value)
        writer.endLine()
        swap(&writer.bytes, &buffer)
    }
}
